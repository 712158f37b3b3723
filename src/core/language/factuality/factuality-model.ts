import { linesOf, readModelFile, sectionOf } from '../../base/model-file.ts';
import type { Sentence } from '../token.ts';
import type { Tree } from '../tree.ts';
import { factualityFeatures } from './factuality-features.ts';
import { type FactualityWords, readFactualityWords } from './factuality-words.ts';
import { isDenied } from './is-denied.ts';

/** How many weights the model has; a power of two, because features are hashed into them. */
export const factualitySlots = 1 << 17;
/** Weights are kept as whole numbers of this part of one. */
export const factualityScale = 128;

/** What decides how sure a text sounds that something happened. */
export interface FactualityModel {
  readonly weights: Int16Array;
  readonly words: FactualityWords;
}

/** Opens `models/factuality.bin`; throws `ModelFileError` when it is damaged. */
export function readFactualityModel(bytes: Uint8Array): FactualityModel {
  const file = readModelFile(bytes);
  return {
    weights: sectionOf(file, 'weights', Int16Array),
    words: readFactualityWords(linesOf(file, 'words').join('\n')),
  };
}

/**
 * How sure the text sounds that what `index` tells happened or will: 3 certainly, 0 no view, -3 certainly not. What is
 * denied is told by the words; of the rest the model says whether it has happened yet, and what has not is open rather than
 * false.
 */
export function factualityOf(tree: Tree, sentence: Sentence, index: number, model: FactualityModel): number {
  const { tokens, children } = tree;
  const modal = children[index].map(child => tokens[child]).find(({ xpos }) => xpos === 'MD');
  const foretold = modal !== undefined && /^(?:will|shall|wo|['’]ll)$/i.test(modal.text);
  if (isDenied(tree, index, model.words)) return DENIED;
  const sure = Math.min(3, Math.max(FLOOR, OPEN + SPREAD * happenedScore(tree, sentence, index, model)));
  return foretold ? Math.max(sure, FORETOLD) : sure;
}

/** What the weights say: 3 has happened, -3 has not. */
export function happenedScore(tree: Tree, sentence: Sentence, index: number, { weights }: FactualityModel): number {
  let sum = 0;
  for (const feature of factualityFeatures(tree, sentence, index)) sum += weights[feature & (factualitySlots - 1)];
  return Math.max(-3, Math.min(3, sum / factualityScale));
}

// The training set asks whether something has happened; we ask how sure the text sounds. These five numbers, set by hand and
// checked on measured text, turn the one into the other.
const OPEN = 1.8;
const SPREAD = 0.55;
const FLOOR = 1.2;
const FORETOLD = 2.35;
const DENIED = -1.5;
