import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords, sharedFolder, type TreeSentence } from './corpora.ts';

/** The classes that the name finder tells apart: where a name begins and where it goes on. */
export const nameLabels = [
  ...['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC'],
  // A title before a person's name, and a people or nationality.
  ...['B-TITLE', 'I-TITLE', 'B-NORP', 'I-NORP'],
] as const;
export type NameLabel = (typeof nameLabels)[number];

/** A sentence with a name label for each token. */
export interface NameSentence {
  readonly forms: readonly string[];
  readonly labels: readonly NameLabel[];
}

interface NameRecord {
  readonly tokens: string[];
  readonly xpos?: string;
  readonly entities: { readonly i: number; readonly j: number; readonly type: string }[];
}

type Kind = 'PER' | 'ORG' | 'LOC' | 'NORP';
const kinds: Readonly<Record<string, Kind>> = {
  ...{ per: 'PER', org: 'ORG', geo: 'LOC', gpe: 'LOC' },
  ...{ person: 'PER', group: 'ORG', corporation: 'ORG', location: 'LOC' },
  ...{ organization: 'ORG', place: 'LOC' },
};

/** Sentences of the Groningen Meaning Bank: peoples told from their lands by their tags, titles from names by a list. */
export function readGmbNames(name: string): NameSentence[] {
  const titles = titleWords();
  return readNames(name).map(record => {
    const tags = record.xpos?.split(' ') ?? [];
    const labels: NameLabel[] = record.tokens.map(() => 'O');
    for (const { i, j, type } of record.entities) {
      const kind = type === 'gpe' && /^(?:JJ|NNS|NNPS)$/.test(tags[j - 1] ?? '') ? 'NORP' : kinds[type];
      if (kind === undefined) continue;
      const first = kind === 'PER' ? afterTitle(record.tokens, i, j, titles) : i;
      mark(labels, i, first, 'TITLE');
      mark(labels, first, j, kind);
    }
    return { forms: record.tokens, labels };
  });
}

/**
 * Where the name begins after its title: behind the last word of the title before the last word of the name, so that
 * "Foreign Trade Minister" and "mayor" go too. A first name before a word of address ("Ali Sheikh Omar") stays.
 */
function afterTitle(tokens: readonly string[], from: number, to: number, titles: ReadonlySet<string>): number {
  let first = from;
  while (first < to && titles.has(tokens[first])) first++;
  for (let at = first; at < to - 1; at++) if (offices.test(tokens[at])) first = at + 1;
  return first;
}

const offices =
  /^(?:[A-Z]\w+-)?(?:president|minister|secretary|mayor|governor|chancellor|premier|commander|ambassador)$/i;

/** Sentences of WNUT-17: products and works of art are no names here. */
export function readWnutNames(name: string): NameSentence[] {
  return readNames(name).map(record => {
    const labels: NameLabel[] = record.tokens.map(() => 'O');
    for (const { i, j, type } of record.entities) if (kinds[type] !== undefined) mark(labels, i, j, kinds[type]);
    return { forms: record.tokens, labels };
  });
}

/**
 * The names among the marked mentions of a treebank sentence: those whose head is a proper noun, cut to the run of
 * proper nouns around it, for organisations and places with what follows by "of". Null where mentions are not marked.
 */
export function treeNames(tree: TreeSentence): NameLabel[] | null {
  if (tree.entities === null) return null;
  const labels: NameLabel[] = tree.forms.map(() => 'O');
  const titles = titleWords();
  // The longest first, so that a name within a longer mention is marked last only where nothing else is.
  for (const { i, j, type } of [...tree.entities].sort((a, b) => b.j - b.i - (a.j - a.i))) {
    const kind = kinds[type];
    if (kind === undefined) continue;
    const head = headOf(tree, i, j);
    if (!isProper(tree, head) || labels[head] !== 'O') continue;
    let from = head;
    let to = head + 1;
    while (from > i && isNameWord(tree, from - 1)) from--;
    while (to < j && isNameWord(tree, to)) to++;
    if (kind !== 'PER') to = withOf(tree, to, j);
    while (!isProper(tree, from)) from++;
    while (!isProper(tree, to - 1)) to--;
    let first = from;
    if (kind === 'PER') while (first < to && titles.has(tree.forms[first])) first++;
    // An office alone ("the President") is no name; people named together ("Americans") are a people.
    if (first === to) continue;
    mark(labels, from, first, 'TITLE');
    mark(labels, first, to, kind === 'PER' && tree.xpos[head] === 'NNPS' ? 'NORP' : kind);
  }
  return labels;
}

/** The word of `[i, j)` that is governed from outside. */
function headOf({ heads }: TreeSentence, i: number, j: number): number {
  for (let at = i; at < j; at++) if (heads[at] < i || heads[at] >= j) return at;
  return i;
}

/** By the fine tag: the treebank calls the first word of "United States" an adjective or a verb. */
function isProper({ xpos }: TreeSentence, at: number): boolean {
  return xpos[at] === 'NNP' || xpos[at] === 'NNPS';
}

function isNameWord(tree: TreeSentence, at: number): boolean {
  return isProper(tree, at) || tree.forms[at] === '-' || tree.forms[at] === '&';
}

/** The end of a name after "of" or "of the", as in "Bank of the North". */
function withOf(tree: TreeSentence, end: number, limit: number): number {
  if (tree.forms[end] !== 'of') return end;
  let at = tree.forms[end + 1] === 'the' ? end + 2 : end + 1;
  if (at >= limit || !isProper(tree, at)) return end;
  while (at < limit && isNameWord(tree, at)) at++;
  return at;
}

/** What may stand at a word of a treebank sentence without marked names, by its tags. */
export const rooms = { none: 0, people: 1, inside: 2, any: 3 } as const;

/**
 * Names are sought at proper nouns only, peoples at other capitalised words too; what stands between proper nouns, as
 * "of" and a hyphen, may be within a name.
 */
export function nameRoom(tree: TreeSentence): Uint8Array {
  return Uint8Array.from(tree.forms, (form, i) => {
    if (isProper(tree, i)) return rooms.any;
    if (/^(?:of|the|and|&|-|'s|’s|,|\.)$/.test(form))
      return isProper(tree, i + 1) || isProper(tree, i + 2) ? rooms.inside : rooms.none;
    return /^\p{Lu}\p{Ll}/u.test(form) && /^(?:JJ|NNS|NN)$/.test(tree.xpos[i]) ? rooms.people : rooms.none;
  });
}

/** Every second "U.S." and "U.N." without stops, as most newspapers write them. */
export function withoutStops({ forms, labels }: NameSentence): NameSentence {
  return { forms: forms.map(form => (/^(?:\p{Lu}\.){2,3}$/u.test(form) ? form.replaceAll('.', '') : form)), labels };
}

function readNames(name: string): NameRecord[] {
  return readRecords<NameRecord>(join(sharedFolder, 'corpora', 'language', name));
}

function mark(labels: NameLabel[], from: number, to: number, kind: Kind | 'TITLE'): void {
  for (let at = from; at < to; at++) labels[at] = at === from ? `B-${kind}` : `I-${kind}`;
}

function titleWords(): Set<string> {
  const path = join(import.meta.dirname, '..', 'data', 'language', 'titles.tsv');
  return new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#')),
  );
}

/** How much of a transition's log odds is added to the scores: found on development data. */
const transitionWeight = 0.2;

/**
 * How well each name label follows each, by how often it does over how often it stands anywhere; the last row is of the
 * first words. A name cannot go on where it has not begun.
 */
export function nameTransitions(sentences: readonly NameSentence[]): Float32Array {
  const size: number = nameLabels.length;
  const pairs = new Float64Array((size + 1) * size).fill(0.1);
  const singles = new Float64Array(size).fill(0.1);
  for (const { labels } of sentences) {
    let before = size;
    for (const label of labels) {
      const next = nameLabels.indexOf(label);
      pairs[before * size + next]++;
      singles[next]++;
      before = next;
    }
  }
  const all = singles.reduce((sum, count) => sum + count, 0);
  return Float32Array.from(pairs, (count, at) => {
    const [before, next] = [nameLabels[Math.floor(at / size)] ?? 'O', nameLabels[at % size]];
    if (next.startsWith('I-') && before.slice(2) !== next.slice(2)) return Number.NEGATIVE_INFINITY;
    const row = pairs.subarray(at - (at % size), at - (at % size) + size).reduce((sum, n) => sum + n, 0);
    return transitionWeight * (Math.log(count / row) - Math.log(singles[at % size] / all));
  });
}

/** The same names on tokens whose hyphens stand apart, as the tokenizer cuts them. */
export function splitHyphens({ forms, labels }: NameSentence): NameSentence {
  const split: { form: string; label: NameLabel }[] = [];
  forms.forEach((form, i) => {
    const parts = /^[\p{L}\p{N}.]+(?:-[\p{L}\p{N}.]+)+$/u.test(form) ? form.split(/(-)/) : [form];
    parts.forEach((part, p) => {
      const label = p === 0 || labels[i] === 'O' ? labels[i] : insideOf(labels[i]);
      split.push({ form: part, label });
    });
  });
  return { forms: split.map(({ form }) => form), labels: split.map(({ label }) => label) };
}

function insideOf(label: NameLabel): NameLabel {
  return nameLabels[nameLabels.indexOf(label) + (label.startsWith('B-') ? 1 : 0)];
}
