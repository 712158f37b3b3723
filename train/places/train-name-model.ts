import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeModelFile } from '../../src/core/base/model-file.ts';
import { Gazetteer } from '../../src/core/language/places/gazetteer.ts';
import {
  type NameClass,
  nameClasses,
  nameFeatures,
  nameModelScale,
  nameModelSlots,
} from '../../src/core/language/places/name-classes.ts';
import { findNameSpans, type NameSpan } from '../../src/core/language/places/name-spans.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import type { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import { exponential } from '../arithmetic.ts';
import { sharedFolder } from '../corpora.ts';
import { seededRandom, shuffle } from '../random.ts';

interface Example {
  readonly slots: readonly number[];
  readonly label: number;
}

const corpus = join(sharedFolder, 'corpora', 'language');
const epochs = 5;
const rate = 0.15;

/**
 * Trains the weights that tell place names from other names, on sentences whose names are marked (Groningen Meaning
 * Bank, public domain texts; GUM, free genres). A part of the sentences is learned in capitals and in small letters.
 * Takes the bytes of a gazetteer without weights and gives those of models/place-names.bin.
 */
export function trainPlaceNames(
  models: LanguageModels,
  gazetteerBytes: Uint8Array,
  log: (line: string) => void,
): Uint8Array {
  const gazetteer = Gazetteer.from(gazetteerBytes);
  const dev = examplesOf('gmb_ner_dev', models, gazetteer);
  const train = [...examplesOf('gmb_ner_train', models, gazetteer), ...examplesOf('ud_gum_train', models, gazetteer)];
  log(`place names: ${train.length} to learn from, ${dev.length} to check`);
  const weights = learn(train);
  log(`place names: ${accuracy(weights, dev)}`);
  const packed = Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * nameModelScale))));
  return writeModelFile([{ name: 'weights', data: packed }]);
}

/** The known names of a corpus with their classes. */
function examplesOf(file: string, models: LanguageModels, gazetteer: Gazetteer): Example[] {
  const draw = seededRandom(7);
  const examples: Example[] = [];
  for (const line of readFileSync(`${corpus}/${file}.jsonl`, 'utf8').split('\n')) {
    if (line === '') continue;
    const gold = sentenceOf(JSON.parse(line));
    const turn = file.endsWith('train') ? draw() : 1;
    const recase = (form: string) => (turn < 0.06 ? form.toUpperCase() : turn < 0.1 ? form.toLowerCase() : form);
    const text = recase(gold.text);
    if (text.length !== gold.text.length) continue;
    const { tokens, sentences } = annotate(text, models);
    for (const span of findNameSpans(tokens, sentences, gazetteer)) {
      const [start, end] = [tokens[span.tokenStart].start, tokens[span.tokenEnd - 1].end];
      // Half of a word of the corpus ("U.S.-led") has no label of its own.
      if (!gold.starts.has(start) || !gold.ends.has(end)) continue;
      const entity = gold.entities.find(known => start < known.end && known.start < end);
      if (entity?.type === 'unclear') continue;
      examples.push({
        slots: nameFeatures(tokens, span, gazetteer),
        label: nameClasses.indexOf(classOf(entity?.type, span)),
      });
    }
  }
  return examples;
}

/** A sentence with the spans of its names, from either corpus. */
interface Labelled {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

interface BankRecord {
  readonly tokens: readonly string[];
  readonly entities: readonly { readonly i: number; readonly j: number; readonly type: string }[];
}

interface GumRecord {
  readonly text: string;
  readonly form: readonly string[];
  readonly b: readonly number[];
  readonly e: readonly number[];
  readonly entities: BankRecord['entities'];
}

function sentenceOf(record: BankRecord | GumRecord): Labelled {
  const spaced = 'tokens' in record ? spacedOut(record.tokens) : record;
  const { text, b, e } = spaced;
  const entities = record.entities.map(({ i, j, type }) => {
    const [start, end] = [b[i], e[j - 1]];
    // GUM marks whole phrases ("the Alexandria police"): only those that are a name all through tell what a word is.
    const named =
      'tokens' in record || type === 'place' || record.form.slice(i, j).every(form => /^(?:\p{Lu}|of$|-$)/u.test(form));
    return { start, end, type: named ? type : 'unclear' };
  });
  // The innermost of nested names comes first.
  entities.sort((one, other) => one.end - one.start - (other.end - other.start));
  return { text, starts: new Set(b), ends: new Set(e), entities };
}

function spacedOut(forms: readonly string[]): { text: string; b: number[]; e: number[] } {
  const b: number[] = [];
  let text = '';
  for (const form of forms) {
    b.push(text.length);
    text += `${form} `;
  }
  return { text, b, e: b.map((start, i) => start + forms[i].length) };
}

function classOf(type: string | undefined, span: NameSpan): NameClass {
  if (type === 'geo' || type === 'gpe' || type === 'place')
    return span.hits.every(hit => hit.match === 'demonym') ? 'demonym' : 'place';
  if (type === 'org' || type === 'organization') return 'organisation';
  return type === 'per' || type === 'person' ? 'person' : 'other';
}

/** Multinomial logistic regression by AdaGrad. */
function learn(train: readonly Example[]): Float32Array {
  const classes = nameClasses.length;
  const weights = new Float32Array(nameModelSlots * classes);
  const squares = new Float32Array(weights.length).fill(0.1);
  const order = train.map((_, index) => index);
  const draw = seededRandom(11);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, draw);
    for (const index of order) {
      const { slots, label } = train[index];
      const shares = predict(weights, slots);
      for (let c = 0; c < classes; c++) {
        const slope = shares[c] - (c === label ? 1 : 0);
        if (Math.abs(slope) < 1e-3) continue;
        for (const slot of slots) {
          const at = slot * classes + c;
          squares[at] += slope * slope;
          weights[at] -= (rate * slope) / Math.sqrt(squares[at]);
        }
      }
    }
  }
  return weights;
}

function predict(weights: Float32Array, slots: readonly number[]): number[] {
  const sums = nameClasses.map((_, c) => slots.reduce((sum, slot) => sum + weights[slot * nameClasses.length + c], 0));
  const most = Math.max(...sums);
  const powers = sums.map(sum => exponential(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
}

function accuracy(weights: Float32Array, dev: readonly Example[]): string {
  const right = nameClasses.map(() => 0);
  const guessed = nameClasses.map(() => 0);
  const gold = nameClasses.map(() => 0);
  for (const { slots, label } of dev) {
    const shares = predict(weights, slots);
    const best = shares.indexOf(Math.max(...shares));
    gold[label]++;
    guessed[best]++;
    if (best === label) right[label]++;
  }
  const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
  return nameClasses
    .map((name, c) => `${name} P ${percent(right[c], guessed[c])} R ${percent(right[c], gold[c])}`)
    .join(', ');
}
