import {
  AUTHOR,
  Claim,
  type Claimant,
  type Estimate,
  type EventType,
  type Evidence,
  evidenceOf,
  type Report,
} from '../../src/core/model/index.ts';
import type { GoldClaim } from './gold-set.ts';
import { oracleActor } from './oracle-actor.ts';
import { oracleWhen } from './oracle-when.ts';

/** A gold claim as a claim of our model, about that event. Null for the kinds that the model lacks a field for. */
export function oracleClaim(gold: GoldClaim, report: Report, eventId: string | null): Claim | null {
  const content = contentOf(gold, report);
  if (content === null) return null;
  return Claim.parse({
    id: claimId(report, gold.id),
    evidence: evidenceAt(gold.quote, report),
    claimant: claimantOf(gold),
    act: gold.act,
    certainty: gold.certainty,
    polarity: gold.polarity,
    hedges: gold.hedges.map(hedge => evidenceAt(hedge, report)),
    scope: gold.scope,
    eventId: gold.scope === 'incident' ? eventId : null,
    rule: 'gold',
    ...content,
  });
}

export function claimId(report: Report, id: string): string {
  return `${report.id}#${id}`;
}

function evidenceAt(quote: string, report: Report): Evidence {
  const start = report.text.indexOf(quote);
  return evidenceOf(report, { start, end: start + quote.length });
}

function claimantOf({ claimant, via = [] }: GoldClaim): Claimant {
  if (claimant.name === 'author') return { ...AUTHOR, via };
  const { text: words } = claimant;
  if (claimant.name === 'unnamed') return { kind: 'unnamed', actor: null, words, span: null, via };
  return { kind: 'actor', actor: oracleActor(claimant.name), words, span: null, via };
}

function contentOf(gold: GoldClaim, report: Report): object | null {
  const { span } = evidenceAt(gold.quote, report);
  switch (gold.kind) {
    case 'casualty':
      return casualtyContent(gold, report);
    case 'event':
      return eventContent(gold);
    case 'responsibility':
      return { kind: 'responsibility', actor: actorOrNull(gold.actor), content: span, began: gold.began ?? false };
    case 'denial':
      return denialContent(gold, report);
    case 'ceasefire':
      return { kind: 'ceasefire', parties: [], status: 'broken', when: oracleWhen(null) };
    default:
      return null;
  }
}

function casualtyContent(gold: GoldClaim, report: Report): object {
  const { side, status, partOf, addsTo } = gold.victims ?? { side: null, status: 'unknown', partOf: null };
  const own = gold.supersedes?.find(ref => ref.startsWith(`${fileStem(report)}#`));
  return {
    kind: 'casualty',
    harm: gold.harm,
    estimate: estimateOf(gold),
    victims: {
      side: actorOrNull(side),
      status,
      words: null,
      span: null,
      partOf: partOf === null ? null : claimId(report, partOf),
      addsTo: addsTo === undefined ? null : claimId(report, addsTo),
    },
    unit: gold.unit ?? 'persons',
    place: null,
    period: null,
    supersedes: own === undefined ? null : claimId(report, own.split('#')[1] ?? ''),
  };
}

function eventContent(gold: GoldClaim): object {
  const { object } = gold;
  return {
    kind: 'event',
    type: oracleType(gold),
    roles: oracleRoles(gold),
    places: [],
    when: oracleWhen(gold.when ?? null),
    object: object === undefined ? null : { what: object.what, estimate: estimateOf(object) },
    began: gold.began ?? false,
    outcome: gold.outcome ?? null,
    times: null,
  };
}

/** What is denied is known to a coder only where the same report tells it. */
function denialContent(gold: GoldClaim, report: Report): object {
  const { about, rejects } = gold;
  const own = about?.startsWith(`${fileStem(report)}#`) === true ? claimId(report, about.split('#')[1] ?? '') : null;
  return {
    kind: 'denial',
    content: evidenceAt(gold.quote, report).span,
    about: own,
    rejects:
      rejects === undefined
        ? null
        : { harm: rejects.harm, side: actorOrNull(rejects.side), estimate: estimateOf(rejects) },
  };
}

/** The roles of a gold event. */
export function oracleRoles(gold: GoldClaim): readonly object[] {
  const roles = [
    { role: 'actor', name: gold.actor },
    { role: 'recipient', name: gold.recipient },
  ];
  return roles.flatMap(({ role, name }) => (name ? [{ role, actor: oracleActor(name) }] : []));
}

const TYPES: Readonly<Record<string, EventType>> = {
  'ASSAULT/firearms': 'armed-clash',
  'ASSAULT/primitive': 'civilian-attack',
  'ASSAULT/explosives': 'explosion',
  'ASSAULT/suicide-attack': 'suicide-bombing',
  'ASSAULT/drone': 'drone-strike',
  'ASSAULT/aerial': 'air-strike',
  'ASSAULT/heavy-weapons': 'shelling',
  'ASSAULT/destroy': 'destruction',
  'ASSAULT/abduct': 'abduction',
  'COERCE/arrest': 'arrest',
  COERCE: 'siege',
  'RETREAT/withdraw': 'retreat',
  'RETREAT/release': 'release',
  'MOBILIZE/troops': 'deployment',
  CONSULT: 'talks',
  CONCEDE: 'agreement',
  REQUEST: 'demand',
};

/** The codebook's type for a PLOVER type of the gold set. */
export function oracleType({ type = '', object, recipient }: GoldClaim): EventType {
  if (type === 'COERCE/seize') return object === undefined ? 'territory-taken' : 'seizure';
  if (type === 'ASSAULT' && recipient === 'Civilians') return 'civilian-attack';
  if (type === 'ASSAULT/firearms' && recipient === 'Civilians') return 'shooting';
  return TYPES[type] ?? 'attack';
}

function estimateOf(gold: { low?: number | null; high?: number | null; qualifier?: string }): Estimate {
  const { low = null, high = null, qualifier = 'exact' } = gold;
  const named = qualifier === 'exact' || qualifier === 'about' || qualifier === 'at-least';
  const best = named ? (qualifier === 'about' ? high : low) : null;
  return { low, best, high, qualifier: qualifier as Estimate['qualifier'] };
}

function actorOrNull(name: string | null | undefined): object | null {
  return name ? oracleActor(name) : null;
}

/** `r2` of the report that was read from `r2.txt`: the oracle's report ids end with it. */
export function fileStem(report: Report): string {
  return report.id.slice(report.id.lastIndexOf('/') + 1);
}
