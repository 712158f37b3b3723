/**
 * Powers of plain arithmetic only: engines may round `Math.exp`, `Math.pow` and `**` each in its own way, and a trained
 * byte must not hang on that. Sums, products, quotients and square roots are the same everywhere.
 */

/** e to the x for x of at most 0: by halving x into the reach of a short series and squaring back. */
export function exponential(x: number): number {
  if (x < -80) return 0;
  const small = x / 1024;
  let result = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < 10; i++) result *= result;
  return result;
}

/** A number to a whole power of 1 or more. */
export function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
