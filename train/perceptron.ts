import type { LinearRow, Scorer } from '../src/core/language/syntax/linear-model.ts';

/** An averaged perceptron with an exact table of features: dense rows while it learns, sparse rows when it is done. */
export class Perceptron implements Scorer {
  readonly classCount: number;
  #mask = (1 << 18) - 1;
  #keys = new Int32Array(1 << 18);
  #rows = new Int32Array(1 << 18).fill(-1);
  #size = 0;
  #weights: Float32Array;
  /** Each weight's changes times the moment they were made: what averaging subtracts. */
  #moments: Float64Array;
  #now = 1;

  constructor(classCount: number) {
    this.classCount = classCount;
    this.#weights = new Float32Array(65536 * classCount);
    this.#moments = new Float64Array(65536 * classCount);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { classCount } = this;
    const weights = this.#weights;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = this.#find(features[i]);
      if (row < 0) continue;
      const base = row * classCount;
      for (let c = 0; c < classCount; c++) scores[c] += weights[base + c];
    }
  }

  /** Moves these features towards `gold` and away from `guess`. */
  update(features: Int32Array, count: number, gold: number, guess: number): void {
    for (let i = 0; i < count; i++) {
      const base = this.#findOrAdd(features[i]) * this.classCount;
      this.#weights[base + gold] += 1;
      this.#moments[base + gold] += this.#now;
      this.#weights[base + guess] -= 1;
      this.#moments[base + guess] -= this.#now;
    }
  }

  /** One decision is past; averaging counts in these steps. */
  tick(): void {
    this.#now++;
  }

  /** The averaged weights above `threshold`, in an order that only the training decides. */
  rows(threshold: number): LinearRow[] {
    const keyOf = new Int32Array(this.#size);
    this.#rows.forEach((row, at) => {
      if (row >= 0) keyOf[row] = this.#keys[at];
    });
    const rows: LinearRow[] = [];
    for (let row = 0; row < this.#size; row++) {
      const classes: number[] = [];
      const weights: number[] = [];
      for (let c = 0; c < this.classCount; c++) {
        const at = row * this.classCount + c;
        const weight = this.#weights[at] - this.#moments[at] / this.#now;
        if (Math.abs(weight) <= threshold) continue;
        classes.push(c);
        weights.push(weight);
      }
      if (classes.length > 0) rows.push({ key: keyOf[row], classes, weights });
    }
    return rows;
  }

  #find(key: number): number {
    let at = (key ^ (key >>> 16)) & this.#mask;
    while (this.#rows[at] !== -1) {
      if (this.#keys[at] === key) return this.#rows[at];
      at = (at + 1) & this.#mask;
    }
    return -1;
  }

  #findOrAdd(key: number): number {
    const found = this.#find(key);
    if (found >= 0) return found;
    if (this.#size * 2 > this.#mask) this.#growTable();
    if ((this.#size + 1) * this.classCount > this.#weights.length) this.#growRows();
    this.#insert(key, this.#size);
    return this.#size++;
  }

  #insert(key: number, row: number): void {
    let at = (key ^ (key >>> 16)) & this.#mask;
    while (this.#rows[at] !== -1) at = (at + 1) & this.#mask;
    this.#keys[at] = key;
    this.#rows[at] = row;
  }

  #growTable(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#mask = this.#mask * 2 + 1;
    this.#keys = new Int32Array(this.#mask + 1);
    this.#rows = new Int32Array(this.#mask + 1).fill(-1);
    for (let i = 0; i < rows.length; i++) if (rows[i] !== -1) this.#insert(keys[i], rows[i]);
  }

  #growRows(): void {
    const length = Math.ceil(this.#weights.length * 1.6);
    const weights = new Float32Array(length);
    weights.set(this.#weights);
    this.#weights = weights;
    const moments = new Float64Array(length);
    moments.set(this.#moments);
    this.#moments = moments;
  }
}
