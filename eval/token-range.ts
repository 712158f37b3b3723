import type { Token } from '../src/core/language/token.ts';
import type { TokenRange } from '../src/core/language/tree.ts';

/** A span as the corpora mark it: half-open, in UTF-16 units. */
export interface MarkedSpan {
  readonly b: number;
  readonly e: number;
}

/** The tokens that a marked span touches; null where there is no span or no token in it. */
export function rangeOfSpan(tokens: readonly Token[], span: MarkedSpan | null): TokenRange | null {
  if (span === null) return null;
  const inside = tokens.filter(({ start, end }) => start < span.e && span.b < end);
  const last = inside.at(-1);
  return last === undefined ? null : { start: inside[0].index, end: last.index + 1 };
}
