import { embeddingKeys } from '../../src/core/language/syntax/network/word-input.ts';
import type { WordFeatures } from '../../src/core/language/syntax/word-features.ts';
import type { TreeSentence } from '../corpora.ts';
import { type NameSentence, nameLabels, nameRoom, treeNames } from '../name-corpora.ts';
import type { Random } from '../random.ts';
import type { NetworkSentence, NetworkWord } from './network-trainer.ts';

/** What the numbers in a network's answers stand for. */
export interface Inventories {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** A sentence before its words are looked up, so that it can be read in another case. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly names: Int32Array;
  /** Where no names are marked, which words may be in one by their tags: see `nameRoom`. */
  readonly nameRoom: Uint8Array | null;
}

const unknown = -1;
const noTree = -2;

/** A treebank sentence, with the names that its marked mentions give; else what its tags tell of where names are. */
export function treeLesson(tree: TreeSentence, inventories: Inventories): Lesson {
  const { forms, upos, xpos, heads, labels } = tree;
  const names = treeNames(tree);
  const room = names === null ? nameRoom(tree) : null;
  return {
    forms,
    tags: Int32Array.from(upos, (tag, i) => tagNumber(tag, xpos[i], inventories.tags)),
    heads: Int32Array.from(heads),
    labels: Int32Array.from(labels, label => Math.max(0, inventories.labels.indexOf(label))),
    names: Int32Array.from(forms, (_, i) => (names === null ? unknown : nameLabels.indexOf(names[i]))),
    nameRoom: room,
  };
}

/** A pair of tags too rare for the inventory becomes the commonest with its fine tag. */
function tagNumber(upos: string, xpos: string, tags: readonly string[]): number {
  const exact = tags.indexOf(`${upos}|${xpos}`);
  return exact >= 0
    ? exact
    : Math.max(
        0,
        tags.findIndex(pair => pair.endsWith(`|${xpos}`)),
      );
}

export function nameLesson({ forms, labels }: NameSentence): Lesson {
  return {
    forms,
    tags: new Int32Array(forms.length).fill(unknown),
    heads: new Int32Array(forms.length).fill(noTree),
    labels: new Int32Array(forms.length).fill(unknown),
    names: Int32Array.from(labels, label => nameLabels.indexOf(label)),
    nameRoom: null,
  };
}

/** Each pair of tags that occurs three times or more, the commonest first. */
export function tagInventory(sentences: readonly TreeSentence[]): string[] {
  return inventory(
    sentences.flatMap(({ upos, xpos }) => upos.map((tag, i) => `${tag}|${xpos[i]}`)),
    3,
  );
}

/** Each relation that occurs five times or more, the commonest first. */
export function labelInventory(sentences: readonly TreeSentence[]): string[] {
  return inventory(
    sentences.flatMap(({ labels }) => labels),
    5,
  );
}

function inventory(items: readonly string[], countMin: number): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= countMin);
  return kept.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([item]) => item);
}

/** How often each embedding key occurs in the words of these sentences. */
export function countKeys(
  sentences: readonly (readonly string[])[],
  featuresOf: (form: string) => WordFeatures,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const forms of sentences) {
    for (const form of forms) {
      for (const key of embeddingKeys(featuresOf(form))) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Looks words up once: the rank of a word's vector and the rows of its embeddings. */
export function wordReader(
  rowOf: ReadonlyMap<number, number>,
  featuresOf: (form: string) => WordFeatures,
): (form: string) => NetworkWord {
  const known = new Map<string, NetworkWord>();
  return form => {
    const remembered = known.get(form);
    if (remembered) return remembered;
    const features = featuresOf(form);
    const word = { rank: features.rank, rows: Int32Array.from(embeddingKeys(features), key => rowOf.get(key) ?? -1) };
    known.set(form, word);
    return word;
  };
}

/** One sentence in seven is read in lower case, in capitals or as a title, so that tags hold on feeds and headlines. */
export function inSomeCase(forms: readonly string[], random: Random): readonly string[] {
  const draw = random();
  if (draw < 0.08) return forms.map(form => form.toLowerCase());
  if (draw < 0.12) return forms.map(form => form.toUpperCase());
  if (draw < 0.14) return forms.map(form => form.charAt(0).toUpperCase() + form.slice(1));
  return forms;
}

export function networkSentence(
  lesson: Lesson,
  forms: readonly string[],
  wordOf: (form: string) => NetworkWord,
): NetworkSentence {
  const { tags, heads, labels, names } = lesson;
  return { words: forms.map(wordOf), tags, heads, labels, names };
}

/** Sentences in batches of at most `wordsMax` words, in their order. */
export function batchesOf(sentences: readonly NetworkSentence[], wordsMax: number): NetworkSentence[][] {
  const batches: NetworkSentence[][] = [];
  let batch: NetworkSentence[] = [];
  let words = 0;
  for (const sentence of sentences) {
    if (words > 0 && words + sentence.words.length > wordsMax) {
      batches.push(batch);
      batch = [];
      words = 0;
    }
    batch.push(sentence);
    words += sentence.words.length;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}
