import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeModelFile } from '../../src/core/base/model-file.ts';
import { eventFeatures, eventModelSlots } from '../../src/core/language/places/event-features.ts';
import { eventModelScale, placeNamings } from '../../src/core/language/places/event-place.ts';
import { findPlaces } from '../../src/core/language/places/find-places.ts';
import { Gazetteer } from '../../src/core/language/places/gazetteer.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import type { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import { exponential } from '../arithmetic.ts';
import { sharedFolder } from '../corpora.ts';
import { seededRandom, shuffle } from '../random.ts';

interface GoldEvent {
  readonly text: string;
  readonly verb: { readonly b: number; readonly e: number };
  readonly locations: readonly { readonly b: number; readonly e: number }[];
}

interface Example {
  readonly slots: readonly number[];
  readonly right: boolean;
  readonly words: number;
}

const corpus = join(sharedFolder, 'corpora', 'event-location');
const epochs = 8;
const rate = 0.08;
const decay = 1e-6;

/**
 * Trains the weights that tell which name of a sentence is the place of an event (event-location train sentences, MIT,
 * Andrew Halterman). Takes the bytes of a gazetteer that has the weights of place names and gives those of
 * models/event-places.bin.
 */
export function trainEventPlaces(
  models: LanguageModels,
  gazetteerBytes: Uint8Array,
  log: (line: string) => void,
): Uint8Array {
  const gazetteer = Gazetteer.from(gazetteerBytes);
  const train = examplesOf('train', models, gazetteer);
  const dev = examplesOf('dev', models, gazetteer);
  log(`event places: ${train.length} names to learn from, ${dev.length} to check`);
  const weights = learn(train);
  log(`event places: ${score(weights, dev)}`);
  const packed = Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * eventModelScale))));
  return writeModelFile([{ name: 'weights', data: packed }]);
}

function examplesOf(file: string, models: LanguageModels, gazetteer: Gazetteer): Example[] {
  const examples: Example[] = [];
  for (const line of readFileSync(`${corpus}/${file}.jsonl`, 'utf8').split('\n')) {
    if (line === '') continue;
    const { text, verb, locations }: GoldEvent = JSON.parse(line);
    const { tokens, sentences } = annotate(text, models);
    const at = tokens.findIndex(token => token.end > verb.b);
    const sentence = sentences[tokens[at]?.sentence];
    if (!sentence) continue;
    const namings = placeNamings(tokens, sentence, findPlaces({ text, tokens, sentences }, gazetteer), gazetteer);
    namings.forEach((naming, index) => {
      const [start, end] = [tokens[naming.tokenStart].start, tokens[naming.tokenEnd - 1].end];
      const right = locations.some(gold => gold.b < end && start < gold.e);
      examples.push({
        slots: eventFeatures(at, index, namings, tokens, gazetteer),
        right,
        words: naming.tokenEnd - naming.tokenStart,
      });
    });
  }
  return examples;
}

/** Logistic regression by AdaGrad with a pull towards zero; the mean of all epochs but the first. */
function learn(train: readonly Example[]): Float32Array {
  const weights = new Float32Array(eventModelSlots);
  const squares = new Float32Array(eventModelSlots).fill(0.1);
  const mean = new Float32Array(eventModelSlots);
  const order = train.map((_, index) => index);
  const draw = seededRandom(5);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, draw);
    for (const index of order) {
      const { slots, right } = train[index];
      const slope = chance(weights, slots) - (right ? 1 : 0);
      for (const slot of slots) {
        const pull = slope + decay * weights[slot] * train.length;
        squares[slot] += pull * pull;
        weights[slot] -= (rate * pull) / Math.sqrt(squares[slot]);
      }
    }
    if (epoch > 1)
      weights.forEach((weight, slot) => {
        mean[slot] += weight / (epochs - 1);
      });
  }
  return mean;
}

function chance(weights: Float32Array, slots: readonly number[]): number {
  const sum = slots.reduce((total, slot) => total + weights[slot], 0);
  const small = exponential(-Math.abs(sum));
  return sum >= 0 ? 1 / (1 + small) : small / (1 + small);
}

/** Precision and recall over the names that were offered, at several thresholds. */
function score(weights: Float32Array, dev: readonly Example[]): string {
  const rows = [0.35, 0.45, 0.55].map(least => {
    let [right, guessed, gold] = [0, 0, 0];
    for (const example of dev) {
      const yes = chance(weights, example.slots) >= least;
      gold += Number(example.right);
      guessed += Number(yes);
      right += Number(yes && example.right);
    }
    return `≥ ${least}: P ${((100 * right) / Math.max(1, guessed)).toFixed(1)} R ${((100 * right) / Math.max(1, gold)).toFixed(1)}`;
  });
  return rows.join(', ');
}
