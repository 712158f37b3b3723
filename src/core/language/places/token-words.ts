import type { Token } from '../token.ts';

/** A token in small letters; the empty string beyond the ends of the text. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text.toLowerCase() ?? '';
}

/** The words between two names, in small letters; the empty string where they are more than five. */
export function wordsBetween(tokens: readonly Token[], start: number, end: number): string {
  return end - start > 5
    ? ''
    : tokens
        .slice(start, end)
        .map(token => token.text.toLowerCase())
        .join(' ');
}
