import { parseIsoDay } from '../base/iso-day.ts';
import type { DateMention } from '../language/dates/date-mention.ts';
import type { Sentence } from '../language/token.ts';
import { unknownWhen, type When } from '../model/when.ts';
import { type Context, sentenceOf, within } from './context.ts';
import { isFarSaying, isSaying } from './saying-words.ts';

/** An expression of so many days or fewer tells when one happening was. */
const DAYS_MAX = 8;

/**
 * When the word's happening was, by its own sentence (codebook §6.8): the nearest day, with the nearest part of day where
 * the day has none. A part of day alone names no day ("around 4 am"), and the day on which somebody says it is not the
 * day on which it was.
 */
export function whenOf(context: Context, at: number): When {
  const { tokenStart, tokenEnd } = partOf(context, at);
  const dated = within(context.dateAt, { start: tokenStart, end: tokenEnd })
    .filter(isTime)
    .filter(date => !isFarSaying(context, date.tokenStart, at) && !isAside(context, date.tokenStart, at));
  const nearest = [...dated].sort((a, b) => Math.abs(a.tokenStart - at) - Math.abs(b.tokenStart - at));
  const day = nearest.find(date => date.kind !== 'part-of-day' && date.when.start !== null);
  const part = nearest.find(({ kind }) => kind === 'part-of-day');
  if (day === undefined) {
    const vague = part ?? nearest.at(0);
    return vague === undefined ? unknownWhen('the sentence names no time') : withoutDay(vague.when);
  }
  return { ...day.when, partOfDay: day.when.partOfDay ?? part?.when.partOfDay ?? null };
}

/** The days that a sentence names for what it tells, those of the saying left out. */
export function daysIn(context: Context, { tokenStart, tokenEnd }: Sentence): readonly When[] {
  return within(context.dateAt, { start: tokenStart, end: tokenEnd })
    .filter(date => date.kind === 'day' || date.kind === 'interval')
    .filter(date => isShort(date.when) && !isSaying(context, date.tokenStart))
    .map(({ when }) => when);
}

function isShort({ start, end }: When): boolean {
  const [first, last] = [start === null ? null : parseIsoDay(start), end === null ? null : parseIsoDay(end)];
  return first !== null && last !== null && last - first < DAYS_MAX;
}

/** "Nine were taken, of whom four were freed on Friday": the time of a relative clause is not that of what it hangs on. */
function isAside(context: Context, date: number, at: number): boolean {
  const between = context.tree.tokens.slice(at + 1, date);
  return between.some(({ xpos, text }) => /^W(?:P|DT)/.test(xpos) && text.toLowerCase() !== 'that');
}

/** The part of a sentence between semicolons that holds a token. */
function partOf(context: Context, at: number): { readonly tokenStart: number; readonly tokenEnd: number } {
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const isBreak = (i: number) => context.tree.tokens[i].text === ';';
  let [start, end] = [at, at];
  while (start > tokenStart && !isBreak(start - 1)) start -= 1;
  while (end < tokenEnd && !isBreak(end)) end += 1;
  return { tokenStart: start, tokenEnd: end };
}

/** "late in the morning": an hour that the words put on no day. */
function withoutDay(when: When): When {
  if (when.start === null) return when;
  return { ...when, start: null, end: null, precision: null, basis: 'unknown', why: 'an hour without a day' };
}

function isTime({ kind }: DateMention): boolean {
  return kind === 'day' || kind === 'interval' || kind === 'part-of-day' || kind === 'period';
}
