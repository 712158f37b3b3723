import { expect, test } from 'vitest';
import { stretchAround, textRuns } from './marked-text.ts';

const TEXT = 'Nine soldiers were killed and fifteen wounded.';

test('overlapping spans are cut at every edge, and nothing is lost', () => {
  const runs = textRuns(0, TEXT.length, [
    { id: 'a', start: 0, end: 25 },
    { id: 'b', start: 5, end: 37 },
  ]);
  expect(runs.map(({ start, end, ids }) => [TEXT.slice(start, end), ids.join('')])).toEqual([
    ['Nine ', 'a'],
    ['soldiers were killed', 'ab'],
    [' and fifteen', 'b'],
    [' wounded.', ''],
  ]);
  expect(runs.map(({ start, end }) => TEXT.slice(start, end)).join('')).toBe(TEXT);
});

test('a span that reaches out of the stretch is marked within it', () => {
  expect(textRuns(5, 13, [{ id: 'a', start: 0, end: 40 }])).toEqual([{ start: 5, end: 13, ids: ['a'] }]);
});

test('text without spans is one run, and an empty stretch none', () => {
  expect(textRuns(0, 4, [])).toEqual([{ start: 0, end: 4, ids: [] }]);
  expect(textRuns(4, 4, [])).toEqual([]);
});

test('a stretch goes out to whole paragraphs where they are near, and never cuts a character in two', () => {
  const text = `First paragraph.\n${'x'.repeat(300)} Nine died. ${'😀'.repeat(300)}`;
  const start = text.indexOf('Nine');
  const { from, to } = stretchAround(text, { start, end: start + 4 }, 41);
  expect(text.slice(from, to)).toContain('Nine died.');
  expect(() => encodeURIComponent(text.slice(from, to))).not.toThrow();
  expect(stretchAround(TEXT, { start: 0, end: 4 }, 400)).toEqual({ from: 0, to: TEXT.length });
});
