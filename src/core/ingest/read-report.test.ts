import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Report } from '../model/report.ts';
import { TEXT_LENGTH_MAX } from './normalize-text.ts';
import { readPublishers } from './publisher-register.ts';
import { readReport } from './read-report.ts';
import type { ReportInput } from './report-input.ts';

const BODY = 'The army said on Monday that five men were hurt on the road to the north.';

function check(input: ReportInput, expected: Partial<Report>, problems: readonly string[]) {
  const outcome = readReport(input);
  expect(outcome.value).toMatchObject(expected);
  expect(outcome.problems.map(({ code }) => code)).toEqual(problems);
  expect(Report.parse(outcome.value)).toEqual(outcome.value);
}

describe('readReport', () => {
  test('a whole report', () => {
    const text = `Five hurt near Karsa\n\nKARSA, March 6, 2025 (KNA) – ${BODY}\n`;
    check(
      { text, metadata: { source: { name: 'Northern Herald', kind: 'local' } }, retrievedAt: '2025-03-07T08:00:00Z' },
      {
        text,
        headline: { start: 0, end: 20 },
        dateline: { start: 22, end: 50 },
        publishedAt: '2025-03-06',
        publishedBasis: 'dateline',
        source: { name: 'Northern Herald', kind: 'local', country: null, affiliation: null },
        url: null,
        retrievedAt: '2025-03-07T08:00:00Z',
        language: 'en',
        syndicatedFrom: 'KNA',
      },
      [],
    );
  });

  test.each([
    ['\uFEFFa\r\nb\rc', 'a\nb\nc'],
    ['a\u0000b\u0007\u0085c\td', 'a b  c\td'],
    ['a  b\u00a0c\n\n\nd ', 'a  b\u00a0c\n\n\nd '],
    ['e\u0301 ﬁ', 'e\u0301 ﬁ'],
  ])('changes control characters and nothing else: %j', (text, expected) => {
    expect(readReport({ text }).value.text).toBe(expected);
  });

  test.each<[string, ReportInput, string | null, string | null]>([
    ['what the reader says', { text: BODY, given: { source: { name: 'A' } }, metadata: { siteName: 'B' } }, 'A', null],
    [
      'whose address it is',
      { text: BODY, metadata: { url: 'https://upland.example/1', siteName: 'B' } },
      'Upland',
      'local',
    ],
    [
      'what the site calls itself',
      { text: BODY, metadata: { url: 'https://b.example/1', siteName: ' B ' } },
      'B',
      null,
    ],
    ['the register adds to a name', { text: BODY, given: { source: { name: 'UP' } } }, 'UP', 'local'],
    ['but does not win', { text: BODY, given: { source: { name: 'Upland', kind: 'state' } } }, 'Upland', 'state'],
    ['nobody', { text: BODY, metadata: { url: 'https://b.example/1' } }, null, null],
  ])('a publisher: %s', (_, input, name, kind) => {
    const publishers = readPublishers([
      'name\tkind\tcountry\taffiliation\taliases\tacronyms\tdomains\nUpland\tlocal\t\t\t\tUP\tupland.example\n',
    ]);
    const { source } = readReport(input, { publishers }).value;
    expect([source?.name ?? null, source?.kind ?? null]).toEqual([name, kind]);
  });

  test.each<[string, ReportInput, string | null, Report['publishedBasis'], readonly string[]]>([
    [
      'given',
      { text: BODY, given: { publishedAt: '2025-03-06' }, metadata: { publishedAt: '2025-03-05' } },
      '2025-03-06',
      'given',
      [],
    ],
    ['a time', { text: BODY, metadata: { publishedAt: '2025-03-06T23:30:00+05:00' } }, '2025-03-06', 'metadata', []],
    ['a date line', { text: `Five hurt\nPublished: 6 March 2025\n\n${BODY}` }, '2025-03-06', 'text', []],
    [
      'a dateline over a date line',
      { text: `Five hurt\n7 March 2025\n\nKARSA, 6 March 2025 – ${BODY}` },
      '2025-03-06',
      'dateline',
      [],
    ],
    ['none', { text: BODY }, null, null, ['published-unknown']],
    ['a dateline without year', { text: `KARSA, March 6 – ${BODY}` }, null, null, ['published-unknown']],
    [
      'no such day',
      { text: BODY, given: { publishedAt: '2025-02-30' } },
      null,
      null,
      ['metadata-unread', 'published-unknown'],
    ],
    [
      'words',
      { text: BODY, metadata: { publishedAt: 'yesterday' } },
      null,
      null,
      ['metadata-unread', 'published-unknown'],
    ],
    [
      'no such day in the text',
      { text: `KARSA, 30 February 2025 – ${BODY}` },
      null,
      null,
      ['when-impossible', 'published-unknown'],
    ],
  ])('publication date: %s', (_, input, publishedAt, publishedBasis, problems) => {
    check(input, { publishedAt, publishedBasis }, problems);
  });

  test('what the reader says of the publisher wins; what came with the document completes it', () => {
    const metadata = { source: { name: 'KNA', kind: 'wire', country: 'MLI' }, url: 'https://example.org/1' } as const;
    const given = { publishedAt: '2025-03-06' };
    check(
      { text: BODY, metadata, given: { ...given, source: { name: 'KNA' } } },
      { source: { ...metadata.source, affiliation: null }, url: metadata.url },
      [],
    );
    check(
      { text: BODY, metadata, given: { ...given, source: { name: 'Herald' } } },
      { source: { name: 'Herald', kind: null, country: null, affiliation: null } },
      [],
    );
    check({ text: BODY, metadata: { source: { name: ' ' } }, given }, { source: null }, []);
  });

  test.each<[string, ReportInput, readonly string[]]>([
    ['nothing', { text: '' }, ['text-empty', 'published-unknown']],
    ['white space', { text: ' \r\n\t' }, ['text-empty', 'published-unknown']],
    ['damage', { text: `Fi\uFFFDe hurt. ${BODY}` }, ['text-damaged', 'published-unknown']],
    ['half a character', { text: `Five\uD800 hurt. ${BODY}` }, ['text-damaged', 'published-unknown']],
    [
      'another language',
      {
        text: 'Mindestens fünf Männer sind am Montag auf der Straße nach Karsa verletzt worden, sagte die Armee, die auch die Straße von Norden für den Verkehr sperrte.',
      },
      ['published-unknown', 'language-not-coded'],
    ],
    ['two words', { text: 'Karsa quiet' }, ['published-unknown', 'language-uncertain']],
    [
      'what the source met',
      { text: BODY, problems: [{ code: 'encoding-assumed', message: 'x', span: null }] },
      ['encoding-assumed', 'published-unknown'],
    ],
  ])('problems: %s', (_, input, problems) => {
    check(input, {}, problems);
  });

  test('damage has its place', () => {
    const { value, problems } = readReport({ text: `Fi\uFFFDe hurt. ${BODY}` });
    const span = problems[0]?.span;
    expect(value.text.slice(span?.start, span?.end)).toBe('\uFFFD');
  });

  test('the id hangs on text and publisher only', () => {
    const id = (input: ReportInput) => readReport(input).value.id;
    const one = id({ text: BODY });
    expect(one).toMatch(/^rep_[0-9a-f]{20}$/);
    expect(id({ text: BODY, given: { publishedAt: '2025-03-06', url: 'https://example.org' } })).toBe(one);
    expect(id({ text: BODY, given: { source: { name: 'KNA' } } })).not.toBe(one);
    expect(id({ text: `${BODY} ` })).not.toBe(one);
  });

  test('50 million characters are cut, at the end of a word, and said to be', () => {
    const { value, problems } = readReport({ text: `${BODY}\n`.repeat(680_000) });
    expect(value.text.length).toBeLessThanOrEqual(TEXT_LENGTH_MAX);
    expect(value.text.length).toBeGreaterThan(TEXT_LENGTH_MAX - 200);
    expect(`${BODY} `.repeat(2)).toContain(`${value.text.slice(-40)} `);
    expect(problems.map(({ code }) => code)).toEqual(['text-too-long', 'published-unknown']);
    expect(problems[0]?.message).toContain('50320000');
  });
});

describe('whatever the text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'KARSA',
          ', ',
          ' – ',
          '\n',
          '\n\n',
          '(KNA)',
          'March 6',
          '2025',
          'By ',
          '. ',
          'the',
          '\uFEFF',
          '\r',
          '\uD800',
        ),
        { maxLength: 40 },
      )
      .map(parts => parts.join('')),
  );

  test('a report comes out that keeps the model, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(texts, text => {
        const { value } = readReport({ text });
        expect(Report.parse(value)).toEqual(value);
        for (const span of [value.headline, value.dateline]) {
          if (span !== null) expect(value.text.slice(span.start, span.end).trim()).not.toBe('');
        }
        const again = readReport({ text: value.text }).value;
        if (!value.text.startsWith('\uFEFF')) expect(again).toEqual(value);
      }),
      { seed: 20251015, numRuns: 500 },
    );
  });
});
