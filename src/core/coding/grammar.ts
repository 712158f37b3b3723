import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { accusation } from './parsers/accusation.ts';
import { bareFigure } from './parsers/bare-figure.ts';
import { blamePhrase } from './parsers/blame-phrase.ts';
import { blameWord } from './parsers/blame-word.ts';
import { casualty } from './parsers/casualty.ts';
import { ceasefire } from './parsers/ceasefire.ts';
import { denial } from './parsers/denial.ts';
import { denialPhrase } from './parsers/denial-phrase.ts';
import { happening } from './parsers/happening.ts';
import { meeting } from './parsers/meeting.ts';
import { noSuchThing } from './parsers/no-such-thing.ts';
import { noneReported } from './parsers/none-reported.ts';
import { opinion } from './parsers/opinion.ts';
import { relation } from './parsers/relation.ts';
import { responsibility } from './parsers/responsibility.ts';
import { risk } from './parsers/risk.ts';
import { strength } from './parsers/strength.ts';
import { threat } from './parsers/threat.ts';
import { toll } from './parsers/toll.ts';
import { unharmed } from './parsers/unharmed.ts';
import { untruth } from './parsers/untruth.ts';
import { admission } from './refiners/admission.ts';
import { blame } from './refiners/blame.ts';
import { civilianSide } from './refiners/civilian-side.ts';
import { claimant } from './refiners/claimant.ts';
import { claimedAct } from './refiners/claimed-act.ts';
import { difference } from './refiners/difference.ts';
import { dropOverlap } from './refiners/drop-overlap.ts';
import { eventPlace } from './refiners/event-place.ts';
import { eventSides } from './refiners/event-sides.ts';
import { harmPlace } from './refiners/harm-place.ts';
import { hedges } from './refiners/hedges.ts';
import { inheritVictims } from './refiners/inherit-victims.ts';
import { listedVictims } from './refiners/listed-victims.ts';
import { negativeEvent } from './refiners/negative-event.ts';
import { once } from './refiners/once.ts';
import { oneOfAKind } from './refiners/one-of-a-kind.ts';
import { onlyDenied } from './refiners/only-denied.ts';
import { openCount } from './refiners/open-count.ts';
import { otherDeaths } from './refiners/other-deaths.ts';
import { otherWorlds } from './refiners/other-worlds.ts';
import { ownDeeds } from './refiners/own-deeds.ts';
import { parts } from './refiners/parts.ts';
import { partySides } from './refiners/party-sides.ts';
import { period, shareScope } from './refiners/period.ts';
import { presupposed } from './refiners/presupposed.ts';
import { repelled } from './refiners/repelled.ts';
import { revisions } from './refiners/revisions.ts';
import { sameFigure } from './refiners/same-figure.ts';
import { scope } from './refiners/scope.ts';
import { shares } from './refiners/shares.ts';
import { toldByFigure } from './refiners/told-by-figure.ts';
import { victimOwner } from './refiners/victim-owner.ts';
import { victimSide } from './refiners/victim-side.ts';
import { whoOpened } from './refiners/who-opened.ts';
import type { Speakers } from './speakers.ts';

/** Looks at a document and proposes claims. */
export type Parser = (context: Context, speakers: Speakers) => readonly Draft[];

/** Takes the proposals and changes, adds or drops some. */
export type Refiner = (drafts: readonly Draft[], context: Context, speakers: Speakers) => readonly Draft[];

/** Parsers propose, in this order: of two proposals over the same words the earlier wins. */
export const PARSERS: readonly Parser[] = [
  toll,
  casualty,
  noneReported,
  bareFigure,
  unharmed,
  meeting,
  happening,
  blameWord,
  blamePhrase,
  accusation,
  responsibility,
  denial,
  denialPhrase,
  untruth,
  noSuchThing,
  threat,
  risk,
  strength,
  relation,
  ceasefire,
  opinion,
];

/** Refiners dispose, in this order: each reads what the ones before it settled. */
export const REFINERS: readonly Refiner[] = [
  dropOverlap,
  parts,
  listedVictims,
  shares,
  sameFigure,
  openCount,
  difference,
  scope,
  shareScope,
  period,
  claimant,
  hedges,
  eventPlace,
  ownDeeds,
  eventSides,
  repelled,
  victimOwner,
  victimSide,
  partySides,
  inheritVictims,
  civilianSide,
  revisions,
  harmPlace,
  admission,
  negativeEvent,
  whoOpened,
  blame,
  toldByFigure,
  claimedAct,
  oneOfAKind,
  presupposed,
  onlyDenied,
  otherDeaths,
  otherWorlds,
  once,
];
