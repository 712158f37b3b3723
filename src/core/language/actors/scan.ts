import type { Sentence, Token } from '../token.ts';
import type { ActorIndex } from './actor-index.ts';
import { type Atom, atomsOf, isCapital } from './atoms.ts';
import type { Entry, Sense, WordUse } from './sense.ts';

/** A phrase of the register in the text: atoms `[from, to)` and one thing that it can mean. */
export interface Hit<S extends Sense = Sense> {
  readonly from: number;
  readonly to: number;
  readonly sense: S;
}

/** A text cut into atoms, with every phrase of the register that starts at each, longest first. */
export interface Scan {
  readonly text: string;
  readonly index: ActorIndex;
  /** The day of publication, null where it is not known. */
  readonly day: string | null;
  readonly atoms: readonly Atom[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** The number of the sentence of each atom. */
  readonly sentenceOf: readonly number[];
  /** The index of the token that holds the start of each atom. */
  readonly tokenAt: readonly number[];
  /** The last atom in each token that has one. */
  readonly atomAt: ReadonlyMap<number, number>;
  readonly hits: readonly (readonly Hit[])[];
  /** Whether a sentence is written in capitals, With A Capital On Each Word, or the text without any. */
  readonly writing: readonly Writing[];
}

type Writing = 'mixed' | 'title' | 'capitals' | 'small';

export interface ScanInput {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** Looks up every phrase of the register in a text. A phrase never crosses the end of a sentence. */
export function scanText(input: ScanInput, index: ActorIndex, day: string | null = null): Scan {
  const atoms = atomsOf(input.text);
  const sentenceOf = sentencesOf(atoms, input.sentences);
  const writing = writingsOf(input);
  const hits = atoms.map((_, i) => hitsFrom(i, atoms, sentenceOf, writing, index));
  const tokenAt = tokensOf(atoms, input.tokens);
  const atomAt = new Map(tokenAt.map((token, atom) => [token, atom]));
  return { ...input, index, day, atoms, sentenceOf, tokenAt, atomAt, hits, writing };
}

/** The longest hit of a type that starts at an atom, null where none does. */
export function longest<T extends Sense['type']>(
  scan: Scan,
  at: number,
  type: T,
  accept: (sense: Extract<Sense, { type: T }>) => boolean = () => true,
): Hit<Extract<Sense, { type: T }>> | null {
  for (const hit of scan.hits[at] ?? []) {
    if (isOfType(hit, type) && accept(hit.sense)) return hit;
  }
  return null;
}

/** All hits of a type that start at an atom and are as long as the longest of them. */
export function allLongest<T extends Sense['type']>(
  scan: Scan,
  at: number,
  type: T,
): readonly Hit<Extract<Sense, { type: T }>>[] {
  const first = longest(scan, at, type);
  if (first === null) return [];
  const found: Hit<Extract<Sense, { type: T }>>[] = [];
  for (const hit of scan.hits[at] ?? []) if (isOfType(hit, type) && hit.to === first.to) found.push(hit);
  return found;
}

/** Whether the atom belongs to the sentence and word group of the atom before it. */
export function follows(scan: Scan, at: number): boolean {
  const atom = scan.atoms[at];
  return atom?.joined === true && !atom.opened && scan.sentenceOf[at] === scan.sentenceOf[at - 1];
}

/** Where a word of this use that starts at the atom ends, -1 where none starts. */
export function wordEnd(scan: Scan, at: number, use: WordUse): number {
  for (const { to, sense } of scan.hits[at] ?? NONE) if (sense.type === 'word' && sense.use === use) return to;
  return -1;
}

/** Whether a phrase of this use ends right before the atom. */
export function precededBy(scan: Scan, at: number, use: WordUse): boolean {
  for (let length = 1; length <= 3 && at - length >= 0; length++) {
    if (scan.sentenceOf[at - length] !== scan.sentenceOf[at]) return false;
    const hit = (scan.hits[at - length] ?? []).some(
      ({ to, sense }) => to === at && sense.type === 'word' && sense.use === use,
    );
    if (hit) return true;
  }
  return false;
}

/** The token that holds the start of an atom. */
export function tokenOf(scan: Scan, atom: number): Token | undefined {
  return scan.tokens[scan.tokenAt[atom] ?? -1];
}

function isOfType<T extends Sense['type']>(hit: Hit, type: T): hit is Hit<Extract<Sense, { type: T }>> {
  return hit.sense.type === type;
}

function hitsFrom(
  from: number,
  atoms: readonly Atom[],
  sentenceOf: readonly number[],
  writing: readonly Writing[],
  index: ActorIndex,
): readonly Hit[] {
  const atom = atoms[from];
  const most = atom === undefined ? 0 : index.longestFrom(atom.key);
  if (most === 0) return NONE;
  const sentence = sentenceOf[from] ?? 0;
  let reach = 1;
  while (reach < most && atoms[from + reach]?.joined && sentenceOf[from + reach] === sentence) reach++;
  const hits: Hit[] = [];
  for (let length = reach; length > 0; length--) {
    for (const entry of index.entriesAt(atoms, from, from + length)) {
      if (fits(entry, atoms, from, length, writing[sentence] ?? 'mixed', index)) {
        hits.push({ from, to: from + length, sense: entry.sense });
      }
    }
  }
  return hits;
}

const NONE: readonly Hit[] = [];

/** Whether the case and brackets of the text allow an entry. */
function fits(
  entry: Entry,
  atoms: readonly Atom[],
  from: number,
  length: number,
  writing: Writing,
  index: ActorIndex,
): boolean {
  const first = atoms[from];
  if (first === undefined) return false;
  let opened = false;
  for (let i = from + 1; i < from + length; i++) opened ||= atoms[i]?.opened ?? false;
  if (opened !== entry.brackets) return false;
  if (entry.article && atoms[from - 1]?.key !== 'the') return false;
  const name = entry.capital || entry.exact !== null;
  if (name && writing !== 'mixed' && length === 1 && index.isCommon(first.key)) return false;
  if (entry.capital && writing !== 'small' && !isCapital(first.raw)) return false;
  if (entry.exact === null) return true;
  return entry.exact.every((letters, i) => letters === null || sameLetters(letters, atoms[from + i], writing, index));
}

/** "RSF" is "RSF"; from four letters on "Farc" may stand for "FARC"; a text without capitals has no other way. */
function sameLetters(letters: string, atom: Atom | undefined, writing: Writing, index: ActorIndex): boolean {
  if (atom === undefined) return false;
  if (atom.raw === letters) return true;
  if (atom.key !== letters.toLowerCase() || index.isCommon(atom.key)) return false;
  if (writing === 'capitals') return true;
  if (writing === 'small') return letters.length > 2;
  return letters.length > 3 && atom.raw === (letters[0] ?? '') + letters.slice(1).toLowerCase();
}

function sentencesOf(atoms: readonly Atom[], sentences: readonly Sentence[]): readonly number[] {
  let at = 0;
  return atoms.map(atom => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? 0) <= atom.start) at++;
    return at;
  });
}

function tokensOf(atoms: readonly Atom[], tokens: readonly Token[]): readonly number[] {
  let at = 0;
  return atoms.map(atom => {
    while (at + 1 < tokens.length && (tokens[at + 1]?.start ?? 0) <= atom.start) at++;
    return at;
  });
}

function writingsOf({ text, sentences }: ScanInput): readonly Writing[] {
  const whole = !/\p{Lu}/u.test(text) ? 'small' : null;
  return sentences.map(({ start, end }) => {
    if (whole !== null) return whole;
    const words = text.slice(start, end);
    if (!/\p{Ll}/u.test(words)) return /\p{Lu}\P{L}+\p{Lu}/u.test(words) ? 'capitals' : 'mixed';
    const long = words.match(/\p{L}{4,}/gu) ?? [];
    return long.length > 3 && long.every(isCapital) ? 'title' : 'mixed';
  });
}
