import { hashText } from '../../base/hash.ts';
import { pathToRoot, type Tree } from '../../language/tree.ts';
import { actBetween } from '../acts/act-between.ts';
import type { ActLexicon } from '../acts/act-lexicon.ts';
import { stanceBetween } from '../acts/stance.ts';
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
export function tieFeatures(scene: TieScene, from: Nominal, to: Nominal): readonly number[] {
  const { tree } = scene.context;
  const path = pathBetween(tree, from.head, to.head);
  const labels = pathLabels(tree, path);
  const order = from.head < to.head ? 'forth' : 'back';
  const kinds = `${from.kind}~${to.kind}`;
  const names = [
    '*',
    ...phraseNames(scene, from, to, labels),
    ...pathNames(scene, path, from, to, { labels, order, kinds }),
    ...actNames(scene, from, to, kinds, labels),
    ...betweenNames(scene, from, to, order, kinds),
  ];
  return names.map(name => hashText(name));
}

/** What the two phrases are. */
function phraseNames({ context: { tree }, words }: TieScene, from: Nominal, to: Nominal, labels: string): string[] {
  const [first, second] = [lemmaAt(tree, from.head), lemmaAt(tree, to.head)];
  const distance = Math.min(9, Math.floor(Math.log2(Math.abs(from.head - to.head) + 1) * 2));
  return [
    ...[`from ${first}`, `to ${second}`, `kinds ${from.kind}~${to.kind}`, `far ${distance}`],
    ...[`from kind ${from.kind}`, `to kind ${to.kind}`],
    ...(words.get(first) ?? []).flatMap(name => [`from is ${name}`, `from is ${name} ${labels}`]),
    ...(words.get(second) ?? []).flatMap(name => [`to is ${name}`, `to is ${name} ${labels}`]),
  ];
}

/** How a path looks as a whole. */
interface PathSigns {
  readonly labels: string;
  readonly order: string;
  readonly kinds: string;
}

/** The way through the tree from one to the other. */
function pathNames(
  { context: { tree }, words }: TieScene,
  { up, down, top }: Path,
  from: Nominal,
  to: Nominal,
  { labels, order, kinds }: PathSigns,
): string[] {
  const lemma = (i: number) => lemmaAt(tree, i);
  const inner = [...new Set([...up.slice(1), top, ...down.slice(0, -1)])].filter(i => i !== from.head && i !== to.head);
  const classesOf = (i: number) => words.get(lemma(i)) ?? [];
  const cases = `${caseOf(tree, from.head)}~${caseOf(tree, to.head)}`;
  const steps = inner.map(i => classesOf(i)[0] ?? tree.tokens[i].upos).join('>');
  return [
    ...[`path ${labels}`, `path ${labels} ${kinds}`, `top ${lemma(top)} ${labels}`],
    ...[`order ${order}`, `order ${order} ${kinds}`, `size ${up.length} ${down.length}`],
    ...[...new Set(inner.flatMap(classesOf))].flatMap(name =>
      [name, `${name} ${kinds}`, `${name} ${labels}`, `${name} ${order}`].map(rest => `class ${rest}`),
    ),
    ...[`case ${cases}`, `case ${cases} ${kinds}`, `case ${caseOf(tree, to.head)} ${lemma(top)}`],
    ...[`steps ${steps} ${order}`, `steps ${steps} ${kinds}`, `steps ${steps} ${cases}`],
  ];
}

/** What the one does to the other. */
function actNames({ context: { tree }, acts }: TieScene, from: Nominal, to: Nominal, kinds: string, labels: string) {
  const act = actBetween(tree, acts, from, to)?.act ?? 'none';
  const stance = stanceBetween(tree, acts, from, to);
  return [`act ${act}`, `act ${act} ${kinds}`, `act ${act} ${labels}`, `stance ${stance}`, `stance ${stance} ${kinds}`];
}

const BETWEEN_MAX = 12;

/** The classes of the words between the two; the words themselves are too many for so few texts to learn from. */
function betweenNames({ context: { tree }, words }: TieScene, a: Nominal, b: Nominal, order: string, kinds: string) {
  const [first, second] = a.head < b.head ? [a, b] : [b, a];
  const lemmas: string[] = [];
  for (let i = first.end; i < second.start && lemmas.length < BETWEEN_MAX; i += 1) lemmas.push(lemmaAt(tree, i));
  const near = new Set(lemmas.flatMap(lemma => words.get(lemma) ?? []));
  return [...near].flatMap(name => [`near ${name}`, `near ${name} ${kinds} ${order}`]);
}

/** A path through the tree. */
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

/** The labels of a path; what is coordinated or in apposition stands for the one that it stands beside. */
function pathLabels({ tokens }: Tree, { up, down }: Path): string {
  const labelsOf = (indices: readonly number[], sign: string) =>
    indices
      .map(i => tokens[i].label)
      .filter(label => !SAME.has(label))
      .map(label => `${sign}${label}`)
      .join('');
  return `${labelsOf(up, '<')}^${labelsOf(down, '>')}`;
}

const SAME: ReadonlySet<string> = new Set(['conj', 'appos', 'flat']);

function caseOf(tree: Tree, head: number): string {
  const found = tree.children[head].find(i => tree.tokens[i].label === 'case');
  return found === undefined ? '–' : lemmaAt(tree, found);
}

function lemmaAt({ tokens }: Tree, index: number): string {
  return tokens[index].lemma.toLowerCase();
}
