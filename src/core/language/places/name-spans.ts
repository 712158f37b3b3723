import { foldName } from '../../base/fold-name.ts';
import type { Sentence, Token } from '../token.ts';
import type { Gazetteer, NameHit } from './gazetteer.ts';

/** Whether capitals tell names in a sentence, or whether all of it is in capitals or in small letters. */
export type CaseMode = 'mixed' | 'upper' | 'lower';

/** Tokens `[tokenStart, tokenEnd)` that the gazetteer knows as a name, with every reading of it. */
export interface NameSpan {
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly key: string;
  readonly hits: readonly NameHit[];
  readonly mode: CaseMode;
}

const tokensMax = 7;

/** The longest known names of a text, from left to right, not overlapping: proposals, of which many are no places. */
export function findNameSpans(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const sentence of sentences) {
    const mode = caseMode(tokens, sentence);
    for (let at = sentence.tokenStart; at < sentence.tokenEnd; ) {
      const span =
        abbreviationAt(tokens, at, sentence, gazetteer) ??
        longestAt(tokens, at, sentence.tokenEnd, mode, gazetteer) ??
        variantAt(tokens, at, sentence, mode, gazetteer);
      if (span) spans.push(span);
      at = span ? span.tokenEnd : at + 1;
    }
  }
  return spans;
}

/** "Alexandria, *La.*": a state's abbreviation behind a name and a comma. */
function abbreviationAt(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  gazetteer: Gazetteer,
): NameSpan | null {
  const { text, end } = tokens[at];
  if (at < sentence.tokenStart + 2 || tokens[at - 1].text !== ',' || !isCapitalised(tokens[at - 2])) return null;
  const next = tokens[at + 1];
  const stopped = next?.text === '.' && next.start === end;
  if (!stopped && !text.includes('.') && !/^\p{Lu}{2}$/u.test(text)) return null;
  const key = foldName(text);
  const entry = gazetteer.abbreviated(key);
  if (entry === null) return null;
  return {
    tokenStart: at,
    tokenEnd: stopped && next.sentence === sentence.index ? at + 2 : at + 1,
    key: `^${key}`,
    hits: [{ entry, match: 'alternate' }],
    mode: 'mixed',
  };
}

/** How a sentence uses capitals. */
export function caseMode(tokens: readonly Token[], sentence: Sentence): CaseMode {
  let upper = 0;
  let capital = 0;
  let words = 0;
  for (let i = sentence.tokenStart; i < sentence.tokenEnd; i++) {
    const text = tokens[i].text;
    if (text.length < 3 || !/^\p{L}/u.test(text)) continue;
    words++;
    if (/^\p{Lu}/u.test(text)) capital++;
    if (text === text.toUpperCase()) upper++;
  }
  if (words >= 3 && upper >= words * 0.7) return 'upper';
  return words >= 4 && capital === 0 ? 'lower' : 'mixed';
}

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  end: number,
  mode: CaseMode,
  gazetteer: Gazetteer,
): NameSpan | null {
  if (!mayBegin(tokens, at, mode, gazetteer)) return null;
  let key = '';
  let found: NameSpan | null = null;
  for (let i = at; i < Math.min(end, at + tokensMax); i++) {
    if (i > at && !mayContinue(tokens, i, mode, gazetteer)) break;
    const folded = foldName(tokens[i].text);
    key += folded;
    if (folded === '' || key.length < 2 || !mayEnd(tokens[i], mode, gazetteer, i > at) || !gazetteer.mayKnow(key))
      continue;
    const hits = gazetteer.hits(key);
    if (hits.length > 0 && !(i === at && isNoName(folded, gazetteer)))
      found = { tokenStart: at, tokenEnd: i + 1, key, hits, mode };
  }
  return found && withFullStop(tokens, found, end);
}

function isNoName(word: string, { words }: Gazetteer): boolean {
  return words.never.has(word) || words.article.has(word);
}

/** A name of up to three capitalised words that only sounds like one that we know. */
function variantAt(
  tokens: readonly Token[],
  at: number,
  sentence: Sentence,
  mode: CaseMode,
  gazetteer: Gazetteer,
): NameSpan | null {
  if (mode !== 'mixed' || !isCapitalised(tokens[at]) || (at > sentence.tokenStart && isCapitalised(tokens[at - 1])))
    return null;
  let end = at + 1;
  while (end < sentence.tokenEnd && end < at + 4 && (isCapitalised(tokens[end]) || tokens[end].text === '-')) end++;
  const key = tokens
    .slice(at, end)
    .map(token => foldName(token.text))
    .join('');
  const hits = gazetteer.variants(key);
  return hits.length > 0 ? { tokenStart: at, tokenEnd: end, key, hits, mode } : null;
}

function mayBegin(tokens: readonly Token[], at: number, mode: CaseMode, gazetteer: Gazetteer): boolean {
  const token = tokens[at];
  if (!/^[\p{L}‘’ʻʿ'`]/u.test(token.text)) return false;
  if (mode !== 'mixed') return token.upos === 'PROPN' || token.upos === 'ADJ' || token.upos === 'NOUN';
  if (/\p{Lu}/u.test(token.text.slice(0, 2))) return true;
  return (
    gazetteer.words.article.has(token.text.toLowerCase()) &&
    (tokens[at + 1]?.text === '-' || isCapitalised(tokens[at + 1]))
  );
}

function mayContinue(tokens: readonly Token[], at: number, mode: CaseMode, gazetteer: Gazetteer): boolean {
  const { text, start } = tokens[at];
  const before = tokens[at - 1];
  if (/^[-‐‑’'‘ʼʻʿ`/]$/u.test(text)) return start === before.end || tokens[at + 1]?.start === tokens[at].end;
  if (text === '.') return start === before.end && before.text.length <= 3;
  if (!/^\p{L}/u.test(text)) return false;
  if (mode !== 'mixed' || /\p{Lu}/u.test(text.slice(0, 2))) return true;
  const word = text.toLowerCase();
  return gazetteer.words.link.has(word) || gazetteer.words.feature.has(word) || gazetteer.words.border.has(word);
}

function mayEnd(token: Token, mode: CaseMode, gazetteer: Gazetteer, inside: boolean): boolean {
  if (mode !== 'mixed' || /\p{Lu}/u.test(token.text.slice(0, 2))) return true;
  const word = token.text.toLowerCase();
  return inside && (gazetteer.words.feature.has(word) || gazetteer.words.border.has(word));
}

/** "U.S" and its full stop are two tokens at times; the name has both. */
function withFullStop(tokens: readonly Token[], span: NameSpan, end: number): NameSpan {
  const last = tokens[span.tokenEnd - 1];
  const next = tokens[span.tokenEnd];
  if (!next || span.tokenEnd >= end || next.text !== '.' || next.start !== last.end || !last.text.includes('.'))
    return span;
  return { ...span, tokenEnd: span.tokenEnd + 1 };
}
