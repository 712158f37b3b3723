import { type MatrixSpace, transpose } from '../../src/core/base/matrix.ts';

/** `c += aᵀ · b` with a of tokens × m and b of tokens × n: the gradient of a weight matrix. */
export function transposedProduct(
  space: MatrixSpace,
  a: number,
  b: number,
  c: number,
  tokens: number,
  m: number,
  n: number,
  scratch: number,
): void {
  transpose(space.floats, a, tokens, m, scratch);
  space.multiply(scratch, b, c, m, n, tokens);
}

/** `c += a · bᵀ` with a of tokens × n and b of m × n, c of tokens × m: the gradient of what a weight matrix took. */
export function productOfTransposes(
  space: MatrixSpace,
  a: number,
  b: number,
  c: number,
  tokens: number,
  m: number,
  n: number,
  scratch: number,
): void {
  transpose(space.floats, b, m, n, scratch);
  space.multiply(a, scratch, c, tokens, m, n);
}
