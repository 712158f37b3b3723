import { calendarDay, parseIsoDay, weekdayOf } from '../base/iso-day.ts';
import type {
  ActorRef,
  Basis,
  Claimant,
  ClaimKind,
  Estimate,
  Harm,
  Place,
  Scope,
  Source,
  SpeechAct,
  VictimStatus,
  When,
} from '../model/index.ts';

/**
 * The words that readers see for the terms of the model: the one place for them. What is not known is said to be "not
 * stated"; nothing here turns it into a number, a side or a day.
 */
export const NOT_STATED = 'not stated';

export const HARM_WORDS: Readonly<Record<Harm, string>> = {
  killed: 'killed',
  injured: 'injured',
  'killed-or-injured': 'killed or injured',
  captured: 'captured',
  missing: 'missing',
  displaced: 'displaced',
};

export const STATUS_WORDS: Readonly<Record<VictimStatus, string>> = {
  civilian: 'civilians',
  combatant: 'combatants',
  unknown: 'unknown status',
};

export const ACT_WORDS: Readonly<Record<SpeechAct, string>> = {
  state: 'states',
  confirm: 'confirms',
  admit: 'admits',
  accuse: 'accuses',
  allege: 'alleges',
  deny: 'denies',
  'claim-responsibility': 'claims responsibility',
  threaten: 'threatens',
  warn: 'warns',
  fear: 'fears',
};

export const KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  casualty: 'casualty',
  event: 'event',
  responsibility: 'responsibility',
  denial: 'denial',
  strength: 'strength',
  relation: 'relation',
  warning: 'warning',
  risk: 'risk',
  ceasefire: 'ceasefire',
  opinion: 'framing',
};

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  incident: 'told as news',
  period: 'totals over a time or several attacks; never part of an incident',
  background: 'background: history and standing facts',
  hypothetical: 'imagined or feared: has not happened',
  future: 'to come: has not happened',
};

const PLACE_PRECISION_WORDS = [
  'the place itself',
  'within about 25 km',
  'somewhere in the district',
  'somewhere in the province',
  'along a line or in a loosely named area',
  'the country only',
  'at sea or in the air',
] as const;

const WHEN_PRECISION_WORDS = [
  'the day',
  'within two to six days',
  'within a week',
  'within a month',
  'longer than a month',
] as const;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A count with thousands separators: `1,200,000`. */
export function countInWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Two bounds as a reader says them: `12`, `12 or more`, `up to 12`, `8 to 17`, `not stated`. */
export function rangeInWords({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  if (low === null && high === null) return NOT_STATED;
  if (low === null) return `up to ${countInWords(high ?? 0)}`;
  if (high === null) return `${countInWords(low)} or more`;
  return low === high ? countInWords(low) : `${countInWords(low)} to ${countInWords(high)}`;
}

/** An estimate with its qualifier: `about 12`, `nearly 12`, `24 or more (vague)`. */
export function estimateInWords(value: Estimate): string {
  if (value.qualifier === 'about' && value.high !== null) {
    if (value.low === null) return `nearly ${countInWords(value.high)}`;
    return `about ${rangeInWords(value)}`;
  }
  return value.qualifier === 'vague' ? `${rangeInWords(value)} (vague)` : rangeInWords(value);
}

/** An ISO day as `Wednesday 15 October 2025`. */
export function dayInWords(day: string): string {
  const number = parseIsoDay(day);
  if (number === null) return day;
  const { year, month, day: date } = calendarDay(number);
  return `${WEEKDAYS[weekdayOf(number) - 1]} ${date} ${MONTHS[month - 1]} ${year}`;
}

/** When something was: the day or interval, the part of the day, or the words as they stand where no day is known. */
export function whenInWords(when: When): string {
  if (when.start === null || when.end === null) {
    return when.words === null ? NOT_STATED : `“${when.words}”, day not known`;
  }
  const days =
    when.start === when.end ? dayInWords(when.start) : `${dayInWords(when.start)} to ${dayInWords(when.end)}`;
  return when.partOfDay === null ? days : `${days}, ${when.partOfDay}`;
}

/** How exact a place is, or that it could not be placed. */
export function placePrecisionInWords(place: Pick<Place, 'precision'>): string {
  return place.precision === null ? 'not placed on the map' : (PLACE_PRECISION_WORDS[place.precision - 1] ?? '');
}

/** How exact a time is, null where no day is known. */
export function whenPrecisionInWords(when: When): string | null {
  return when.precision === null ? null : (WHEN_PRECISION_WORDS[when.precision - 1] ?? null);
}

/** Whether the report says so, or it was concluded. */
export function basisInWords(basis: Basis): string {
  return basis === 'unknown' ? NOT_STATED : basis;
}

/** Names one after the other: `A`, `A and B`, `A, B and C`. */
export function listInWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** An event type as words: `armed-clash` is "armed clash". */
export function eventTypeInWords(type: string): string {
  return type.replaceAll('-', ' ');
}

/** Who was hurt: side and status, each said to be unknown where the report does not tell. */
export function victimsInWords(side: Pick<ActorRef, 'name'> | null, status: VictimStatus): string {
  if (side === null && status === 'unknown') return 'side and status not stated';
  if (side === null) return `${STATUS_WORDS[status]}, side not stated`;
  return side.name.toLowerCase() === STATUS_WORDS[status] ? side.name : `${side.name}, ${STATUS_WORDS[status]}`;
}

/**
 * Who says it, with the words of the text where they tell more than the name, and through whom. A report of a publisher
 * that is the voice of an actor says so: its own words are that actor's.
 */
export function claimantInWords(claimant: Claimant, source: Pick<Source, 'affiliation'> | null = null): string {
  if (claimant.kind === 'author') return authorInWords(source);
  const name = claimant.actor?.name ?? 'unnamed';
  const telling = claimant.words !== null && bare(claimant.words) !== bare(name);
  const words = telling ? ` (“${claimant.words}”)` : '';
  return `${name}${words}${claimant.via.map(via => `, via ${via}`).join('')}`;
}

function authorInWords(source: Pick<Source, 'affiliation'> | null): string {
  const voice = source?.affiliation ?? null;
  return voice === null ? 'the report itself' : `the report itself (voice of ${voice})`;
}

/** A name without article and case: "The Northern Front" tells no more than "Northern Front". */
function bare(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}
