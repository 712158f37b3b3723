import { hashText } from '../../base/hash.ts';
import { pathToRoot, type Tree } from '../../language/tree.ts';
import { actBetween } from '../acts/act-between.ts';
import type { ActLexicon } from '../acts/act-lexicon.ts';
import type { Context } from '../context.ts';
import type { Nominal } from './nominals.ts';

/** Classes of the words of `data/lexicons/tie-words.tsv`, by lemma. */
export type TieWords = ReadonlyMap<string, readonly string[]>;

/** What features are made from, besides the two phrases. */
export interface TieScene {
  readonly context: Context;
  readonly acts: ActLexicon;
  readonly words: TieWords;
}

/**
 * What the model sees of two noun phrases of one sentence: what each names, the path through the tree between them with
 * its words and their classes, what the one does to the other, and the words between; as 32-bit hashes.
 */
export function tieFeatures({ context, acts, words }: TieScene, from: Nominal, to: Nominal): readonly number[] {
  const { tree } = context;
  const path = pathBetween(tree, from.head, to.head);
  const { up, down, top } = path;
  const lemma = (i: number) => tree.tokens[i].lemma.toLowerCase();
  const classesOf = (i: number) => words.get(lemma(i)) ?? [];
  const labels = pathLabels(tree, path);
  const order = from.head < to.head ? 'forth' : 'back';
  const kinds = `${from.kind}~${to.kind}`;
  const act = actBetween(tree, acts, from, to)?.act ?? 'none';
  const distance = Math.min(9, Math.floor(Math.log2(Math.abs(from.head - to.head) + 1) * 2));
  const inner = [...new Set([...up.slice(1), top, ...down.slice(0, -1)])].filter(i => i !== from.head && i !== to.head);
  const between = tokensBetween(from, to);
  const onPath = new Set(inner.flatMap(classesOf));
  const cases = `${caseOf(tree, from.head)}~${caseOf(tree, to.head)}`;
  const names = [
    '*',
    ...[
      `from ${lemma(from.head)}`,
      `to ${lemma(to.head)}`,
      `kinds ${kinds}`,
      `from kind ${from.kind}`,
      `to kind ${to.kind}`,
    ],
    ...[
      `path ${labels}`,
      `path ${labels} ${kinds}`,
      `top ${lemma(top)}`,
      `top ${lemma(top)} ${labels}`,
      `order ${order}`,
    ],
    ...[`act ${act}`, `act ${act} ${kinds}`, `act ${act} ${labels}`, `far ${distance}`, `order ${order} ${kinds}`],
    ...inner.flatMap(i => [`on ${lemma(i)}`, `on ${lemma(i)} ${order}`]),
    ...between.map(i => `between ${lemma(i)}`),
    ...[...onPath].flatMap(name => [
      `class ${name}`,
      `class ${name} ${kinds}`,
      `class ${name} ${labels}`,
      `class ${name} ${order}`,
    ]),
    ...[...new Set(between.flatMap(classesOf))].flatMap(name => [`near ${name}`, `near ${name} ${kinds} ${order}`]),
    ...classesOf(from.head).flatMap(name => [`from is ${name}`, `from is ${name} ${labels}`]),
    ...classesOf(to.head).flatMap(name => [`to is ${name}`, `to is ${name} ${labels}`]),
    ...[
      `size ${up.length} ${down.length}`,
      `case ${cases}`,
      `case ${cases} ${kinds}`,
      `case ${caseOf(tree, to.head)} ${lemma(top)}`,
    ],
  ];
  if (between.length <= 4) {
    const words = between.map(lemma).join(' ');
    names.push(`all between ${order} ${words}`, `all between ${order} ${words} ${kinds}`);
  }
  return names.map(name => hashText(name));
}

/** The labels of a path; what is coordinated or in apposition stands for the one that it stands beside. */
function pathLabels(tree: Tree, { up, down }: Path): string {
  const upward = up.map(i => tree.tokens[i].label).filter(label => !SAME.has(label));
  const downward = down.map(i => tree.tokens[i].label).filter(label => !SAME.has(label));
  return `${upward.map(label => `<${label}`).join('')}^${downward.map(label => `>${label}`).join('')}`;
}

const SAME: ReadonlySet<string> = new Set(['conj', 'appos', 'flat']);

interface Path {
  /** From the first head upwards, the first itself included, the common governor left out. */
  readonly up: readonly number[];
  /** From below the common governor down to the second head. */
  readonly down: readonly number[];
  readonly top: number;
}

function pathBetween(tree: Tree, a: number, b: number): Path {
  const fromA = pathToRoot(tree, a);
  const fromB = pathToRoot(tree, b);
  const inB = new Set(fromB);
  const top = fromA.find(i => inB.has(i)) ?? a;
  return { up: fromA.slice(0, fromA.indexOf(top)), down: fromB.slice(0, fromB.indexOf(top)).reverse(), top };
}

function caseOf(tree: Tree, head: number): string {
  const found = tree.children[head].find(i => tree.tokens[i].label === 'case');
  return found === undefined ? '–' : tree.tokens[found].lemma.toLowerCase();
}

function tokensBetween(a: Nominal, b: Nominal): readonly number[] {
  const [first, second] = a.head < b.head ? [a, b] : [b, a];
  const found: number[] = [];
  for (let i = first.end; i < second.start && found.length < 12; i += 1) found.push(i);
  return found;
}
