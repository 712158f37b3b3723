import type { Token } from '../../language/token.ts';
import { fillerText } from './filler-text.ts';
import type { RoleWords } from './role-words.ts';

/** A stretch of words that may fill a role: tokens `[start, end)` around the noun `head`. */
export interface Candidate {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly head: number;
  /** How the stretch was cut from its phrase: 0 whole, 1 without article and number, 2 names and nouns only … */
  readonly cut: number;
  /** Its words as they are compared. */
  readonly text: string;
}

/** Longest stretch that a filler has with what hangs behind it. */
const behindMax = 14;

/** Every noun phrase of a document, each cut in up to eleven ways: which of them is meant is left to the model. */
export function candidatesOf(text: string, words: RoleWords): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, tokenStart, tokenEnd } of words.sentences) {
    for (let head = tokenStart; head < tokenEnd; head++) {
      if (!mayHead(words.tokens[head], words.lower[head])) continue;
      for (const [start, end, cut] of cutsOf(words, head, tokenStart, tokenEnd)) {
        const filler = fillerText(text.slice(words.tokens[start].start, words.tokens[end - 1].end));
        if (filler.length >= 2) found.push({ sentence: index, start, end, head, cut, text: filler });
      }
    }
  }
  return found;
}

function mayHead({ upos, label }: Token, lower: string): boolean {
  if (upos === 'NOUN' || upos === 'PROPN') return true;
  return (upos === 'ADJ' && /obj|subj|nmod|obl|conj|root/.test(label)) || (upos === 'X' && lower.length > 2);
}

type Cut = readonly [start: number, end: number, cut: number];

function cutsOf(words: RoleWords, head: number, from: number, to: number): Cut[] {
  const { tokens } = words;
  const left = leftEnd(words, head, from);
  const right = rightEnd(words, head, to);
  let names = head;
  while (names > left && isNoun(tokens[names - 1])) names--;
  let bare = left;
  while (bare < head && /^(?:DT|CD|PRP\$|PDT)$/.test(tokens[bare].xpos)) bare++;
  const cuts = new Map<string, Cut>();
  const add = (start: number, end: number, cut: number): void => {
    const key = `${start} ${end}`;
    if (start < end && !cuts.has(key)) cuts.set(key, [start, end, cut]);
  };
  add(left, right, 0);
  add(bare, right, 1);
  add(names, right, 2);
  add(names, head + 1, 3);
  add(head, right, 4);
  add(head, head + 1, 5);
  // A title that governs its name: "captain | Alonso Chavez".
  if (right > head + 1 && tokens[head + 1].label === 'flat') add(head + 1, right, 11);
  if (names + 1 < head) add(names + 1, right, 12);
  for (const child of words.tree.children[head]) {
    if (child <= head || !tokens[child].label.startsWith('nmod') || !isNoun(tokens[child])) continue;
    const end = nameEnd(words, child, to);
    const whole = lastUnder(words, child) + 1;
    const isOf = words.tree.children[child].some(at => words.lower[at] === 'of');
    if (end - left < behindMax - 2) {
      add(left, end, isOf ? 6 : 7);
      add(bare, end, isOf ? 6 : 7);
      add(names, end, isOf ? 8 : 9);
    }
    if (whole !== end && whole - left < behindMax) add(left, whole, 10);
  }
  return [...cuts.values()];
}

const LEFT = /^(?:det|amod|compound|nummod|nmod|flat|advmod|punct|case|dep|goeswith)/;

/** The first word of the phrase of a noun: everything in front that hangs on it. */
function leftEnd({ tokens, lower }: RoleWords, head: number, from: number): number {
  let left = head;
  while (left > from) {
    const at = left - 1;
    if (!hangsOn(tokens, at, head) || /^[,.;:()]$/.test(lower[at]) || isOutside(tokens[at])) break;
    left = at;
  }
  return left;
}

function hangsOn(tokens: readonly Token[], at: number, head: number): boolean {
  for (let up = at, steps = 0; steps < 4; steps++) {
    if (up === head) return true;
    const { label, upos, xpos } = tokens[up];
    if (!LEFT.test(label) || (upos === 'VERB' && xpos !== 'VBN')) return false;
    if (tokens[up].head === up) return false;
    up = tokens[up].head;
  }
  return false;
}

function isOutside({ upos, xpos }: Token): boolean {
  if (upos === 'ADP' || upos === 'SCONJ') return true;
  return (upos === 'VERB' && xpos !== 'VBN') || (upos === 'PRON' && xpos !== 'PRP$');
}

/** One past the last part of a name that follows its noun. */
function rightEnd({ tokens, lower }: RoleWords, head: number, to: number): number {
  let last = head;
  while (last + 1 < to) {
    const next = tokens[last + 1];
    const belongs = next.head >= head && next.head <= last;
    const isPart = belongs && /^(?:flat|compound|appos|list|dep|nmod)/.test(next.label) && isNamePart(next);
    const after = tokens[last + 2];
    if (isPart) last++;
    else if (last + 2 < to && lower[last + 1] === '-' && after !== undefined && isNamePart(after)) last += 2;
    else break;
  }
  return last + 1;
}

function isNamePart({ upos }: Token): boolean {
  return upos === 'PROPN' || upos === 'NUM' || upos === 'NOUN';
}

function isNoun({ upos }: Token): boolean {
  return upos === 'PROPN' || upos === 'NOUN';
}

function nameEnd({ tokens }: RoleWords, at: number, to: number): number {
  let end = at + 1;
  while (end < to && tokens[end].upos === 'PROPN' && tokens[end].head >= at && tokens[end].head < end) end++;
  return end;
}

function lastUnder({ tree }: RoleWords, at: number): number {
  let last = at;
  const open = [at];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    last = Math.max(last, next);
    open.push(...tree.children[next]);
  }
  return last;
}
