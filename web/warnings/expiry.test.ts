import { expect, test } from 'vitest';
import { expiryOf } from './expiry.ts';

test.each([
  [null, '2026-11-25', 'none-stated'],
  ['2026-11-25', '2026-11-25', 'open'],
  ['2026-12-01', '2026-11-25', 'open'],
  ['2026-11-24', '2026-11-25', 'over'],
])('a threat until %s is, on %s, %s', (until, today, state) => {
  expect(expiryOf(until, today).state).toBe(state);
});
