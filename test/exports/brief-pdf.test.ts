import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/core/export/brief/brief.ts';
import { briefMarkdown } from '../../src/core/export/brief/brief-markdown.ts';
import { timelineSvg } from '../../src/core/export/brief/timeline-svg.ts';
import { writeBrief } from '../../src/core/export/brief/write-brief.ts';
import { renderPlacesSvg } from '../../src/core/language/places/map/render-places-svg.ts';
import { breakLines } from '../../src/node/exports/pdf/break-lines.ts';
import { briefPdf, PDF_MAP_WIDTH } from '../../src/node/exports/pdf/brief-pdf.ts';
import type { Face, Measure } from '../../src/node/exports/pdf/piece.ts';
import { placeRuns } from '../../src/node/exports/pdf/place-runs.ts';
import { loadGazetteer } from '../../src/node/resources/load.ts';
import { exampleContext } from './record.ts';

// The examples are constructed reports; their incidents are invented.

const NONE = { map: null, timeline: null };

let brief: Brief;

beforeAll(async () => {
  brief = writeBrief(await exampleContext(), 'Situation report');
});

describe('the PDF of a briefing', () => {
  it('says what the Markdown says, in the same order', async () => {
    const { bytes } = await briefPdf(brief, NONE);
    expect((await wordsOfPdf(bytes)).split(' ')).toEqual(wordsOfMarkdown(briefMarkdown(brief)).split(' '));
  });

  it('says it of a table row that is higher than a page, and of much of everything', async () => {
    const sentence = { text: 'One source says so.', sources: [1] };
    const long = {
      ...brief,
      risks: Array.from({ length: 200 }, () => sentence),
      totals: [...brief.totals, { ...brief.totals[0]!, sources: Array.from({ length: 900 }, (_, i) => i * 2 + 1) }],
    };
    const { bytes } = await briefPdf(long, NONE);
    const words = await wordsOfPdf(bytes);
    const last = long.totals.at(-1)!;
    expect(words.split('One source says so.')).toHaveLength(201);
    for (const number of last.sources) expect(words).toMatch(new RegExp(`\\b${number}\\b`));
  });

  it('is the same byte for byte, with no day and no name of a machine in it', async () => {
    const { bytes } = await briefPdf(brief, figuresOf(brief));
    const again = await briefPdf(brief, figuresOf(brief));
    expect(Buffer.compare(bytes, again.bytes)).toBe(0);
    expect(textOf(bytes)).toContain('/CreationDate');
    expect(textOf(bytes)).not.toMatch(/D:(?!19700101)\d{8}/);
    expect(textOf(bytes)).not.toContain('FlateDecode');
  });

  it('bears title, language, tags and an outline of its headings', async () => {
    const { bytes } = await briefPdf(brief, figuresOf(brief));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Situation report', Language: 'en' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      'Losses by side',
      'Incidents',
      'What is contested',
      'Threats',
      'Risks',
      'What is not known',
      'Sources',
    ]);
    expect(outline[1]!.items.map(({ title }) => title)).toEqual(brief.incidents.map(({ title }) => title.text));
    const trees = await Promise.all([1, 2, 3].map(async number => (await pdf.getPage(number)).getStructTree()));
    const tree = JSON.stringify(trees);
    for (const role of ['Document', 'H1', 'P', 'Link', 'Figure', 'Table', 'TH', 'L', 'LBody'])
      expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain('"alt":"Map of the places');
  });

  it('leads from each number to its source, and from a source to its address', async () => {
    const { bytes } = await briefPdf(brief, NONE);
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const places = await pdf.getDestinations();
    const links: string[] = [];
    const addresses: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      for (const { dest, url } of await page.getAnnotations()) {
        if (typeof dest === 'string') links.push(dest);
        else addresses.push(url);
      }
    }
    expect(links.length).toBeGreaterThan(brief.sources.length);
    expect(links.filter(name => !(name in places))).toEqual([]);
    expect(new Set(addresses)).toEqual(new Set(brief.sources.flatMap(({ url }) => url ?? [])));
  });

  it('draws the pictures as vectors, with their labels once', async () => {
    const { bytes } = await briefPdf(brief, figuresOf(brief));
    const text = (await extractText(await getDocumentProxy(new Uint8Array(bytes)))).text.join('\n');
    // On the map and in its key.
    expect(text.split(/6\s+Makalondi/)).toHaveLength(3);
    expect(text).toContain('2026-11-01');
    expect(textOf(bytes)).not.toContain('/Subtype /Image');
  });

  it('names the letters that its fonts lack, and keeps those of other scripts', async () => {
    const told = (title: string) => briefPdf({ ...brief, title }, NONE);
    expect((await told('Київ, Αθήνα, Ереван, بغداد, ירושלים, █████')).missing).toEqual([]);
    expect((await told('北京 and হবিগঞ্জ')).missing).toContain('京');
  });

  it('of nothing is a page that says so', async () => {
    const context = await exampleContext();
    const nothing = writeBrief(
      { ...context, record: { ...context.record, reports: [], codings: [], incidents: [] } },
      'Empty',
    );
    const { bytes } = await briefPdf(nothing, NONE);
    expect(await wordsOfPdf(bytes)).toContain('Empty No incident fits.');
  });
});

const FACE: Face = { font: 'regular', size: 10, color: '#000' };
const BOLD: Face = { font: 'bold', size: 10, color: '#000' };
/** Every letter is as wide as one. */
const measure: Measure = text => text.length;

describe('lines', () => {
  it.each([
    [['one two three'], ['one two', 'three']],
    [['one  two\nthree'], ['one two', 'three']],
    [
      ['see [', '12', '].'],
      ['see', '[12].'],
    ],
    [['abcdefghijklmnop'], ['abcdefgh', 'ijklmnop']],
    [[' ', 'a', ' '], ['a']],
    [['', ''], []],
  ])('%j of eight letters are %j', (texts, lines) => {
    const pieces = texts.map((text, i) => ({ text, face: i % 2 === 0 ? FACE : BOLD }));
    expect(breakLines(pieces, 8, measure).map(line => line.map(({ text }) => text).join(''))).toEqual(lines);
  });

  it('a link holds no space beside its words', () => {
    const link = { goTo: 'source-1' };
    const [line] = breakLines(
      [
        { text: 'a ', face: FACE },
        { text: 'b c', face: BOLD, link },
        { text: ' d', face: FACE },
      ],
      20,
      measure,
    );
    expect(line!.map(({ text, link: to }) => [text, to !== undefined])).toEqual([
      ['a ', false],
      ['b c', true],
      [' d', false],
    ]);
  });

  it.each([
    ['one two', ['one two']],
    ['said بغداد today', ['said ', 'بغداد', ' today']],
    ['שלום (12) עולם', ['( עולם', '12', 'שלום )']],
  ])('%j is drawn as %j', (text, drawn) => {
    const runs = placeRuns([{ text, face: FACE }], measure);
    expect(runs.map(run => run.text)).toEqual(drawn);
    expect(runs.at(-1)!.x + runs.at(-1)!.width).toBe(text.length);
  });
});

function figuresOf({ places, timeline }: Brief) {
  const known = places.filter(({ lat }) => lat !== null);
  const options = { title: 'Places of incidents', widthPx: PDF_MAP_WIDTH };
  return { map: renderPlacesSvg(known, loadGazetteer(), options), timeline: timelineSvg(timeline) };
}

/** The text of a PDF without feet, bullets and the ends of lines; an address may be broken anywhere. */
async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  const foot = /\n?[^\n]*\n?Page \d+ of \d+$/;
  return unmarked(text.map(page => page.trim().replace(foot, '')).join('\n'));
}

function wordsOfMarkdown(markdown: string): string {
  const text = markdown
    .replace(/^\|[-|]+\|$/gm, '')
    .replace(/^(---|#+|-)( |$)/gm, '')
    .replace(/^\| | \|$|(?<!\\)\|/gm, ' ')
    .replace(/ <(https?:[^>]+)>/g, ' $1')
    .replace(/`/g, '')
    .replace(/\\([\\`*_{}[\]<>#|!~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return unmarked(text);
}

function unmarked(text: string): string {
  return text
    .replace(/[•\u00ad]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
