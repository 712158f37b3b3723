import type { DateMention } from '../language/dates/date-mention.ts';
import { unknownWhen, type When } from '../model/when.ts';
import { type Context, sentenceOf, within } from './context.ts';

/** The time expression nearest to the word, in its clause first and then in its sentence. */
export function whenOf(context: Context, at: number): When {
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const dated = within(context.dateAt, { start: tokenStart, end: tokenEnd }).filter(isTime);
  const nearest = dated
    .map(date => ({ date, distance: Math.abs(date.tokenStart - at) }))
    .sort((a, b) => a.distance - b.distance)
    .at(0);
  return nearest?.date.when ?? unknownWhen('the sentence names no time');
}

function isTime({ kind }: DateMention): boolean {
  return kind === 'day' || kind === 'interval' || kind === 'part-of-day' || kind === 'period';
}
