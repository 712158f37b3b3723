import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief, Sentence } from '../../src/core/export/brief/brief.ts';
import { runs } from '../../src/core/export/brief/brief.ts';
import { briefHtml } from '../../src/core/export/brief/brief-html.ts';
import { briefMarkdown } from '../../src/core/export/brief/brief-markdown.ts';
import { timelineSvg } from '../../src/core/export/brief/timeline-svg.ts';
import { writeBrief } from '../../src/core/export/brief/write-brief.ts';
import type { ExportContext } from '../../src/core/export/export-context.ts';
import { exampleContext } from './record.ts';

// The examples are constructed reports; their incidents are invented.

let context: ExportContext;
let brief: Brief;

beforeAll(async () => {
  context = await exampleContext();
  brief = writeBrief(context, 'Situation report');
});

describe('a briefing', () => {
  it('has a source for every sentence, and a sentence for every source', () => {
    const sentences = sentencesOf(brief);
    expect(sentences.length).toBeGreaterThan(30);
    const known = new Set(brief.sources.map(({ number }) => number));
    for (const { text, sources } of [
      ...sentences,
      ...brief.totals.map(({ side, sources }) => ({ text: side, sources })),
    ]) {
      expect(sources.length, text).toBeGreaterThan(0);
      for (const number of sources) expect(known.has(number), `${text} ${number}`).toBe(true);
    }
    const cited = new Set([...sentences, ...brief.totals].flatMap(({ sources }) => sources));
    expect([...known].filter(number => !cited.has(number))).toEqual([]);
  });

  it('quotes its sources word for word', () => {
    for (const { claimId, quote } of brief.sources) expect(context.claims.get(claimId)?.evidence.quote).toBe(quote);
  });

  it('tells every incident, every contradiction, and what is not known', () => {
    expect(brief.incidents.map(({ id }) => id).sort()).toEqual(context.record.incidents.map(({ id }) => id).sort());
    expect(brief.disputes).toHaveLength(
      context.record.incidents.flatMap(({ contradictions }) => contradictions).length,
    );
    expect(brief.gaps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^The place is not known of 1 incident: /),
    );
  });

  it('of nothing says so, and asserts nothing', () => {
    const nothing = writeBrief(
      { ...context, record: { ...context.record, reports: [], codings: [], incidents: [] } },
      'Empty',
    );
    expect(sentencesOf(nothing)).toEqual([]);
    expect(briefMarkdown(nothing)).toContain('No incident fits.');
    expect(timelineSvg(nothing.timeline)).toBeNull();
  });
});

describe('laid out', () => {
  it('as HTML, every link leads to something on the page, and no script or address outside is needed', () => {
    const html = briefHtml(brief, { map: null, timeline: timelineSvg(brief.timeline) });
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(brief.sources.length / 2);
    expect(targets.filter(id => !ids.has(id))).toEqual([]);
    expect(html).not.toMatch(/<script|src="http|url\(http/);
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script\\>alert(1)&lt;/script\\>'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['a | b\n# c', 'a | b\n# c', 'a \\| b \\# c'],
  ])('a title of %j stays text', (title, html, markdown) => {
    expect(briefHtml({ ...brief, title }, { map: null, timeline: null })).toContain(`<h1>${html}</h1>`);
    expect(briefMarkdown({ ...brief, title })).toContain(`# ${markdown}\n`);
  });

  it.each([
    [[3], '3'],
    [[2, 1], '1, 2'],
    [[5, 3, 4, 1, 4], '1, 3–5'],
    [[], ''],
  ])('the numbers %j are %j', (numbers, words) => {
    expect(runs(numbers)).toBe(words);
  });

  it('a long time is drawn in weeks, and every bar says what it counts', () => {
    const days = [
      { day: '2026-01-01', incidents: 1 },
      { day: '2026-01-03', incidents: 2 },
      { day: '2026-12-24', incidents: 1 },
    ];
    const svg = timelineSvg(days)!;
    expect(svg).toContain('Incidents by week');
    expect(svg).toContain('<title>Week from Thursday 1 January 2026: 3 incidents</title>');
  });
});

function sentencesOf({ summary, incidents, disputes, threats, risks, gaps }: Brief): readonly Sentence[] {
  const told = incidents.flatMap(({ title, losses }) => [title, ...losses]);
  return [
    ...summary,
    ...told,
    ...disputes.flatMap(({ why, accounts }) => [why, ...accounts]),
    ...threats,
    ...risks,
    ...gaps,
  ];
}
