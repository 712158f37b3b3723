import { calendarDay, type DayNumber, formatIsoDay, isoWeek } from '../../base/iso-day.ts';
import type { PartOfDay } from '../../model/when.ts';
import type { CalendarReading, Season, Unit } from './reading.ts';

/** A written date as TimeML writes it, what is not known as X: `1939-09-01`, `XXXX-10-15`, `BC0480-08`. */
export function calendarValue({ year, month, day }: CalendarReading): string {
  const head = year === null ? 'XXXX' : yearValue(year);
  if (month === null) return day === null ? head : `${head}-XX-${pad(day, 2)}`;
  return day === null ? `${head}-${pad(month, 2)}` : `${head}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The unit of the calendar that a day lies in: its day, week, month, year, decade. */
export function unitValue(number: DayNumber, unit: Unit): string {
  const { year, month } = calendarDay(number);
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
    case 'day':
      return formatIsoDay(number) ?? calendarValue({ type: 'calendar', ...calendarDay(number) });
    case 'week':
      return weekValue(number);
    case 'weekend':
      return `${weekValue(number)}-WE`;
    case 'month':
      return `${yearValue(year)}-${pad(month, 2)}`;
    case 'quarter':
      return `${yearValue(year)}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return yearValue(year);
    case 'decade':
      return year > 0 ? pad(Math.floor(year / 10), 3) : `BC${pad(Math.floor((1 - year) / 10), 3)}`;
    case 'century':
      return year > 0 ? pad(Math.floor(year / 100), 2) : `BC${pad(Math.floor((1 - year) / 100), 2)}`;
  }
}

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};

/** A length: `P3D`, `PT24H`, `PXY` where the amount is vague. */
export function lengthValue(unit: Unit, amount: number | null): string {
  const time = unit === 'hour' || unit === 'minute' || unit === 'second' ? 'T' : '';
  return `P${time}${amount ?? 'X'}${LETTERS[unit]}`;
}

/** A unit of which nothing is known but what it is: `XXXX-WXX`. */
export function openValue(unit: Unit): string {
  if (unit === 'week' || unit === 'weekend') return 'XXXX-WXX';
  if (unit === 'month') return 'XXXX-XX';
  return unit === 'day' ? 'XXXX-XX-XX' : 'XXXX';
}

export function seasonValue(year: number | null, season: Season): string {
  return `${year === null ? 'XXXX' : yearValue(year)}-${season}`;
}

const PARTS: Readonly<Record<PartOfDay, string>> = {
  dawn: 'TMO',
  morning: 'TMO',
  midday: 'TMI',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  overnight: 'TNI',
  early: '',
  late: '',
};

/** A day's value with its hour or part of the day. */
export function withPart(value: string | null, part: PartOfDay | null, clock: string | null): string | null {
  if (value === null) return null;
  return clock === null ? value + (part === null ? '' : PARTS[part]) : `${value}T${clock}`;
}

function yearValue(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

function weekValue(number: DayNumber): string {
  const { year, week } = isoWeek(number);
  return `${yearValue(year)}-W${pad(week, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
