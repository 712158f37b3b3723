import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesSection, type ModelSection, readModelFile, writeModelFile } from '../src/core/base/model-file.ts';
import { lexiconSections, readLexicon } from '../src/core/language/syntax/lexicon.ts';
import { linearModelSections } from '../src/core/language/syntax/linear-model.ts';
import { type WordFeatures, wordFeatures } from '../src/core/language/syntax/word-features.ts';
import { readWordClusters, type TreeSentence, trainingTrees } from './corpora.ts';
import { lemmaExceptions } from './train-lemmas.ts';
import { labelInventory, trainParser } from './train-parser.ts';
import { jackknifeTags, tagInventory, trainTagger } from './train-tagger.ts';

const lexiconSize = 160_000;
const output = join(import.meta.dirname, '..', 'models', 'language.bin');
const rounds = Number(process.env['ROUNDS'] ?? 8);

const started = performance.now();
const log = (step: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${step}\n`);
};

/** Trains every shipped model from the shared corpora and writes models/language.bin: the same bytes each time. */
function main(): void {
  const sentences = trainingTrees();
  log(`${sentences.length} sentences read`);
  const { words, clusters } = readWordClusters(lexiconSize);
  const lexicon = lexiconSections(words, clusters);
  const featuresOf = rememberedFeatures(lexicon);
  const sections: ModelSection[] = [
    linesSection('tokens.rules', dataLines('language/tokens.tsv')),
    ...lexicon,
    linesSection('lemma.exceptions', lemmaExceptions(sentences)),
  ];
  const tags = tagInventory(sentences);
  const tagger = trainTagger(sentences, tags, featuresOf, { epochs: rounds, seed: 1, lowerShare: 0.15 });
  log('tagger');
  sections.push(
    linesSection('tagger.tags', tags),
    linesSection('tagger.fixed', fixedTags(sentences)),
    ...linearModelSections('tagger', tagger.rows(0.6)),
  );
  const jackknife = jackknifeTags(sentences, tags, featuresOf, { folds: 4, epochs: 4, lowerShare: 0.15 });
  log('jack-knife tags');
  const labels = labelInventory(sentences);
  const parser = trainParser(sentences, jackknife, labels, featuresOf, { epochs: rounds, seed: 3, exploration: 0.9 });
  log('parser');
  sections.push(
    linesSection('parser.labels', labels),
    ...linearModelSections('parser.actions', parser.actions.rows(3)),
    ...linearModelSections('parser.labeller', parser.labeller.rows(1.2)),
  );
  const bytes = writeModelFile(sections);
  writeFileSync(output, bytes);
  for (const { name, data } of sections) log(`${name.padEnd(24)} ${(data.byteLength / 1e6).toFixed(2)} MB`);
  log(`models/language.bin ${(bytes.length / 1e6).toFixed(2)} MB`);
}

/** The rows of a file of data/, without its notes. */
function dataLines(path: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, '..', 'data', path), 'utf8').split('\n');
  return lines.filter(line => line !== '' && !line.startsWith('#'));
}

function rememberedFeatures(lexiconParts: readonly ModelSection[]): (form: string) => WordFeatures {
  const lexicon = readLexicon(readModelFile(writeModelFile(lexiconParts)));
  const known = new Map<string, WordFeatures>();
  return form => {
    const remembered = known.get(form);
    if (remembered) return remembered;
    const features = wordFeatures(form, lexicon);
    known.set(form, features);
    return features;
  };
}

/** Lines `form<tab>UPOS|XPOS` for the words with one tag in at least 40 places and 99.8 % of them. */
function fixedTags(sentences: readonly TreeSentence[]): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms, upos, xpos } of sentences) {
    forms.forEach((form, i) => {
      const tags = counts.get(form) ?? new Map<string, number>();
      const tag = `${upos[i]}|${xpos[i]}`;
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      counts.set(form, tags);
    });
  }
  const lines: string[] = [];
  for (const [form, tags] of counts) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    const [tag, count] = [...tags].reduce((best, item) => (item[1] > best[1] ? item : best));
    if (total >= 40 && count / total >= 0.998) lines.push(`${form}\t${tag}`);
  }
  return lines.sort();
}

main();
