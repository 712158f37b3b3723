import { type ModelFile, type ModelSection, sectionOf } from '../../base/model-file.ts';

/** Adds up what each of `features[0..count)` says for each class. The trainer's dense model is one too. */
export interface Scorer {
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** One feature of a linear model as the trainer hands it over: its hash and the classes it speaks for or against. */
export interface LinearRow {
  readonly key: number;
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

const countBits = 8;

/**
 * A sparse linear model in place: `slots` is an open-addressing table of pairs (feature hash, offset and count of its
 * entries), so that one look-up touches one cache line. Weights are integers: scores add up the same everywhere.
 */
export function readLinearModel(file: ModelFile, name: string): Scorer {
  const slots = sectionOf(file, `${name}.slots`, Int32Array);
  const classes = sectionOf(file, `${name}.classes`, Uint8Array);
  const weights = sectionOf(file, `${name}.weights`, Int16Array);
  const mask = slots.length / 2 - 1;
  const score = (features: Int32Array, count: number, scores: Float32Array): void => {
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const key = features[i];
      let at = (key ^ (key >>> 16)) & mask;
      for (;;) {
        const entry = slots[2 * at + 1];
        if (entry === 0) break;
        if (slots[2 * at] === key) {
          const start = entry >>> countBits;
          const end = start + (entry & ((1 << countBits) - 1));
          for (let e = start; e < end; e++) scores[classes[e]] += weights[e];
          break;
        }
        at = (at + 1) & mask;
      }
    }
  };
  return { score };
}

/** The sections of a linear model; weights are scaled so that the largest uses 15 bits. */
export function linearModelSections(name: string, rows: readonly LinearRow[]): ModelSection[] {
  let capacity = 1024;
  while (capacity * 0.8 < rows.length) capacity *= 2;
  const entries = rows.reduce((sum, row) => sum + row.classes.length, 0);
  const slots = new Int32Array(2 * capacity);
  const classes = new Uint8Array(entries);
  const weights = new Int16Array(entries);
  const largest = rows.reduce((max, row) => row.weights.reduce((m, w) => Math.max(m, Math.abs(w)), max), 0);
  const scale = largest === 0 ? 1 : 32000 / largest;
  let next = 0;
  for (const row of rows) {
    let at = (row.key ^ (row.key >>> 16)) & (capacity - 1);
    while (slots[2 * at + 1] !== 0) at = (at + 1) & (capacity - 1);
    slots[2 * at] = row.key;
    slots[2 * at + 1] = (next << countBits) | row.classes.length;
    for (let i = 0; i < row.classes.length; i++, next++) {
      classes[next] = row.classes[i];
      weights[next] = Math.round(row.weights[i] * scale);
    }
  }
  return [
    { name: `${name}.slots`, data: slots },
    { name: `${name}.classes`, data: classes },
    { name: `${name}.weights`, data: weights },
  ];
}
