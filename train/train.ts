import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  linesSection,
  type ModelSection,
  readModelFile,
  sectionOf,
  writeModelFile,
} from '../src/core/base/model-file.ts';
import { lexiconSection, readLexicon } from '../src/core/language/syntax/lexicon.ts';
import { type WordFeatures, wordFeatures } from '../src/core/language/syntax/word-features.ts';
import { readTrees, trainingTrees } from './corpora.ts';
import { nameLabels, nameTransitions, readGmbNames, readWnutNames, splitHyphens } from './name-corpora.ts';
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
import { readWordTable } from './network/word-table.ts';
import { lemmaExceptions } from './train-lemmas.ts';

const lexiconSize = 110_000;
const output = join(import.meta.dirname, '..', 'models', 'language.bin');
/** A share of the sentences and of the rounds, to try the trainer itself: `TRAIN_SHARE=0.05 npm run train`. */
const share = Number(process.env['TRAIN_SHARE'] ?? 1);

const started = performance.now();
const log = (line: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
};

/** Trains every shipped model from the shared corpora and writes models/language.bin: the same bytes each time. */
function main(): void {
  const trees = part(trainingTrees());
  const names = part([...readGmbNames('gmb_ner_train.jsonl'), ...readWnutNames('wnut17_train.jsonl')]);
  const inventories: Inventories = { tags: tagInventory(trees), labels: labelInventory(trees) };
  const table = readWordTable(lexiconSize);
  const words: ModelSection[] = [lexiconSection(table.words), { name: 'vectors', data: table.packed }];
  const featuresOf = rememberedFeatures(words);
  log(`${trees.length} trees, ${names.length} sentences with names`);
  const base = { table, featuresOf, log, dev: devSets(inventories), wordDropout: 0.1, batchWords: 400, rate: 0.002 };
  const sizes = {
    vector: 104,
    tags: inventories.tags.length,
    labels: inventories.labels.length,
    names: nameLabels.length,
  };
  const treeLessons = trees.map(tree => treeLesson(tree, inventories));
  // Hyphens stand apart in every second sentence: the tokenizer cuts so, the corpus does not.
  const nameLessons = names.map((sentence, i) => nameLesson(i % 2 === 0 ? splitHyphens(sentence) : sentence));
  const fast = kept('fast', () =>
    trainNetwork({
      ...base,
      name: 'fast',
      shape: { ...sizes, embedding: 32, hidden: 64, layers: 3, arc: 96, label: 48 },
      epochs: Math.ceil(8 * share),
      seed: 2,
      dropout: 0.08,
      keyCounts: countKeys(
        [...treeLessons, ...nameLessons].map(({ forms }) => forms),
        featuresOf,
      ),
      // Each sentence with names every second epoch: there are three times as many of them.
      lessonsOf: epoch => [...treeLessons, ...nameLessons.filter((_, i) => (i >> 1) % 2 === epoch % 2)],
    }),
  );
  const accurate = kept('accurate', () =>
    trainNetwork({
      ...base,
      name: 'accurate',
      shape: { ...sizes, embedding: 64, hidden: 128, layers: 3, arc: 128, label: 96 },
      epochs: Math.ceil(11 * share),
      seed: 1,
      dropout: 0.16,
      keyCounts: countKeys(
        treeLessons.map(({ forms }) => forms),
        featuresOf,
      ),
      lessonsOf: () => treeLessons.map(withoutNames),
    }),
  );
  write([
    linesSection('tokens.rules', dataLines('language/tokens.tsv')),
    linesSection('tags', inventories.tags),
    linesSection('labels', inventories.labels),
    linesSection('names', nameLabels),
    { name: 'names.transitions', data: nameTransitions(names) },
    linesSection('lemma.exceptions', lemmaExceptions(trees, dataLines('language/irregular.tsv'), table.words)),
    ...words,
    ...accurate,
    ...fast,
  ]);
}

/** Names are left to the fast network, which reads far more of them. */
function withoutNames(lesson: Lesson): Lesson {
  return { ...lesson, names: new Int32Array(lesson.forms.length).fill(-1) };
}

/** With `TRAIN_CACHE=folder`, a network trained before is taken from there: for work on what comes after it. */
function kept(name: string, train: () => ModelSection[]): ModelSection[] {
  const folder = process.env['TRAIN_CACHE'];
  if (folder === undefined) return train();
  const path = join(folder, `${name}.bin`);
  if (!existsSync(path)) writeFileSync(path, writeModelFile(train()));
  const file = readModelFile(readFileSync(path));
  return [...file.sections.keys()].map(section => ({ name: section, data: sectionOf(file, section, Uint8Array) }));
}

function devSets(inventories: Inventories): { name: string; lessons: Lesson[] }[] {
  const trees = (file: string): Lesson[] => readTrees(file).map(tree => treeLesson(tree, inventories));
  return [
    { name: 'ewt', lessons: trees('ud_ewt_dev.jsonl') },
    { name: 'gum', lessons: trees('ud_gum_dev.jsonl') },
    {
      name: 'gmb',
      lessons: readGmbNames('gmb_ner_dev.jsonl')
        .filter((_, i) => i % 10 === 0)
        .map(nameLesson),
    },
  ];
}

function part<T>(items: readonly T[]): T[] {
  return items.filter((_, i) => share === 1 || (i * share) % 1 < share);
}

/** The rows of a file of data/, without its notes. */
function dataLines(path: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, '..', 'data', path), 'utf8').split('\n');
  return lines.filter(line => line !== '' && !line.startsWith('#'));
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

function write(sections: readonly ModelSection[]): void {
  const bytes = writeModelFile(sections);
  writeFileSync(process.env['TRAIN_OUTPUT'] ?? output, bytes);
  for (const { name, data } of sections) log(`${name.padEnd(24)} ${(data.byteLength / 1e6).toFixed(2)} MB`);
  log(`${(bytes.length / 1e6).toFixed(2)} MB written`);
}

main();
