import { expect, test } from 'vitest';
import { matrixSpace } from '../../../base/matrix.ts';
import { makeSigmoid } from './activation.ts';
import { recurrentForward } from './recurrent.ts';
import { recurrentKernel } from './recurrent-kernel.ts';

test('the sigmoid is that of the books', () => {
  const sigmoid = makeSigmoid();
  for (const x of [-50, -9.99, -1.3, 0, 0.01, 2.5, 9.999, 50])
    expect(sigmoid(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 4);
});

test('the kernel computes what the layer of the trainer does', () => {
  const [H, words] = [8, 5];
  const space = matrixSpace(10_000, [recurrentKernel]);
  const f = space.floats;
  const at = (length: number): number => space.allocate(length).at;
  const [gates, input, weights] = [at(words * 6 * H), at(words * 2 * H), at(8 * H)];
  const [output, memory, expected, room, nothing] = [
    at(words * 2 * H),
    at(words * 2 * H),
    at(words * 2 * H),
    at(words * 2 * H),
    at(H),
  ];
  const fill = (from: number, length: number, seed: number): void => {
    for (let i = 0; i < length; i++) f[from + i] = Math.sin(i * seed) * 3;
  };
  fill(input, words * 2 * H, 0.7);
  fill(weights, 8 * H, 1.9);
  const gatesOf = (): void => fill(gates, words * 6 * H, 1.3);
  const layer = { weights: 0, gateWeights: weights, hidden: H };
  recurrentForward(
    f,
    gatesOf,
    layer,
    { dropped: input, gates, memory: room },
    input,
    expected,
    [0, words],
    makeSigmoid(),
  );
  gatesOf();
  for (let direction = 0; direction < 2; direction++) {
    const first = direction === 0 ? 0 : words - 1;
    const side = first * 2 * H + direction * H;
    const own = gates + first * 6 * H + direction * 3 * H;
    const pointers = [own, weights + direction * 4 * H, input + side, output + side, nothing, memory + side];
    space.kernels.recur(...pointers.map(pointer => 4 * pointer), 4 * H, words, direction === 0 ? 1 : -1);
  }
  for (let i = 0; i < words * 2 * H; i++) expect(f[output + i]).toBeCloseTo(f[expected + i], 3);
});
