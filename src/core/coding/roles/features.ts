import { mixHash } from '../../base/hash.ts';

/** Collects hashed features: each is a template's number mixed with what it found. */
export class Features {
  readonly #found: number[] = [];

  add(template: number, value: number): void {
    this.#found.push(mixHash(template, value));
  }

  /** A number in steps, kept within bounds. Gives the step, to be combined with others. */
  step(template: number, value: number, size: number, bound: number): number {
    const step = Math.max(-bound, Math.min(bound, Math.round(value / size)));
    this.add(template, step);
    return step;
  }

  get all(): Int32Array {
    return Int32Array.from(this.#found);
  }
}
