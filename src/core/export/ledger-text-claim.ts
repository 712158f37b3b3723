import { unreachable } from '../base/unreachable.ts';
import type { ActorRole, Casualty, Claim, EventClaim, Report, Span, When } from '../model/index.ts';
import {
  actorText,
  briefly,
  claimantText,
  countText,
  type LedgerTextOptions,
  placeText,
  quoted,
  whenText,
} from './ledger-text-words.ts';

/** What a claim needs of its surroundings: its report, and the numbers under which others are referred to. */
export interface ClaimContext {
  readonly report: Report;
  readonly claimNumber: (id: string) => string;
  readonly eventNumber: (id: string) => string;
  readonly options: LedgerTextOptions;
}

/** One claim in three lines: what is claimed, who says so and how, and the words it stands on. */
export function claimText(claim: Claim, context: ClaimContext): readonly string[] {
  const { claimNumber, eventNumber, options } = context;
  const scope = claim.scope === 'incident' ? '' : `; ${claim.scope}`;
  const event = claim.eventId === null ? '' : `; event ${eventNumber(claim.eventId)}`;
  const hedges = claim.hedges.map(hedge => `; hedge ${quoted(hedge.quote, null, options)}`).join('');
  const polarity = claim.polarity === 'negative' ? '; negative' : '';
  return [
    `claim ${claimNumber(claim.id)}: ${contentText(claim, context)}${polarity}${scope}${event}`,
    `  ${claimantText(claim.claimant, options)}; ${claim.act}; ${claim.certainty}${hedges}`,
    `  ${quoted(claim.evidence.quote, claim.evidence.span, options)}`,
  ];
}

/** The parties of a happening: `Northern Front -> Army of Chad`, or `A + B` side by side. */
export function rolesText(roles: readonly ActorRole[]): string {
  const named = (role: ActorRole['role']) =>
    roles.filter(item => item.role === role).map(item => actorText(item.actor));
  const [actors, recipients, parties] = [named('actor'), named('recipient'), named('party')];
  const directed =
    actors.length + recipients.length === 0 ? [] : [`${actors.join(' + ') || '?'} -> ${recipients.join(' + ') || '?'}`];
  return [...directed, ...(parties.length === 0 ? [] : [parties.join(' + ')])].join('; ') || '?';
}

function contentText(claim: Claim, context: ClaimContext): string {
  const { report, options, claimNumber } = context;
  const words = (span: Span) => quoted(report.text.slice(span.start, span.end), span, options);
  switch (claim.kind) {
    case 'casualty':
      return casualtyText(claim, context);
    case 'event':
      return eventText(claim, context);
    case 'responsibility':
      return `responsibility ${actorText(claim.actor)}${claim.began ? '; began' : ''}; content ${words(claim.content)}`;
    case 'denial': {
      const { rejects, about } = claim;
      const figure =
        rejects === null
          ? ''
          : `; rejects ${rejects.harm} ${countText(rejects.estimate)} of ${actorText(rejects.side)}`;
      return `denial ${words(claim.content)}${about === null ? '' : `; about ${claimNumber(about)}`}${figure}`;
    }
    case 'strength':
      return `strength ${actorText(claim.owner)}; ${briefly(claim.what, options)}; ${countText(claim.estimate)}`;
    case 'relation':
      return `relation ${actorText(claim.from)} ${claim.type} ${actorText(claim.to)}; ${claim.valid}`;
    case 'warning': {
      const condition = claim.condition === null ? '' : `; if ${words(claim.condition)}`;
      const consequence = claim.consequence === null ? '' : `; then ${words(claim.consequence)}`;
      return `warning to ${actorText(claim.target)}${condition}${consequence}`;
    }
    case 'risk':
      return `risk ${words(claim.content)}`;
    case 'ceasefire': {
      const parties = claim.parties.map(actorText).join(' + ') || '?';
      return `ceasefire ${claim.status}; ${parties}${whenPart(claim.when, options)}`;
    }
    case 'opinion':
      return `opinion ${words(claim.content)}`;
    default:
      return unreachable(claim);
  }
}

function casualtyText(claim: Casualty, { claimNumber, options }: ClaimContext): string {
  const { side, status, partOf, addsTo } = claim.victims;
  return [
    `${claim.harm} ${countText(claim.estimate)}${claim.unit === 'families' ? ' families' : ''}`,
    `of ${actorText(side)}, ${status}`,
    ...(claim.place === null ? [] : [`place ${placeText(claim.place)}`]),
    ...(claim.period === null ? [] : [`over ${whenText(claim.period, options)}`]),
    ...(partOf === null ? [] : [`part of ${claimNumber(partOf)}`]),
    ...(addsTo === null ? [] : [`on top of ${claimNumber(addsTo)}`]),
    ...(claim.supersedes === null ? [] : [`replaces ${claimNumber(claim.supersedes)}`]),
  ].join('; ');
}

function eventText(claim: EventClaim, { options }: ClaimContext): string {
  const { object } = claim;
  const counted =
    object === null
      ? []
      : [`object ${object.estimate === null ? '' : `${countText(object.estimate)} `}${briefly(object.what, options)}`];
  return [
    `event ${claim.type}${claim.times === null ? '' : ` x ${countText(claim.times)}`}`,
    rolesText(claim.roles),
    ...claim.places.map(place => `place ${placeText(place)}`),
    ...(claim.when.start === null && claim.when.words === null ? [] : [`when ${whenText(claim.when, options)}`]),
    ...counted,
    ...(claim.began ? ['began'] : []),
    ...(claim.outcome === null ? [] : [claim.outcome]),
  ].join('; ');
}

function whenPart(when: When, options: LedgerTextOptions): string {
  return when.start === null && when.words === null ? '' : `; when ${whenText(when, options)}`;
}
