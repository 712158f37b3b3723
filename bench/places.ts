import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../src/core/language/dates/find-dates.ts';
import { findPlaces } from '../src/core/language/places/find-places.ts';
import { Gazetteer } from '../src/core/language/places/gazetteer.ts';
import { annotate } from '../src/core/language/syntax/annotate.ts';
import { LanguageModels } from '../src/core/language/syntax/language-models.ts';

// What places and times cost on top of tokens and trees, and what the gazetteer costs to open: `npm run bench:places`.

const ROUNDS = 9;
const root = join(import.meta.dirname, '..');
const folder = join(root, 'examples/reports');
const models = LanguageModels.from(readFileSync(join(root, 'models/language.bin')));
const texts = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8').replace(/^---.*?---\n/s, ''));
const read = texts.map(text => ({ text, ...annotate(text, models) }));

const memoryBefore = process.memoryUsage().rss;
const bytes = readFileSync(join(root, 'models/gazetteer.bin'));
const opened = median(() => Gazetteer.from(bytes));
const gazetteer = Gazetteer.from(bytes);
for (const input of read) findPlaces(input, gazetteer);
const memory = process.memoryUsage().rss - memoryBefore;

const core = median(() => texts.map(text => annotate(text, models)));
const places = median(() => read.map(input => findPlaces(input, gazetteer)));
const times = median(() => read.map(input => findDates(input, { publishedAt: '2026-10-15' })));
console.log(
  `${texts.length} reports of ${Math.round(texts.join(' ').split(/\s+/).length / texts.length)} words; medians of ${ROUNDS}`,
);
console.log(
  `places: ${(places / texts.length).toFixed(2)} ms a report, ${(places / core).toFixed(3)} of tokens and trees`,
);
console.log(
  `times: ${(times / texts.length).toFixed(2)} ms a report, ${(times / core).toFixed(3)} of tokens and trees`,
);
console.log(`gazetteer: open in ${opened.toFixed(1)} ms, ${Math.round(memory / 1e6)} MB with its first use`);

/** The middle one of some runs, in milliseconds, after one that warms up. */
function median(run: () => unknown): number {
  run();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
