import { expect, test } from 'vitest';
import { fitWeights } from './fit-stories.ts';

test('what tells stories apart gets the weight, and nothing speaks against one story', () => {
  const pairs = Array.from({ length: 200 }, (_, i) => {
    const isSame = i % 4 === 0;
    return { features: [isSame ? 0.9 : 0.1, (i % 7) / 7, isSame ? 0.1 : 0.9], isSame };
  });
  const { start, weights } = fitWeights(pairs, 1);
  expect(start).toBeLessThan(0);
  expect(weights[0]).toBeGreaterThan(2);
  expect(weights[1]).toBeLessThan(weights[0] ?? 0);
  expect(weights[2]).toBe(0);
});
