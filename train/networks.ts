import type { ModelSection } from '../src/core/base/model-file.ts';
import { readModelFile, writeModelFile } from '../src/core/base/model-file.ts';
import { lexiconSection, readLexicon } from '../src/core/language/syntax/lexicon.ts';
import { type WordFeatures, wordFeatures } from '../src/core/language/syntax/word-features.ts';
import { readTrees, type TreeSentence, trainingTrees } from './corpora.ts';
import { headlineOf } from './headlines.ts';
import {
  type NameSentence,
  nameLabels,
  nameTransitions,
  readGmbNames,
  readWnutNames,
  splitHyphens,
  withoutStops,
} from './name-corpora.ts';
import { trainNetwork } from './network/train-network.ts';
import {
  countKeys,
  type Inventories,
  type Lesson,
  labelInventory,
  nameLesson,
  tagInventory,
  treeLesson,
} from './network/training-data.ts';
import { readWordTable, type WordTable } from './network/word-table.ts';

/** The networks of models/language.bin. */
export const networkNames = ['accurate', 'fast'] as const;
export type NetworkName = (typeof networkNames)[number];

/** What both networks are trained on, and what they share in the model file. */
export interface TrainingSet {
  readonly trees: readonly TreeSentence[];
  /** Sentences with names, of news and of the web: of the latter there are few, and they are read in every round. */
  readonly news: readonly NameSentence[];
  readonly web: readonly NameSentence[];
  readonly inventories: Inventories;
  readonly transitions: Float32Array;
  readonly table: WordTable;
  /** The sections of the words: their hashes and vectors. */
  readonly words: readonly ModelSection[];
}

const lexiconSize = 110_000;

/** Reads the training set, or a share of it. */
export function readTrainingSet(share: number): TrainingSet {
  const trees = part(trainingTrees(), share);
  const news = part(readGmbNames('gmb_ner_train.jsonl'), share);
  const web = part(readWnutNames('wnut17_train.jsonl'), share);
  const table = readWordTable(lexiconSize);
  return {
    ...{ trees, news, web },
    inventories: { tags: tagInventory(trees), labels: labelInventory(trees) },
    transitions: nameTransitions([...news, ...web]),
    table,
    words: [lexiconSection(table.words), { name: 'vectors', data: table.packed }],
  };
}

function part<T>(items: readonly T[], share: number): T[] {
  return items.filter((_, i) => share === 1 || (i * share) % 1 < share);
}

/** How a network differs from the other: its size, its rounds, and in how many of them it has read all news, and all of the web, with names. */
const plans = {
  accurate: {
    shape: { embedding: 64, hidden: 128, layers: 3, arc: 128, label: 96 },
    ...{ epochs: 9, seed: 1, dropout: 0.14, nameWeight: 1.5, newsRounds: 12, webRounds: 2 },
  },
  fast: {
    shape: { embedding: 32, hidden: 64, layers: 3, arc: 96, label: 48 },
    ...{ epochs: 9, seed: 2, dropout: 0.08, nameWeight: 2, newsRounds: 2, webRounds: 1 },
  },
} as const;

/** Trains one network: the same sections each time. */
export function trainNamed(
  name: NetworkName,
  set: TrainingSet,
  share: number,
  log: (line: string) => void,
): ModelSection[] {
  const { trees, news, web, inventories, transitions, table } = set;
  const { shape, epochs, newsRounds, webRounds, ...plan } = plans[name];
  const featuresOf = rememberedFeatures(set.words);
  const treeLessons = trees.map(tree => treeLesson(tree, inventories));
  const headlines = trees.flatMap((tree, i) => headlineOf(tree, i) ?? []).map(tree => treeLesson(tree, inventories));
  const [newsLessons, webLessons] = [news, web].map(set => set.map((sentence, i) => nameLesson(varied(sentence, i))));
  log(`${name}: ${trees.length} trees, ${headlines.length} headlines, ${news.length + web.length} with names`);
  return trainNetwork({
    ...plan,
    ...{ name, table, featuresOf, log, transitions, dev: devSets(inventories, share) },
    ...{ wordDropout: 0.1, batchWords: 400, rate: 0.002, epochs: Math.max(2, Math.ceil(epochs * share)) },
    shape: {
      ...{ ...shape, vector: 104, tags: inventories.tags.length },
      ...{ labels: inventories.labels.length, names: nameLabels.length },
    },
    keyCounts: countKeys(
      [...treeLessons, ...newsLessons, ...webLessons].map(({ forms }) => forms),
      featuresOf,
    ),
    lessonsOf: epoch => [
      ...treeLessons,
      ...headlines.filter((_, i) => i % 11 === epoch % 11),
      ...webLessons.filter((_, i) => (i >> 1) % webRounds === epoch % webRounds),
      ...newsLessons.filter((_, i) => (i >> 1) % newsRounds === epoch % newsRounds),
    ],
  });
}

/** Hyphens stand apart in every second sentence, as the tokenizer cuts and the corpus does not; "U.S." is "US" in some. */
function varied(sentence: NameSentence, i: number): NameSentence {
  const cut = i % 2 === 0 ? splitHyphens(sentence) : sentence;
  return i % 3 === 0 ? withoutStops(cut) : cut;
}

function devSets(inventories: Inventories, share: number): { name: string; lessons: Lesson[] }[] {
  const trees = (file: string): Lesson[] => part(readTrees(file), share).map(tree => treeLesson(tree, inventories));
  return [
    { name: 'ewt', lessons: trees('ud_ewt_dev.jsonl') },
    { name: 'gum', lessons: trees('ud_gum_dev.jsonl') },
    {
      name: 'gmb',
      lessons: part(readGmbNames('gmb_ner_dev.jsonl'), share / 10).map(nameLesson),
    },
  ];
}

function rememberedFeatures(words: readonly ModelSection[]): (form: string) => WordFeatures {
  const lexicon = readLexicon(readModelFile(writeModelFile(words)));
  const known = new Map<string, WordFeatures>();
  return form => {
    const remembered = known.get(form);
    if (remembered) return remembered;
    const features = wordFeatures(form, lexicon);
    known.set(form, features);
    return features;
  };
}
