import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test.each([
  [{ b: 1, a: [2, null] }, '{"a":[2,null],"b":1}'],
  [{ a: undefined, b: 'é"' }, '{"b":"é\\""}'],
  [[undefined, 1], '[null,1]'],
  [undefined, 'null'],
  [Number.NaN, 'null'],
  [{ Z: 1, a: 2, É: 3, ä: 4 }, '{"Z":1,"a":2,"É":3,"ä":4}'],
])('%o is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('the order in which an object was built does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), object => {
      const reversed = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
    { seed: 8 },
  );
});
