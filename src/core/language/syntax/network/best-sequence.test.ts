import { expect, test } from 'vitest';
import { bestSequence } from './best-sequence.ts';

const labels = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'];
/** A name goes on only where it began; nothing else matters. */
const transitions = Float32Array.from(
  [...labels, 'O'].flatMap(before =>
    labels.map(label => (!label.startsWith('I-') || before.slice(2) === label.slice(2) ? 0 : Number.NEGATIVE_INFINITY)),
  ),
);

test.each<[string, readonly (readonly number[])[], string]>([
  [
    'a name goes on only where it began',
    [
      [0, 0, 5, 4, 0],
      [1, 0, 0, 0, 3],
    ],
    'B-LOC I-LOC',
  ],
  [
    'what is likely all in all wins',
    [
      [2, 1, 0, 0, 0],
      [0, 0, 9, 0, 0],
    ],
    'B-PER I-PER',
  ],
  ['nothing', [[1, 0, 0, 0, 0]], 'O'],
])('%s', (_, rows, expected) => {
  const floats = Float32Array.from(rows.flatMap(row => [...row, 0, 0, 0]));
  const found = bestSequence({ floats, at: 0, columns: 8, classes: 5 }, 0, rows.length, transitions);
  expect([...found].map(c => labels[c]).join(' ')).toBe(expected);
});
