import type { SentenceSplitter } from './sentence.ts';
import { displayWidth } from './width.ts';
import { wrap, wrappedLines } from './wrap.ts';

/** How words are set off: by terminal styles, or, where `styled` is false, by nothing but the marks of a quote. */
export interface Paint {
  readonly styled: boolean;
  readonly title: (text: string) => string;
  readonly label: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly quote: (text: string) => string;
  readonly alert: (text: string) => string;
}

/** What a view writes on, and what it needs to know to write for people. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
  /** By ISO 3166-1 alpha-3; a code without a name stands for itself. */
  readonly countries: ReadonlyMap<string, string>;
  /** Where sentences end. */
  readonly sentences: SentenceSplitter;
}

/** What a page needs besides a terminal. */
export type Knowledge = Pick<Page, 'countries' | 'sentences'>;

/** A stretch of the text to be marked, as a quote is within its sentence. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export const PLAIN: Paint = {
  styled: false,
  title: text => text,
  label: text => text,
  faint: text => text,
  quote: text => text,
  alert: text => text,
};

export const STYLED: Paint = {
  styled: true,
  title: text => `\u001b[1m${text}\u001b[22m`,
  label: text => `\u001b[36m${text}\u001b[39m`,
  faint: text => `\u001b[2m${text}\u001b[22m`,
  quote: text => `\u001b[1;4m${text}\u001b[22;24m`,
  alert: text => `\u001b[33m${text}\u001b[39m`,
};

/** A text behind a prefix, wrapped; further lines stand as far in as the first. */
export function hanging(prefix: string, text: string, page: Page, style: keyof Omit<Paint, 'styled'> | null = null) {
  const indent = displayWidth(prefix);
  const lines = wrappedLines(text, Math.max(20, page.width - indent));
  return lines.map((line, i) => `${i === 0 ? prefix : ' '.repeat(indent)}${style ? page.paint[style](line) : line}`);
}

/**
 * A text with one stretch marked, wrapped and indented. The mark is bold and underlined on a terminal with styles and
 * stands between ⟦ and ⟧ without. A text with right-to-left letters is isolated, so that it cannot turn its neighbours.
 */
export function marked(text: string, mark: Mark, indent: number, page: Page): readonly string[] {
  const width = Math.max(20, page.width - indent);
  const { styled, quote } = page.paint;
  const full = styled
    ? text
    : `${text.slice(0, mark.start)}⟦${text.slice(mark.start, mark.end)}⟧${text.slice(mark.end)}`;
  return wrap(full, width).map(line => {
    const plain = full.slice(line.start, line.end);
    const from = Math.max(line.start, mark.start) - line.start;
    const to = Math.min(line.end, mark.end) - line.start;
    const painted = styled && from < to ? plain.slice(0, from) + quote(plain.slice(from, to)) + plain.slice(to) : plain;
    return ' '.repeat(indent) + isolated(painted);
  });
}

function isolated(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
