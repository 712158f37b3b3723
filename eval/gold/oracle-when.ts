import { daysInMonth, parseIsoDay } from '../../src/core/base/iso-day.ts';
import { unknownWhen, type When } from '../../src/core/model/index.ts';

/** A time of the gold set (day, interval, month, year or null) as a `When`. */
export function oracleWhen(gold: string | null): When {
  if (gold === null) return unknownWhen('the report does not say');
  const [from = '', until = from] = gold.split('/');
  const [start, end] = [firstDay(from), lastDay(until)];
  const days = (parseIsoDay(end) ?? 0) - (parseIsoDay(start) ?? 0) + 1;
  const precision = days === 1 ? 1 : days < 7 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
  return { words: null, span: null, start, end, precision, partOfDay: null, basis: 'stated', why: 'gold' };
}

function firstDay(text: string): string {
  return text.length === 10 ? text : text.length === 7 ? `${text}-01` : `${text}-01-01`;
}

function lastDay(text: string): string {
  if (text.length === 10) return text;
  if (text.length === 4) return `${text}-12-31`;
  const [year = '', month = ''] = text.split('-');
  return `${text}-${daysInMonth(Number(year), Number(month))}`;
}
