import type { MatrixSpace, Tensor } from '../../src/core/base/matrix.ts';
import type { Parameter } from '../../src/core/language/syntax/network/network-shape.ts';
import { power } from '../arithmetic.ts';
import type { Random } from '../random.ts';

/** A matrix that is trained, with its gradient beside it. */
export interface Trained extends Parameter {
  readonly at: number;
  readonly gradient: number;
}

/** The matrices of a network in one run of memory, their gradients in another, and Adam's two moments. */
export interface Parameters {
  readonly of: (name: string) => Trained;
  readonly values: Tensor;
  readonly gradients: Tensor;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** Places the matrices and fills them: matrices by their fan-in, everything of one row with zeros. */
export function placeParameters(space: MatrixSpace, list: readonly Parameter[], random: Random): Parameters {
  const total = list.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const values = space.allocate(total);
  const gradients = space.allocate(total);
  const byName = new Map<string, Trained>();
  let next = 0;
  for (const parameter of list) {
    const { name, rows, columns } = parameter;
    byName.set(name, { ...parameter, at: values.at + next, gradient: gradients.at + next });
    const reach = rows === 1 ? 0 : Math.sqrt(3 / rows) * (name === 'arcs' ? 0.3 : 1);
    for (let i = 0; i < rows * columns; i++) space.floats[values.at + next + i] = (2 * random() - 1) * reach;
    next += rows * columns;
  }
  const of = (name: string): Trained => {
    const found = byName.get(name);
    if (!found) throw new Error(`no parameter named ${name}`);
    return found;
  };
  return { of, values, gradients, first: new Float32Array(total), second: new Float32Array(total) };
}

const decay1 = 0.9;
const decay2 = 0.98;

/** One step of Adam over all matrices, the gradient cut to a length of at most 1. */
export function adamStep(space: MatrixSpace, parameters: Parameters, step: number, rate: number): void {
  const { floats } = space;
  const { values, gradients, first, second } = parameters;
  let squares = 0;
  for (let i = 0; i < gradients.length; i++) squares += floats[gradients.at + i] * floats[gradients.at + i];
  const scale = Math.min(1, 1 / Math.sqrt(squares + 1e-12));
  const size = (rate * Math.sqrt(1 - power(decay2, step))) / (1 - power(decay1, step));
  for (let i = 0; i < values.length; i++) {
    const gradient = floats[gradients.at + i] * scale;
    first[i] = decay1 * first[i] + (1 - decay1) * gradient;
    second[i] = decay2 * second[i] + (1 - decay2) * gradient * gradient;
    floats[values.at + i] -= (size * first[i]) / (Math.sqrt(second[i]) + 1e-8);
  }
}
