import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../corpora.ts';
import { fitWeights, storyWeightsSource } from './fit-stories.ts';

test('what tells stories apart gets the weight, what is held stays, and nothing speaks against one story', () => {
  const isSame = Array.from({ length: 200 }, (_, i) => i % 4 === 0);
  const features = isSame.flatMap((same, i) => [same ? 0.9 : 0.1, (i % 7) / 7, same ? 0.1 : 0.9, 0.3]);
  const pairs = { names: ['alike', 'chance', 'unlike', 'held'], features: Float64Array.from(features), isSame };
  const [alike, chance, unlike, held] = fitWeights(pairs, { start: -2, chosen: [null, null, null, -1], ridge: 1 });
  expect(alike).toBeGreaterThan(2);
  expect(chance).toBeLessThan(alike);
  expect([unlike, held]).toEqual([0, -1]);
});

test.skipIf(!existsSync(sharedFolder))(
  'the weights in the code are those of a fresh fit (skipped where ../shared is not)',
  () => {
    expect(read('src/core/reconcile/stories/story-weights.ts')).toBe(
      storyWeightsSource(read('data/language/word-rarity.tsv')),
    );
  },
  120_000,
);

function read(path: string): string {
  return readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
}
