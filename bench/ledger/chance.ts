/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number from 0 up to and without `below`. */
  whole(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** As `pick`, the first items far more often than the last, as words and places are. */
  pickOften<T>(items: readonly T[]): T;
}

/** The generator mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[Math.min(index, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    next,
    whole,
    pick: items => at(items, whole(items.length)),
    pickOften: items => at(items, Math.floor(items.length * next() ** 3)),
  };
}
