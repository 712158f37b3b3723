import type { Span } from '../../model/span.ts';

/**
 * One run of letters and digits, the unit in which names are compared. `key` has no case, accent, dot or apostrophe;
 * `raw` keeps the case, which tells "IS" from "is". A possessive 's is left out of both, and out of the span.
 */
export interface Atom extends Span {
  readonly key: string;
  readonly raw: string;
  readonly possessive: boolean;
  /** Whether only spaces, hyphens, quotation marks or an opening bracket stand between it and the atom before. */
  readonly joined: boolean;
  /** Whether an opening bracket is among them. */
  readonly opened: boolean;
  /** Whether nothing but a hyphen stands between it and the atom before. */
  readonly hyphened: boolean;
}

const ATOM = /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’ʼʻ`´‘][\p{L}\p{N}\p{M}]+)*/gu;
const JOIN = /^[\s\-–‑/'"’‘“”«»ʼʻ([]{1,3}$/u;
const SHOUT = /\p{Lu}[\p{L}\d]*\p{Lu}|(?<![\p{L}\d])\p{Lu}+\d/u;
const PLAIN = /^[A-Za-z0-9]*$/;
const ASCII = /^[\x20-\x7f]*$/;
const UNFOLDED: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ə', 'a'],
]);

/** Cuts a text into atoms. Works on any text, whatever its tokens are, so that a name is found however it was cut. */
export function atomsOf(text: string): readonly Atom[] {
  const atoms: Atom[] = [];
  let last = 0;
  for (const match of text.matchAll(ATOM)) {
    const start = match.index;
    const whole = match[0];
    const genitive = /['’]s$/i.test(whole);
    const body = genitive ? whole.slice(0, -2) : whole;
    const raw = PLAIN.test(body) ? body : body.replace(/['’ʼʻ`´‘.]/g, '');
    const gap = text.slice(last, start);
    last = start + whole.length;
    atoms.push({
      start,
      end: start + body.length,
      key: foldWord(raw),
      raw,
      possessive: genitive || /^['’](?!\p{L})/u.test(text.slice(last, last + 2)),
      joined: gap === ' ' || JOIN.test(gap),
      opened: gap.includes('(') || gap.includes('['),
      hyphened: gap === '-' || gap === '–' || gap === '‑',
    });
  }
  return atoms;
}

/** A word without case and accents: "Ta‘izz" and "taizz" are one. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[ıßøłđðþæœə]/g, letter => UNFOLDED.get(letter) ?? letter);
}

/** Whether a word is written as an acronym is: two capitals or more, or a capital beside a digit ("RSF", "FAMa", "M23"). */
export function isAcronym(raw: string): boolean {
  return SHOUT.test(raw);
}

/** Whether a word starts with a capital letter or a digit. */
export function isCapital(raw: string): boolean {
  const code = raw.charCodeAt(0);
  return code < 128 ? (code >= 65 && code <= 90) || (code >= 48 && code <= 57) : /^[\p{Lu}\p{N}]/u.test(raw);
}
