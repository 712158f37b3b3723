import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Place, When } from '../../src/core/model/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

const BORDER = 'Shells fell 12 km north of Chaman, in Balochistan, and in the village of Gondorkhel, Kabul said.';
const folder = temporaryFolder({
  'border.txt': `---\npublished: 2025-10-16\n---\n${BORDER}\nIt began on Wednesday.\n`,
});
afterAll(folder.remove);
const file = join(folder.path, 'border.txt');

describe('casus where', () => {
  it('shows choice, precision, reason and readings of each place', async () => {
    const { stdout, exitCode } = await casus(['where', BORDER]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('⟦12 km north of Chaman⟧');
    expect(stdout).toMatch(/within about 25 km \(precision 2 of 7,\s+ACLED’s 2 of 3\); implied/);
    expect(stdout).toMatch(/\d+ %\s+Chaman, Qila Abdullah/);
    expect(stdout).toContain('unknown: not placed');
    expect(stdout).toContain('not a place: takes part in "said": the government that sits there');
  });

  it('reads a text, a file and standard input alike', async () => {
    const text = { ...(await casus(['where', '--json', readFileSync(file, 'utf8').replace(/^---.*---\n/s, '')])) };
    const fromFile = await casus(['where', '--json', file]);
    const fromInput = await casus(['where', '--json', '-'], readFileSync(file, 'utf8'));
    expect(fromInput).toEqual(fromFile);
    expect(JSON.parse(text.stdout).mentions).toEqual(JSON.parse(fromFile.stdout).mentions);
  });

  it('gives places, readings and reasons as data', async () => {
    const { mentions, problems } = JSON.parse((await casus(['where', '--json', BORDER])).stdout);
    for (const { span, quote, place } of mentions) {
      expect(BORDER.slice(span.start, span.end)).toBe(quote);
      expect(Place.parse(place)).toEqual(place);
    }
    const [chaman] = mentions;
    expect(chaman).toMatchObject({ quote: 'Chaman', role: 'location', geoPrecision: 2 });
    expect(chaman.candidates[0]).toMatchObject({ country: 'PAK', reasons: expect.arrayContaining(['same-country']) });
    expect(problems).toEqual([expect.objectContaining({ code: 'place-unresolved' })]);
  });

  it('takes a text that is longer than any path for a text', async () => {
    const { stdout } = await casus(['where', `Goma fell. ${'Nobody knows why. '.repeat(400)}`]);
    expect(stdout).toContain('⟦Goma⟧ fell.');
  });

  it('says so where a text names no place', async () => {
    expect((await casus(['where', 'Nobody came.'])).stdout).toBe(
      'The text names no place that casus can tell for one.\n',
    );
  });

  it('writes a map', async () => {
    const map = join(folder.path, 'places.svg');
    const ran = await casus(['where', file, '--map', map]);
    expect(ran).toMatchObject({ exitCode: 0, stderr: `The map is in ${map}.\n` });
    const svg = readFileSync(map, 'utf8');
    expect(svg).toContain('1 12 km north of Chaman</text>');
    expect(svg).toContain('Not placed on the map: 1');
    // Kabul speaks here: it is not where anything happened.
    expect(svg).not.toContain('Kabul said:');
    expect(svg).not.toMatch(/>\d+ Kabul</);
  });

  it.each([
    [['where', 'report.txt'], 1, 'report.txt: there is no such file or folder'],
    [['where', 'reports/none'], 1, 'reports/none: there is no such file or folder'],
    [['where', folder.path], 2, 'this takes one file, not a folder'],
    [['where', 'Goma', '--map', 'map.png'], 2, 'its name ends in .svg'],
    [['where', 'Goma', '--map', join(folder.path, 'none/map.svg')], 3, 'the file cannot be written (ENOENT)'],
    [['where'], 2, "missing required argument 'text-or-file'"],
  ] as const)('%j ends with %i and says why', async (args, exitCode, message) => {
    const ran = await casus(args);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).toContain(message);
  });
});

describe('casus when', () => {
  it.each([
    [[], 'unknown: a day', 'Publication date not known'],
    [['--published', '2025-10-16'], 'Wednesday 15 October 2025: the day (precision 1 of 5)', 'Published Thursday 16'],
  ])('with %j', async (args, days, anchor) => {
    const { stdout } = await casus(['when', 'They came on Wednesday.', ...args]);
    expect(stdout).toContain('They came on ⟦Wednesday⟧.');
    expect(stdout).toContain(days);
    expect(stdout).toContain(anchor);
  });

  it('says which rule and anchor gave the days, and what is no day', async () => {
    const { stdout } = await casus([
      'when',
      'It rained on 31 February and in the past week.',
      '--published',
      '2025-10-16',
    ]);
    expect(stdout).toContain('2025-02-31 does not exist');
    expect(stdout).toMatch(/rule {2}last-week; a period that totals are counted over; value P1W/);
  });

  it('gives times as data', async () => {
    const { mentions, publishedAt, publishedBasis } = JSON.parse((await casus(['when', '--json', file])).stdout);
    expect([publishedAt, publishedBasis]).toEqual(['2025-10-16', 'metadata']);
    expect(mentions).toHaveLength(1);
    expect(When.parse(mentions[0].when)).toMatchObject({ words: 'Wednesday', start: '2025-10-15', precision: 1 });
  });

  it('says so where a text names no time', async () => {
    expect((await casus(['when', 'Nobody came.'])).stdout).toMatch(/^Publication .*\nThe text names no time\.\n$/);
  });
});

async function casus(args: readonly string[], stdin = '') {
  const { io, stdout, stderr } = testIo({ stdin });
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}
