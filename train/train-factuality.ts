import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesSection, writeModelFile } from '../src/core/base/model-file.ts';
import { factualityFeatures } from '../src/core/language/factuality/factuality-features.ts';
import { factualityScale, factualitySlots } from '../src/core/language/factuality/factuality-model.ts';
import { type FactualityWords, readFactualityWords } from '../src/core/language/factuality/factuality-words.ts';
import { isDenied } from '../src/core/language/factuality/is-denied.ts';
import { annotate } from '../src/core/language/syntax/annotate.ts';
import type { LanguageModels } from '../src/core/language/syntax/language-models.ts';
import { treeOf } from '../src/core/language/tree.ts';
import { readRecords, sharedFolder } from './corpora.ts';
import { seededRandom, shuffle } from './random.ts';

interface HedgedSentence {
  readonly text: string;
  readonly targets: readonly { readonly b: number; readonly value: number }[];
}

interface Example {
  readonly slots: readonly number[];
  readonly value: number;
}

const root = join(import.meta.dirname, '..');
const words = join(root, 'data', 'lexicons', 'factuality-words.tsv');
const rounds = 3;
const rate = 0.07;
const shrinkage = 0.1;
/** Errors beyond this count no more than it. */
const errorMax = 3;

/**
 * Trains models/factuality.bin on Universal Decompositional Semantics (It-Happened v2): a linear regression over hashed
 * features with step sizes of its own for each weight (AdaGrad). What is denied is left to the words: the weights learn from
 * the rest how much has happened. The same bytes each time for the same language models.
 */
export function trainFactuality(models: LanguageModels, log: (line: string) => void): Uint8Array {
  const table = readFileSync(words, 'utf8');
  const examples = examplesOf('uds_train.jsonl', models, readFactualityWords(table));
  log(`factuality: ${examples.length} happenings`);
  const weights = learn(examples);
  const packed = Int16Array.from(weights, weight =>
    Math.max(-32767, Math.min(32767, Math.round(weight * factualityScale))),
  );
  const lines = table.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return writeModelFile([linesSection('words', lines), { name: 'weights', data: packed }]);
}

function examplesOf(file: string, models: LanguageModels, denying: FactualityWords): Example[] {
  const examples: Example[] = [];
  for (const { text, targets } of readRecords<HedgedSentence>(join(sharedFolder, 'corpora', 'hedging', file))) {
    const { tokens, sentences } = annotate(text, models);
    const tree = treeOf(tokens);
    for (const { b, value } of targets) {
      const token = tokens.find(({ start, end }) => start <= b && b < end);
      if (token === undefined || isDenied(tree, token.index, denying)) continue;
      const features = factualityFeatures(tree, sentences[token.sentence], token.index);
      examples.push({ slots: features.map(feature => feature & (factualitySlots - 1)), value });
    }
  }
  return examples;
}

function learn(examples: readonly Example[]): Float32Array {
  const weights = new Float32Array(factualitySlots);
  const squares = new Float32Array(factualitySlots).fill(0.01);
  const random = seededRandom(1);
  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    for (const { slots, value } of shuffle(order, random)) {
      const guess = slots.reduce((sum, slot) => sum + weights[slot], 0);
      const error = Math.max(-errorMax, Math.min(errorMax, guess - value));
      const step = rate / Math.sqrt(slots.length);
      for (const slot of slots) {
        const slope = error + shrinkage * weights[slot];
        squares[slot] += slope * slope;
        weights[slot] -= (step * slope) / Math.sqrt(squares[slot]);
      }
    }
  }
  return weights;
}
