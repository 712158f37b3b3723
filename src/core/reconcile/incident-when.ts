import { parseIsoDay } from '../base/iso-day.ts';
import { unknownWhen, type When } from '../model/index.ts';
import { byText } from './order.ts';

/**
 * When an incident was: from the first to the last day that its accounts give, by those that give days where any does.
 * Spans of text are left out, because they count in one report's text and an incident has many.
 */
export function incidentWhen(whens: readonly When[]): When {
  const dated = whens.filter(({ start }) => start !== null);
  const exact = dated.filter(({ precision }) => precision !== null && precision <= 2);
  const used = exact.length > 0 ? exact : dated;
  const [first] = used;
  if (first === undefined) return unknownWhen('no account gives a day that could be worked out');
  const starts = used.map(({ start }) => start ?? '').sort(byText);
  const ends = used.map(({ end }) => end ?? '').sort(byText);
  const [start, end] = [starts[0] ?? '', ends.at(-1) ?? ''];
  const agree = used.every(when => when.start === start && when.end === end);
  const partOfDay = used.every(when => when.partOfDay === first.partOfDay) ? first.partOfDay : null;
  return {
    words: null,
    span: null,
    start,
    end,
    precision: precisionOf(start, end, first.precision),
    partOfDay,
    basis: used.some(({ basis }) => basis === 'stated') ? 'stated' : 'implied',
    why: `${used.length === 1 ? 'one account' : `${used.length} accounts`}${agree ? '' : ', from the first day told to the last'}`,
  };
}

/** UCDP's date_prec of a time of so many days. */
function precisionOf(start: string, end: string, told: When['precision']): When['precision'] {
  const [first, last] = [parseIsoDay(start), parseIsoDay(end)];
  if (first === null || last === null) return told;
  const days = last - first + 1;
  if (days === 1) return 1;
  if (days < 7) return 2;
  if (days === 7) return 3;
  return days <= 31 ? 4 : 5;
}
