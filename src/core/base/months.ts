/** The months in order, each with the forms that English dates use, in lower case and without a full stop. */
const MONTHS: readonly RegExp[] = [
  /^jan(uary)?$/,
  /^feb(ruary)?$/,
  /^mar(ch)?$/,
  /^apr(il)?$/,
  /^may$/,
  /^june?$/,
  /^july?$/,
  /^aug(ust)?$/,
  /^sept?(ember)?$/,
  /^oct(ober)?$/,
  /^nov(ember)?$/,
  /^dec(ember)?$/,
];

/** The number of a month, 1 to 12, by its English name or abbreviation in any case; null for any other word. */
export function monthNumber(word: string): number | null {
  const found = MONTHS.findIndex(month => month.test(word.toLowerCase()));
  return found === -1 ? null : found + 1;
}
