import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relevanceGate } from '../src/core/coding/relevance-gate.ts';
import { readReport } from '../src/core/ingest/index.ts';
import { analyze } from '../src/core/language/analyze.ts';
import { annotate } from '../src/core/language/syntax/annotate.ts';
import { loadCodebook, loadResources } from '../src/node/resources/load.ts';

/** Words of one article, as the issue counts them. */
const articleWords = 400;
const articles = 60;

const root = join(import.meta.dirname, '..');

const modes = ['fast', 'gated', 'accurate'] as const;
const rounds = 5;

/**
 * Articles a processor second from raw text to the whole document, and how much of the time tokens, tags, trees and names
 * take: medians of rounds in turns, so that other work on the machine falls on all modes alike.
 */
function main(): void {
  const before = processorMs();
  const resources = loadResources();
  analyze(readReport({ text: 'Nine soldiers were killed near Gao.' }).value, resources);
  const readyMs = processorMs() - before;
  const matters = relevanceGate(loadCodebook(), resources.models.lemmas);
  const texts = articlesOf(sampleText());
  const reports = texts.map(text => readReport({ text }).value);
  const spent = modes.map(() => ({ whole: [] as number[], syntax: [] as number[] }));
  // The first round only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [m, mode] of modes.entries()) {
      const options = mode === 'gated' ? { matters } : { mode };
      const whole = timeOf(() => texts.map(text => analyze(readReport({ text }).value, resources, options)));
      const syntax = timeOf(() => reports.map(({ text }) => annotate(text, resources.models, options)));
      if (round === 0) continue;
      spent[m].whole.push(whole);
      spent[m].syntax.push(syntax);
    }
  }
  for (const [m, mode] of modes.entries()) {
    const [whole, syntax] = [median(spent[m].whole), median(spent[m].syntax)];
    const speed = `${((1000 * articles) / whole).toFixed(1)} articles/s on one core`;
    const ratio = (median(spent[modes.length - 1].whole) / whole).toFixed(2);
    console.log(`${mode.padEnd(9)} ${speed}, ${ratio} of accurate; syntax takes ${(syntax / whole).toFixed(2)} of it`);
  }
  console.log(`models and first sentence: ${readyMs.toFixed(0)} ms of the processor`);
}

function timeOf(work: () => unknown): number {
  const before = processorMs();
  work();
  return processorMs() - before;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** The sentences of the development set of invented reports, in the order of their files. */
function sampleText(): string {
  const folder = join(root, '../shared/gold-dev');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.txt'));
  return files
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n\n');
}

/** Articles of as many words each, the text begun again where it ends. */
function articlesOf(text: string): string[] {
  const words = text.split(/(?<=\s)(?=\S)/);
  return Array.from({ length: articles }, (_, a) => {
    return Array.from({ length: articleWords }, (__, w) => words[(a * articleWords + w) % words.length]).join('');
  });
}

main();
