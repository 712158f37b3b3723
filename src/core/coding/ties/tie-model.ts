import { linesOf, readModelFile, sectionOf } from '../../base/model-file.ts';
import { readTable } from '../../base/table.ts';
import type { TieWords } from './tie-features.ts';

/** How many rows of weights the model has; a power of two, because features are hashed into them. */
export const tieSlots = 1 << 15;
/** Weights are kept as whole numbers of this part of one. */
export const tieScale = 32;

/** How two phrases of one sentence are tied. */
export type TieKind =
  | 'fights'
  | 'allied'
  | 'member'
  | 'leads'
  | 'located'
  | 'described'
  | 'same'
  | 'talks'
  | 'likes'
  | 'apart'
  | 'dislikes';

/** The kinds in the order of the model's columns; the first column of weights, before them, is for no tie. */
export const TIE_KINDS: readonly TieKind[] = [
  'fights',
  'allied',
  'member',
  'leads',
  'located',
  'described',
  'same',
  'talks',
  'likes',
  'apart',
  'dislikes',
];

/** The weights of a log-linear model over hashed features, the least chance at which each kind is told, and its words. */
export interface TieModel {
  readonly weights: Int8Array;
  readonly least: Float32Array;
  readonly words: TieWords;
}

/** Opens `models/ties.bin`; throws `ModelFileError` when it is damaged. */
export function readTieModel(bytes: Uint8Array): TieModel {
  const file = readModelFile(bytes);
  return {
    weights: sectionOf(file, 'weights', Int8Array),
    least: sectionOf(file, 'least', Float32Array),
    words: readTieWords(linesOf(file, 'words').join('\n')),
  };
}

/** Reads `data/lexicons/tie-words.tsv`. */
export function readTieWords(text: string): TieWords {
  const classes = new Map<string, string[]>();
  for (const { class: name = '', lemma = '' } of readTable(text))
    classes.set(lemma, [...(classes.get(lemma) ?? []), name]);
  return classes;
}

/** How likely no tie and each kind are, given features as rows of the weights; they sum to 1. */
export function tieChances(weights: Int8Array | Float32Array, rows: readonly number[], scale: number): Float64Array {
  const columns = TIE_KINDS.length + 1;
  const chances = new Float64Array(columns);
  for (const row of rows) for (let k = 0; k < columns; k += 1) chances[k] += weights[row * columns + k] / scale;
  const most = Math.max(...chances);
  let sum = 0;
  for (let k = 0; k < columns; k += 1) {
    chances[k] = Math.exp(chances[k] - most);
    sum += chances[k];
  }
  return chances.map(chance => chance / sum);
}

/** Features as rows of the weights, each once. */
export function tieRows(features: readonly number[]): readonly number[] {
  return [...new Set(features.map(feature => feature & (tieSlots - 1)))];
}
