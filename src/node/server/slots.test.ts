import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

test('no more is done at a time than there are slots, in order, whatever fails', async () => {
  const slots = new Slots(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const done = [0, 1, 2, 3].map(number =>
    slots.run(async () => {
      begun.push(number);
      await new Promise<void>(resolve => ends.push(resolve));
      if (number === 0) throw new Error('failed');
      return number;
    }),
  );
  const settled = Promise.allSettled(done);
  for (let ended = 0; ended < done.length; ended++) {
    while (ends.length <= ended) await Promise.resolve();
    expect(begun.length).toBeLessThanOrEqual(ended + 2);
    ends[ended]?.();
  }
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(begun).toEqual([0, 1, 2, 3]);
});
