import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceHolds, evidenceOf } from './evidence.ts';

const report = { id: 'rep_1', text: 'Two shells fell. “No one was hurt,” the mayor said. 😀 Then rain.' };

test.each([
  [0, 10, 'Two shells'],
  [17, 35, '“No one was hurt,”'],
  [52, 54, '😀'],
])('the words at [%d, %d) are %o', (start, end, quote) => {
  const made = evidenceOf(report, { start, end });
  expect(made).toEqual({ reportId: 'rep_1', span: { start, end }, quote });
  expect(evidenceHolds(report, made)).toBe(true);
});

test.each([
  [3, 3],
  [-1, 4],
  [60, 600],
  [9, 2],
])('[%d, %d) gives no evidence', (start, end) => {
  expect(() => evidenceOf(report, { start, end })).toThrow(RangeError);
});

test('a quote one word off, moved by one, empty or of another report does not hold', () => {
  const good = evidenceOf(report, { start: 0, end: 10 });
  expect(evidenceHolds(report, { ...good, quote: 'Two shell' })).toBe(false);
  expect(evidenceHolds(report, { ...good, span: { start: 1, end: 11 } })).toBe(false);
  expect(evidenceHolds(report, { ...good, span: { start: 3, end: 3 }, quote: '' })).toBe(false);
  expect(evidenceHolds(report, { ...good, reportId: 'rep_2' })).toBe(false);
});

test('what evidenceOf gives holds, in any text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const any = { id: 'rep_2', text };
      expect(evidenceHolds(any, evidenceOf(any, { start, end }))).toBe(true);
    }),
    { seed: 3 },
  );
});
