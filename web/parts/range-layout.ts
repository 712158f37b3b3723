/** Bounds of a number of people; null where nobody sets one. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** What a claimant's figure counts for in a toll. */
export type MarkStatus = 'counted' | 'superseded' | 'subtotal' | 'left-out';

/** One claimant's figure on a range. */
export interface RangeMark extends Bounds {
  readonly id: string;
  readonly claimant: string;
  readonly status: MarkStatus;
}

/** A mark with its place: `at` and `to` as shares of the width, and the row in which it has room. */
export interface PlacedMark<T extends RangeMark> {
  readonly mark: T;
  readonly letter: string;
  readonly at: number;
  /** Where its own range ends; null where it has no upper bound. */
  readonly to: number | null;
  readonly lane: number;
}

/** Closer than this, as a share of the width, two marks would cover each other on a narrow phone. */
const ROOM = 0.1;

/** The top of a scale that holds all bounds, at a round number, with room for what has no upper bound. */
export function scaleTop(bounds: readonly Bounds[]): number {
  const known = bounds.flatMap(({ low, best, high }) => [low, best, high]).filter(count => count !== null);
  const largest = Math.max(1, ...known);
  const open = bounds.some(({ low, high }) => low !== null && high === null);
  const wanted = open ? largest * 1.2 : largest;
  // Whole numbers of people only: below ten the scale ends at the figure itself.
  if (wanted < 10) return Math.ceil(wanted);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find(times => times * power >= wanted) ?? 10;
  return step * power;
}

/** Where every mark of a range stands. What names no number at all has no place on it, and is not part of the answer. */
export function placeMarks<T extends RangeMark>(marks: readonly T[], top: number): readonly PlacedMark<T>[] {
  const ends: number[] = [];
  const placed: PlacedMark<T>[] = [];
  for (const [i, mark] of marks.entries()) {
    const first = mark.best ?? mark.low ?? mark.high;
    if (first === null) continue;
    const at = (mark.low ?? first) / top;
    const to = mark.high === null ? null : mark.high / top;
    const free = ends.findIndex(end => end + ROOM <= at);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to ?? 1;
    placed.push({ mark, letter: letterOf(i), at: first / top, to, lane });
  }
  return placed;
}

/** The letter that stands for the n-th mark: A to Z, then AA, AB and so on. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
