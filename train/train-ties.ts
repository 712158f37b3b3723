import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreRelations } from '../eval/score/relations.ts';
import { isFree, type RelationsRecord, relationOf, tieKindOf } from '../eval/tie-relations.ts';
import type { MarkedSpan } from '../eval/token-range.ts';
import { linesSection, writeModelFile } from '../src/core/base/model-file.ts';
import { type Context, contextOf } from '../src/core/coding/context.ts';
import type { Nominal } from '../src/core/coding/ties/nominals.ts';
import { type TieWords, tieFeatures } from '../src/core/coding/ties/tie-features.ts';
import {
  readTieWords,
  TIE_KINDS,
  type TieKind,
  tieChances,
  tieRows,
  tieScale,
  tieSlots,
} from '../src/core/coding/ties/tie-model.ts';
import { pairsIn, tiesIn } from '../src/core/coding/ties/ties.ts';
import { readReport } from '../src/core/ingest/index.ts';
import { analyze } from '../src/core/language/analyze.ts';
import type { Resources } from '../src/core/language/resources.ts';
import { loadActLexicon, loadCodebook, loadResources } from '../src/node/resources/load.ts';
import { readRecords, sharedFolder } from './corpora.ts';
import { seededRandom, shuffle } from './random.ts';

interface Example {
  readonly rows: readonly number[];
  /** Column of the right answer, 0 for no tie. */
  column: number;
}

interface LearntText {
  readonly record: RelationsRecord;
  readonly context: Context;
  readonly examples: readonly Example[];
}

const wordsPath = join(import.meta.dirname, '..', 'data', 'lexicons', 'tie-words.tsv');
const columns = TIE_KINDS.length + 1;
const acts = loadActLexicon();
const rounds = 3;
const rate = 0.05;
const shrinkage = 0.0001;
/** The share of pairs without a tie that is learnt from. */
const untied = 0.6;

/** The least chance at which each kind is told, chosen by eight-fold cross-validation over the training documents. */
const LEAST: Readonly<Record<TieKind, number>> = {
  fights: 0.07,
  allied: 0.03,
  member: 0.16,
  leads: 0.1,
  located: 0.16,
  described: 0.2,
  same: 0.13,
  talks: 0.05,
  likes: 0.1,
  apart: 0.2,
  dislikes: 0.05,
};

/**
 * Trains models/ties.bin on re3d (`corpora/relations`), but for the records whose licence forbids commercial use: a
 * log-linear model over hashed features of two noun phrases of one sentence (AdaGrad). The same bytes each time for the
 * same models and tables.
 */
export function trainTies(resources: Resources, log: (line: string) => void): Uint8Array {
  const table = readFileSync(wordsPath, 'utf8');
  const texts = textsOf(readRelations().filter(isFree), readTieWords(table), resources);
  const examples = texts.flatMap(text => text.examples);
  const lines = table.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const tied = examples.filter(({ column }) => column > 0).length;
  log(`${texts.length} documents, ${tied} ties among ${examples.length} pairs`);
  return writeModelFile([
    linesSection('words', lines),
    { name: 'least', data: leastOf() },
    { name: 'weights', data: packed(learn(examples)) },
  ]);
}

function readRelations(): RelationsRecord[] {
  return [...readRecords<RelationsRecord>(join(sharedFolder, 'corpora', 'relations', 'dev.jsonl'))];
}

const folds = 8;

/** How well eight models do, each on the documents that it was not trained on: `node train/train-ties.ts --cross-validate`. */
function crossValidate(): void {
  const words = readTieWords(readFileSync(wordsPath, 'utf8'));
  const texts = textsOf(readRelations(), words, loadResources());
  const scored = Array.from({ length: folds }, (_, fold) => {
    const others = texts.filter(({ record }, i) => i % folds !== fold && isFree(record));
    const model = { weights: packed(learn(others.flatMap(({ examples }) => examples))), least: leastOf(), words };
    return texts
      .filter((_, i) => i % folds === fold)
      .map(({ record, context }) => ({
        gold: record.relations,
        found: tiesIn(context, acts, model).map(relationOf),
      }));
  });
  const { core, all, types } = scoreRelations(scored.flat());
  const each = [...types].map(([type, f1]) => `${type} ${f1.toFixed(2)}`).join(', ');
  console.log(`${folds} folds: core ${core.toFixed(3)}, all ${all.toFixed(3)}; ${each}`);
}

function leastOf(): Float32Array {
  return Float32Array.from(TIE_KINDS, kind => LEAST[kind]);
}

function packed(weights: Float32Array): Int8Array {
  return Int8Array.from(weights, weight => Math.max(-127, Math.min(127, Math.round(weight * tieScale))));
}

function textsOf(records: readonly RelationsRecord[], words: TieWords, resources: Resources): LearntText[] {
  const codebook = loadCodebook();
  return records.map(record => {
    const { value: doc } = analyze(readReport({ text: record.text }).value, resources);
    const context = contextOf(doc, codebook);
    return { record, context, examples: examplesOf(record, context, words) };
  });
}

/** Each pair of phrases of a text, with the relation that the corpus marks on it. */
function examplesOf({ relations }: RelationsRecord, context: Context, words: TieWords): Example[] {
  const { tokens } = context.doc;
  const marked = ({ start, end, head }: Nominal) => ({
    b: tokens[start].start,
    e: tokens[end - 1].end,
    head: tokens[head].start,
  });
  const pairs = pairsIn(context).map(({ from, to }) => ({
    example: { rows: tieRows(tieFeatures({ context, acts, words }, from, to)), column: 0 },
    from: marked(from),
    to: marked(to),
  }));
  for (const { type, source, target } of relations) {
    const kind = tieKindOf(type);
    if (kind === null) continue;
    const heads = pairs.filter(({ from, to }) => holds(source, from.head) && holds(target, to.head));
    const near = pairs.filter(({ from, to }) => meet(source, from) && meet(target, to));
    const length = ({ from, to }: (typeof pairs)[number]) => from.e - from.b + to.e - to.b;
    const best = heads.length > 0 ? heads.sort((a, b) => length(b) - length(a))[0] : near.at(0);
    if (best !== undefined) best.example.column = 1 + TIE_KINDS.indexOf(kind);
  }
  return pairs.map(({ example }) => example);
}

function learn(examples: readonly Example[]): Float32Array {
  const weights = new Float32Array(tieSlots * columns);
  const squares = new Float32Array(tieSlots * columns).fill(0.1);
  const random = seededRandom(1);
  const chosen = examples.filter(({ column }) => column > 0 || random() < untied);
  for (let round = 0; round < rounds; round++) {
    for (const { rows, column } of shuffle(chosen, random)) {
      const chances = tieChances(weights, rows, 1);
      for (let k = 0; k < columns; k++) {
        const error = chances[k] - (k === column ? 1 : 0);
        if (Math.abs(error) < 0.0001) continue;
        for (const row of rows) {
          const at = row * columns + k;
          const slope = error + shrinkage * weights[at];
          squares[at] += slope * slope;
          weights[at] -= (rate * slope) / Math.sqrt(squares[at]);
        }
      }
    }
  }
  return weights;
}

function holds({ b, e }: MarkedSpan, offset: number): boolean {
  return b <= offset && offset < e;
}

function meet(a: MarkedSpan, c: MarkedSpan): boolean {
  return a.b < c.e && c.b < a.e;
}

if (process.argv[1] === import.meta.filename) crossValidate();
