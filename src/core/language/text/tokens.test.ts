import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTokenRules } from './token-rules.ts';
import { tokenize } from './tokens.ts';

const file = join(import.meta.dirname, '../../../../data/language/tokens.tsv');
const rules = readTokenRules(readFileSync(file, 'utf8').split('\n'));

/** A text, and its tokens between bars. */
const cases: readonly [string, string][] = [
  ['The army shelled two villages.', 'The|army|shelled|two|villages|.'],
  ["They didn’t fire; we can't say.", "They|did|n’t|fire|;|we|ca|n't|say|."],
  ["The army's guns, the rebels' camp", "The|army|'s|guns|,|the|rebels|'|camp"],
  ['"Leave"\'s meaning', '"|Leave|"|\'s|meaning'],
  ['They cannot leave and are gonna stay', 'They|can|not|leave|and|are|gon|na|stay'],
  ['a cross-border, anti-tank raid in mid-October', 'a|cross|-|border|,|anti-tank|raid|in|mid-October'],
  ['3,742 tanks, 1.1 lakh men, Rs20 crore', '3,742|tanks|,|1.1|lakh|men|,|Rs|20|crore'],
  ['18km away, a 60-mm mortar, 5pm', '18|km|away|,|a|60|-|mm|mortar|,|5|pm'],
  ['at 4:20 on 3/10/2024, 2024-10-03', 'at|4:20|on|3/10/2024|,|2024-10-03'],
  ['the 12th Brigade in the 1990s', 'the|12th|Brigade|in|the|1990s'],
  ['10-15 men, 40% of them, $5m, US$20', '10|-|15|men|,|40|%|of|them|,|$|5|m|,|US|$|20'],
  ['the U.S. base, the U.N.', 'the|U.S.|base|,|the|U.N.'],
  ['Gen. A. K. Rahimi, Ph.D., said no.', 'Gen.|A.|K.|Rahimi|,|Ph.D.|,|said|no|.'],
  ['KABUL, Oct. 3 (AFP) — Ten', 'KABUL|,|Oct.|3|(|AFP|)|—|Ten'],
  ['Wait... what?! “No”', 'Wait|...|what|?!|“|No|”'],
  [
    'see https://example.org/a?b=1. Or mail x.y@example.org.',
    'see|https://example.org/a?b=1|.|Or|mail|x.y@example.org|.',
  ],
  ["Sana’a and Qal'at, N'Djamena, AT&T", "Sana’a|and|Qal'at|,|N'Djamena|,|AT&T"],
  ['🇺🇦 hit 👩‍🚒 today😀', '🇺🇦|hit|👩‍🚒|today|😀'],
  ['• three men\n• two women', '•|three|men|•|two|women'],
  ['zero\u200bwidth \u202bشمال\u202c end', 'zero|width|شمال|end'],
  ['a lone \ud800 half', 'a|lone|\ud800|half'],
  ['no &&&&&&& here', 'no|&&&&&&&|here'],
  ['AK-47s and T-72', 'AK|-|47s|and|T|-|72'],
];

test.each(cases)('%s', (text, tokens) => {
  expect(
    tokenize(text, rules)
      .map(({ start, end }) => text.slice(start, end))
      .join('|'),
  ).toBe(tokens);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...'aZ0.,\'’"-–—()[]@#:/ \n\t\u200b\u200d\ufe0f\ud83d\ude00éس&…!?$%'), { maxLength: 80 })
    .map(c => c.join('')),
);

test('tokens are in order, not empty, and only white space and invisible marks lie between them', () => {
  fc.assert(
    fc.property(anyText, text => {
      let at = 0;
      for (const { start, end } of tokenize(text, rules)) {
        expect(text.slice(at, start)).toMatch(/^[\s\u200b\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at)).toMatch(/^[\s\u200b\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test.each<[string, string]>([
  ['one letter', 'a'],
  ['a quote', '"'],
  ['a full stop', '.'],
  ['a hyphenated letter', 'a-'],
  ['a mail address that never comes', 'a.'],
  ['an address', 'http://'],
  ['a number', '1,'],
  ['an apostrophe', "x'"],
  ['a lone surrogate', '\ud800'],
  // What would take quadratic time here does not end within the runner's limit.
])('a megabyte of %s is cut to its end', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  expect(tokenize(text, rules).at(-1)?.end).toBe(text.length);
});
