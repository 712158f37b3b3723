import type { Problem } from './problem.ts';

/** What every stage gives: always a value, perhaps empty, and the difficulties met on the way to it. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
