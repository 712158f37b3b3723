import { unreachable } from '../base/unreachable.ts';
import type {
  ActorRef,
  ActorRole,
  Casualty,
  Ceasefire,
  Claim,
  Denial,
  EventClaim,
  Relation,
  Responsibility,
  Span,
  Strength,
  Warning,
  When,
} from '../model/index.ts';
import {
  estimateInWords,
  eventTypeInWords,
  HARM_WORDS,
  listInWords,
  NOT_STATED,
  victimsInWords,
  whenInWords,
} from './words.ts';

/** How the first of two actors stands to the second, in words between their names. */
export const RELATION_WORDS: Readonly<Record<Relation['type'], string>> = {
  sponsors: 'sponsors',
  supports: 'supports',
  allied: 'is allied with',
  hostile: 'is hostile to',
  splinter: 'split from',
  'part-of': 'is part of',
  dominates: 'dominates',
};

/**
 * What a claim says, in one line of plain words, without who says it. `text` is the report's text: contents that are
 * spans (a threat's condition, a feared development) are given in its words, in quotation marks.
 */
export function claimInWords(claim: Claim, text: string): string {
  switch (claim.kind) {
    case 'casualty':
      return casualtyInWords(claim);
    case 'event':
      return eventClaimInWords(claim);
    case 'responsibility':
      return responsibilityInWords(claim, text);
    case 'denial':
      return denialInWords(claim, text);
    case 'strength':
      return strengthInWords(claim);
    case 'relation':
      return relationInWords(claim);
    case 'warning':
      return warningInWords(claim, text);
    case 'ceasefire':
      return ceasefireInWords(claim);
    case 'risk':
      return `feared: ${quoted(text, claim.content)}`;
    case 'opinion':
      return `the author’s framing: ${quoted(text, claim.content)}`;
    default:
      return unreachable(claim);
  }
}

/** Happenings that one side does by itself, or with others: nobody stands against it. */
const WITHOUT_OPPONENT: ReadonlySet<string> = new Set([
  'retreat',
  'surrender',
  'deployment',
  'displacement',
  'protest',
  'riot',
  'talks',
  'agreement',
  'aid',
  'demand',
  'release',
]);

/** The sides of a happening: `A against B`, `A and B`, or which of them is not stated. */
export function rolesInWords(roles: readonly ActorRole[], type: string): string {
  const named = (role: ActorRole['role']) => roles.filter(item => item.role === role).map(item => item.actor.name);
  const [actors, recipients, parties] = [named('actor'), named('recipient'), named('party')];
  if (WITHOUT_OPPONENT.has(type) && roles.length > 0) return listInWords([...actors, ...parties, ...recipients]);
  if (actors.length > 0 && recipients.length > 0) return `${listInWords(actors)} against ${listInWords(recipients)}`;
  if (actors.length > 0) return `${listInWords([...actors, ...parties])}; against whom is ${NOT_STATED}`;
  if (recipients.length > 0) return `against ${listInWords([...recipients, ...parties])}; by whom is ${NOT_STATED}`;
  return parties.length > 0 ? listInWords(parties) : NOT_STATED;
}

function casualtyInWords(claim: Casualty): string {
  const { side, status, partOf, addsTo } = claim.victims;
  const count = claim.unit === 'families' ? `${estimateInWords(claim.estimate)} families` : figure(claim);
  const place = claim.place === null ? '' : `, in ${claim.place.name}`;
  const period = claim.period === null ? '' : `, over ${periodInWords(claim.period)}`;
  const part = partOf !== null ? ' (part of another figure)' : addsTo !== null ? ' (on top of another figure)' : '';
  return `${HARM_WORDS[claim.harm]} ${count}: ${victimsInWords(side, status)}${place}${period}${part}`;
}

/** The time that a total runs over, by its own words where it has any. */
function periodInWords(period: When): string {
  if (period.words === null) return whenInWords(period);
  return period.start === null ? `“${period.words}”` : `“${period.words}” (${whenInWords(period)})`;
}

/** A stated zero is said to be one, so that nobody takes it for a figure that is missing. */
function figure({ estimate }: Casualty): string {
  return estimate.low === 0 && estimate.high === 0 ? '0 (stated)' : estimateInWords(estimate);
}

function eventClaimInWords(claim: EventClaim): string {
  const { type, roles, places, when, object, began, outcome, times, polarity } = claim;
  return [
    `${polarity === 'negative' ? 'no ' : ''}${eventTypeInWords(type)}`,
    times === null ? '' : ` (${estimateInWords(times)} times)`,
    roles.length === 0 ? '' : `: ${rolesInWords(roles, type)}`,
    places.length === 0 ? '' : `, ${listInWords(places.map(place => place.name))}`,
    when.start === null && when.words === null ? '' : `, ${whenInWords(when)}`,
    object === null
      ? ''
      : `, ${object.what}${object.estimate === null ? '' : ` (${estimateInWords(object.estimate)})`}`,
    outcome === null ? '' : `, ${outcome}`,
    began ? `; begun by ${listInWords(actorsOf(roles)) || NOT_STATED}` : '',
  ].join('');
}

function responsibilityInWords(claim: Responsibility, text: string): string {
  const who = claim.actor?.name ?? 'nobody named';
  const is = claim.polarity === 'negative' ? 'is not' : 'is';
  return `${who} ${is} said to have ${claim.began ? 'begun it' : 'done it'}: ${quoted(text, claim.content)}`;
}

function denialInWords(claim: Denial, text: string): string {
  const { rejects } = claim;
  const figures =
    rejects === null
      ? ''
      : `; rejects ${HARM_WORDS[rejects.harm]} ${estimateInWords(rejects.estimate)}${sideAfter(rejects.side)}`;
  return `not so: ${quoted(text, claim.content)}${figures}`;
}

function strengthInWords({ owner, what, estimate }: Strength): string {
  return `${owner?.name ?? `owner ${NOT_STATED}`}: ${estimateInWords(estimate)} ${what}`;
}

function relationInWords({ from, to, type, valid, polarity }: Relation): string {
  const not = polarity === 'negative' ? 'not so: ' : '';
  const time = valid === 'past' ? ' (in the past)' : valid === 'unknown' ? ` (time ${NOT_STATED})` : '';
  return `${not}${from.name} ${RELATION_WORDS[type]} ${to.name}${time}`;
}

function warningInWords({ target, condition, consequence }: Warning, text: string): string {
  const to = target === null ? '' : ` to ${target.name}`;
  const parts = [
    condition === null ? '' : `condition ${quoted(text, condition)}`,
    consequence === null ? '' : `consequence ${quoted(text, consequence)}`,
  ];
  return [`threat${to}`, parts.filter(part => part !== '').join(', ')].filter(part => part !== '').join(': ');
}

function ceasefireInWords({ parties, status, when }: Ceasefire): string {
  const between = parties.length === 0 ? '' : ` between ${listInWords(parties.map(party => party.name))}`;
  const time = when.start === null && when.words === null ? '' : `, ${whenInWords(when)}`;
  return `ceasefire ${status}${between}${time}`;
}

function actorsOf(roles: readonly ActorRole[]): readonly string[] {
  return roles.filter(({ role }) => role === 'actor').map(({ actor }) => actor.name);
}

function sideAfter(side: ActorRef | null): string {
  return side === null ? '' : ` of ${side.name}`;
}

function quoted(text: string, span: Span): string {
  return `“${text.slice(span.start, span.end)}”`;
}
