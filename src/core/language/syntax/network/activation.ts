const steps = 512;
const bound = 10;

/** Between 0 and 1, from a table made of plain arithmetic only: the same on every engine, as `Math.exp` need not be. */
export function makeSigmoid(): (x: number) => number {
  const table = Float64Array.from(
    { length: 2 * bound * steps + 2 },
    (_, i) => 1 / (1 + exponential(bound - i / steps)),
  );
  return x => {
    const at = (x < -bound ? 0 : x > bound ? 2 * bound : x + bound) * steps;
    const i = at | 0;
    return table[i] + (at - i) * (table[i + 1] - table[i]);
  };
}

/** What a negative number keeps of itself. */
export const leak = 0.1;

/** e to the x, by halving x into the reach of a short series and squaring back. */
function exponential(x: number): number {
  const small = x / 1024;
  let result = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + small / 4)));
  for (let i = 0; i < 10; i++) result *= result;
  return result;
}
