import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

const NOTHING = { source: null, url: null, publishedAt: null };

describe('splitFrontMatter', () => {
  test('takes the block off and reads it', () => {
    const block = [
      '---',
      '# typed in by hand',
      'source: "Karsa Post: the paper"',
      'kind: local',
      'country: MLI',
      'affiliation: Northern Front',
      'Published: 2025-03-06',
      '',
      'url: https://example.org/a?b=c#d',
      '---',
    ];
    for (const lineEnd of ['\n', '\r\n']) {
      expect(splitFrontMatter(`${block.join(lineEnd)}${lineEnd}Headline\n\nText.`)).toEqual({
        text: 'Headline\n\nText.',
        metadata: {
          source: { name: 'Karsa Post: the paper', kind: 'local', country: 'MLI', affiliation: 'Northern Front' },
          publishedAt: '2025-03-06',
          url: 'https://example.org/a?b=c#d',
        },
        problems: [],
      });
    }
  });

  test.each([
    ['no block', 'Headline\n\nText.'],
    ['a block that never ends', '---\nsource: Karsa Post\n\nText.'],
    ['a rule under the headline', 'Headline\n---\nsource: Karsa\n---\nText.'],
    ['prose between two rules', '---\nThe army said: nothing.\n---\nText.'],
    ['an end too far down', `---\n${'\n'.repeat(40)}---\nText.`],
    ['nothing', ''],
    ['a rule alone', '---'],
  ])('leaves %s as it is', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ text, metadata: {}, problems: [] });
  });

  test('an empty block is a block', () => {
    expect(splitFrontMatter('---\n---\nText.')).toEqual({ text: 'Text.', metadata: NOTHING, problems: [] });
    expect(splitFrontMatter('\uFEFF---\nurl:\n---')).toEqual({ text: '', metadata: NOTHING, problems: [] });
  });

  test.each([
    ['publishd: 2025-03-06', '"publishd: 2025-03-06"'],
    ['source: Karsa Post\nkind: newspaper', '"kind: newspaper"'],
    ['source: Karsa Post\ncountry: Mali', '"country: Mali"'],
    ['kind: local', '"kind: local"'],
  ])('says what it left out: %s', (lines, words) => {
    const { problems, metadata } = splitFrontMatter(`---\n${lines}\n---\nText.`);
    expect(problems.map(({ code }) => code)).toEqual(['metadata-unread']);
    expect(problems[0]?.message).toContain(words);
    expect(metadata.source?.kind ?? null).toBeNull();
    expect(metadata.source?.country ?? null).toBeNull();
  });
});
