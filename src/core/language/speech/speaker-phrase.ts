import type { Sentence, Token } from '../token.ts';
import { antecedent, subtree, type TokenRange, type Tree } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import { isBlankHyphen, isMark, isNoun } from './token-kinds.ts';

/** Who speaks at a cue. */
export interface SpeechSource {
  /** Head of the words for the speaker. */
  readonly head: number;
  readonly range: TokenRange;
  readonly relative: number | null;
  /** True where the speaker stands right behind the cue ("…, said the mayor"). */
  readonly inverted: boolean;
}

/** Where a verb of saying stands. */
export interface SpeechPlace {
  readonly tree: Tree;
  readonly sentence: Sentence;
  readonly quotations: Quotations;
  readonly at: number;
}

/** Whether a token can be the speaker: he does not stand in his own quotation. */
export function isOutside({ quotations, at }: SpeechPlace, index: number): boolean {
  return quotations.at[index] < 0 || quotations.at[index] === quotations.at[at];
}

/** The words of a speaker, on his side of the cue, with what tells who he is but without marks at the ends. */
export function speakerPhrase(place: SpeechPlace, subject: Token): SpeechSource {
  const { tree, at } = place;
  const noun = antecedent(tree, subject.index);
  const head = noun?.index ?? subject.index;
  const inverted = head > at && (subject.head === at || subject.index - at < 6);
  const full = sided(subtree(tree, head), head, at);
  const bare = isSound(tree, full) ? full : sided(subtree(tree, head, CLAUSES), head, at);
  const range = trimmed(place, withoutParticiple(tree, head, withoutLead(place, head, bare)));
  if (noun !== null || inverted) return { head, range, relative: noun === null ? null : subject.index, inverted };
  const near = filled(place, range);
  const whole = wholeSubject(place, near);
  if (whole !== null) return { ...whole, relative: null, inverted };
  return { head: headOf(tree, near, head), range: near, relative: null, inverted };
}

/**
 * The whole noun phrase where the tree saw only its end as the subject ("a source at the [main hospital] said", "the
 * mission that watches the [truce] said"): from the mark or sentence start before it, if no other clause is between.
 */
function wholeSubject(place: SpeechPlace, { start, end }: TokenRange): Phrase | null {
  const { tokens } = place.tree;
  const from = phraseStart(place, start);
  if (from >= start || tokens[start].upos === 'PRON' || !isPhrase(place.tree, from, start)) return null;
  const head = firstHead(place.tree, from, end);
  return head === null ? null : { head, range: { start: from, end } };
}

interface Phrase {
  readonly head: number;
  readonly range: TokenRange;
}

/**
 * The noun phrase that fills the place between a mark and a verb of saying, whatever the tree says ("…, a source at the
 * main hospital said"); null where something else stands there.
 */
export function phraseBefore(place: SpeechPlace): Phrase | null {
  const { tree, at } = place;
  let end = at;
  while (end > place.sentence.tokenStart && ['AUX', 'ADV'].includes(tree.tokens[end - 1].upos)) end -= 1;
  const start = phraseStart(place, end);
  if (start >= end || !isPhrase(tree, start, end)) return null;
  const head = firstHead(tree, start, end);
  return head === null ? null : { head, range: { start, end } };
}

/**
 * Two noun phrases between commas right before a verb of saying: an office and its holder's name, or the other way round
 * ("…, the interior minister, Amina Diallo, said"), where the tree hangs them on what stands before.
 */
export function apposedBefore(place: SpeechPlace): Phrase | null {
  const { tree, at } = place;
  if (tree.tokens[at - 1]?.text !== ',') return null;
  const second = phraseStart(place, at - 1);
  if (second >= at - 1 || tree.tokens[second - 1]?.text !== ',' || !isPhrase(tree, second, at - 1)) return null;
  const first = phraseStart(place, second - 1);
  if (first >= second - 1 || !isPhrase(tree, first, second - 1)) return null;
  const isName = (from: number) => tree.tokens[from].upos === 'PROPN';
  if (isName(first) === isName(second)) return null;
  const head = firstHead(tree, first, second - 1);
  return head === null ? null : { head, range: { start: first, end: at - 1 } };
}

/** Where the words before a token begin: behind the nearest mark, or with the sentence. */
function phraseStart({ tree: { tokens }, sentence }: SpeechPlace, end: number): number {
  let from = end;
  while (
    from > sentence.tokenStart &&
    end - from < WHOLE_MAX &&
    !isMark(tokens[from - 1]) &&
    !isBlankHyphen(tokens, from - 1)
  ) {
    // "UPDATE | The union": an article behind a noun opens another phrase.
    if (tokens[from].upos === 'DET' && isNoun(tokens[from - 1])) break;
    from -= 1;
  }
  return from < end && ['CCONJ', 'ADV'].includes(tokens[from].upos) ? from + 1 : from;
}

/** Whether words can be a noun phrase: they open like one, and a verb in them is a participle or of a relative clause. */
function isPhrase({ tokens }: Tree, start: number, end: number): boolean {
  if (!OPENS.has(tokens[start].upos)) return false;
  for (let i = start; i < end; i += 1) {
    // "a figure that the army admitted": a relative clause whose verb is the cue is no part of its subject.
    if (opensRelative(tokens[i]) && !tokens.slice(i + 1, end).some(({ xpos }) => xpos.startsWith('V'))) return false;
    if (!/^(?:VB|VBD|VBZ|VBP|MD)$/.test(tokens[i].xpos)) continue;
    const before = tokens.slice(Math.max(start, i - 3), i);
    if (!before.some(({ xpos, label }) => /^W/.test(xpos) || label === 'mark')) return false;
  }
  return true;
}

function opensRelative({ xpos, text, upos }: Token): boolean {
  return /^W/.test(xpos) || (/^that$/i.test(text) && upos !== 'DET');
}

/** The head of the first run of nouns. */
function firstHead({ tokens }: Tree, start: number, end: number): number | null {
  let head = start;
  while (head < end && !isNoun(tokens[head])) head += 1;
  if (head >= end || tokens[head].label === 'obl') return null;
  while (head + 1 < end && (isNoun(tokens[head + 1]) || tokens[head + 1].xpos === 'POS')) head += 1;
  return isNoun(tokens[head]) ? head : null;
}

/** Cuts what stands before a speaker without belonging to him: a place line and its dash, "later, in the capital, …". */
function withoutLead(place: SpeechPlace, head: number, { start, end }: TokenRange): TokenRange {
  const { tokens } = place.tree;
  let from = start;
  for (let i = start; i < Math.min(head, end); i += 1) {
    if (/^[–—]$|^--$/.test(tokens[i].text) || isBlankHyphen(tokens, i) || !isOutside(place, i)) from = i + 1;
    else if (tokens[i].text === ',' && ['ADP', 'ADV', 'SCONJ', 'VERB'].includes(tokens[from].upos)) from = i + 1;
  }
  if (from < head && tokens[from].upos === 'ADP' && tokens[head].upos === 'PROPN') {
    // "In an interview Amina Diallo said": the name alone.
    from = head;
    while (from > start && tokens[from - 1].upos === 'PROPN') from -= 1;
  }
  return { start: from, end };
}

/** Cuts what a speaker is doing from who he is ("the mayor, speaking to reporters"). */
function withoutParticiple({ tokens }: Tree, head: number, { start, end }: TokenRange): TokenRange {
  for (let i = head + 1; i + 1 < end; i += 1)
    if (tokens[i].text === ',' && tokens[i + 1].xpos === 'VBG') return { start, end: i };
  return { start, end };
}

/** Widens a speaker by the words beside him that the tree hung elsewhere ("Radio Nord's [Amina Diallo] said"). */
function filled({ tree: { tokens }, sentence, at }: SpeechPlace, { start, end }: TokenRange): TokenRange {
  let to = end;
  while (to < at && NOMINAL.has(tokens[to].upos)) to += 1;
  const reaches = to === at || ['AUX', 'ADV', 'PART'].includes(tokens[to].upos);
  let from = start;
  // "Gov. Sow (N-Gao) said": the party in brackets is not the speaker.
  if (tokens[from - 1]?.text === '(' && from - 1 > sentence.tokenStart) from -= 1;
  while (from > sentence.tokenStart && tokens[start].upos !== 'PRON' && tokens[from].upos !== 'DET') {
    const before = tokens[from - 1];
    const links = /^of$/i.test(before.text) && from - 2 >= sentence.tokenStart && isNoun(tokens[from - 2]);
    if (!links && (!NOMINAL.has(before.upos) || before.label === 'obl')) break;
    from -= 1;
  }
  return { start: from, end: reaches ? Math.max(end, to) : end };
}

/** The head that governs: "ministry" in "the ministry of defence", the name before brackets, where the tree took another. */
function headOf({ tokens }: Tree, { start }: TokenRange, head: number): number {
  for (let i = head - 1; i > start; i -= 1) {
    if (tokens[i].text === '(' && isNoun(tokens[i - 1])) return i - 1;
    if (/^of$/i.test(tokens[i].text) && isNoun(tokens[i - 1])) return i - 1;
    if (!NOMINAL.has(tokens[i].upos)) return head;
  }
  return head;
}

/** Of a range that reaches over the cue only the side on which its head stands. */
function sided({ start, end }: TokenRange, head: number, cue: number): TokenRange {
  return head < cue ? { start, end: Math.min(end, cue) } : { start: Math.max(start, cue + 1), end };
}

/** Words for a speaker hold no quotation and are no half page long: else the tree has hung too much on the noun. */
function isSound(tree: Tree, { start, end }: TokenRange): boolean {
  if (end - start > 30) return false;
  for (let i = start; i < end; i += 1) if (/^(?:["“”«»:;]|''|``)$/.test(tree.tokens[i].text)) return false;
  return true;
}

function trimmed({ tree, sentence }: SpeechPlace, range: TokenRange): TokenRange {
  let start = Math.max(range.start, sentence.tokenStart);
  let end = Math.min(range.end, sentence.tokenEnd);
  while (end - start > 1 && isLoose(tree.tokens[end - 1])) end -= 1;
  while (end - start > 1 && isLoose(tree.tokens[start])) start += 1;
  return { start, end };
}

function isLoose({ upos, label }: Token): boolean {
  return upos === 'PUNCT' || label === 'cc' || upos === 'SCONJ' || (upos === 'ADP' && label !== 'det');
}

/** How many words a speaker's phrase may have before what the tree saw of it. */
const WHOLE_MAX = 16;

/** Word classes that open a noun phrase. */
const OPENS: ReadonlySet<string> = new Set(['DET', 'NUM', 'NOUN', 'PROPN', 'ADJ']);

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM']);

const CLAUSES: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'parataxis',
  'punct',
  'appos',
  'advcl',
  'ccomp',
  'conj',
] as const);
