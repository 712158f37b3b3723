/**
 * The one-to-one pairs of rows and columns with the largest sum of weights (Hungarian method). Every row or every column,
 * whichever are fewer, is in a pair, if need be with weight 0.
 */
export function assignment(weights: readonly (readonly number[])[]): readonly (readonly [number, number])[] {
  const rows = weights.length;
  const columns = weights.at(0)?.length ?? 0;
  if (rows === 0 || columns === 0) return [];
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, j) => weights.map(row => row[j]));
    return assignment(turned).map(([i, j]) => [j, i] as const);
  }
  const rowOf = rowOfColumn(weights, columns);
  return Array.from({ length: columns }, (_, j) => [rowOf[j + 1] - 1, j] as const).filter(([i]) => i >= 0);
}

/** For each column, counted from 1, the row that takes it, counted from 1; 0 where it stays free. */
function rowOfColumn(weights: readonly (readonly number[])[], columns: number): Int32Array {
  const rowPrice = new Float64Array(weights.length + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= weights.length; row++) {
    rowOf[0] = row;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(columns + 1);
    const used = new Uint8Array(columns + 1);
    let column = 0;
    while (rowOf[column] !== 0) {
      used[column] = 1;
      const at = rowOf[column];
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j] === 1) continue;
        const cost = -weights[at - 1][j - 1] - rowPrice[at] - columnPrice[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          cameFrom[j] = column;
        }
        if (slack[j] < step) {
          step = slack[j];
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j] === 1) {
          rowPrice[rowOf[j]] += step;
          columnPrice[j] -= step;
        } else slack[j] -= step;
      }
      column = next;
    }
    while (column !== 0) {
      rowOf[column] = rowOf[cameFrom[column]];
      column = cameFrom[column];
    }
  }
  return rowOf;
}
