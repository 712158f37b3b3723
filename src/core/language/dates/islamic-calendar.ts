import { type DayNumber, dayNumber } from '../../base/iso-day.ts';

/** 1 Muharram 1 of the civil tabular calendar, 19 July 622 in the Gregorian one. */
const EPOCH: DayNumber = dayNumber(622, 7, 19) ?? 0;

/**
 * First day of a month of the tabular (civil) Islamic calendar. The seen moon may begin a month a day earlier or later,
 * so a day from here is sure to within one day only.
 */
export function islamicMonthStart(year: number, month: number): DayNumber {
  const days = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));
  return EPOCH + days;
}

/** The Islamic year that a day falls in. */
export function islamicYearOf(day: DayNumber): number {
  return Math.floor((30 * (day - EPOCH) + 10_646) / 10_631);
}
