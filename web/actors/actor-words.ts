import type { RelationLine } from '../../src/core/api/index.ts';
import { calendarDay, parseIsoDay } from '../../src/core/base/iso-day.ts';
import { RELATION_WORDS } from '../../src/core/export/claim-words.ts';
import { dayInWords } from '../../src/core/export/words.ts';
import type { ActorKind } from '../../src/core/model/index.ts';

/** A kind of actor in words: `armed-group` is "armed group". */
export function kindInWords(kind: ActorKind): string {
  return kind.replaceAll('-', ' ');
}

/** How the first of two actors is said to stand to the second, without their names. */
export function relationInWords({ type, polarity }: Pick<RelationLine, 'type' | 'polarity'>): string {
  return polarity === 'negative' ? `not so: ${RELATION_WORDS[type]}` : RELATION_WORDS[type];
}

/** The time for which a relation is told. */
export const VALID_WORDS: Readonly<Record<RelationLine['valid'], string>> = {
  present: 'told as holding at the time of the report',
  past: 'told as past',
  unknown: 'time not stated',
};

/** The days between which a tie held: `since Tuesday 1 March 2022`. */
export function tieInWords({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  if (from === null && until === null) return 'days not stated';
  if (until === null) return `since ${dayInWords(from ?? '')}; no end stated`;
  return from === null
    ? `until ${dayInWords(until)}; beginning not stated`
    : `${dayInWords(from)} to ${dayInWords(until)}`;
}

/** A month as `October 2026`. */
export function monthInWords(month: string): string {
  return dayInWords(`${month}-01`).replace(/^\S+ \S+ /, '');
}

/** Every month from the first to the last of these: a month of which nothing is told stands among them. */
export function monthsBetween(months: readonly string[]): readonly string[] {
  const sorted = months.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const day = first === undefined ? null : parseIsoDay(`${first}-01`);
  if (day === null || last === undefined) return [];
  const all: string[] = [];
  for (let { year, month } = calendarDay(day); ; month = month === 12 ? 1 : month + 1, year += month === 1 ? 1 : 0) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return all;
    all.push(name);
  }
}
