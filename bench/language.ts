import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../src/core/language/syntax/annotate.ts';
import { LanguageModels, type ReadingMode } from '../src/core/language/syntax/language-models.ts';

/** Words of one article, as the issue counts them. */
const articleWords = 400;
const articles = 100;

const root = join(import.meta.dirname, '..');

/** Speed of the syntax layer (text to tokens, tags, trees and names) in articles and words a processor second. */
function main(): void {
  const opened = performance.now();
  const models = LanguageModels.from(readFileSync(join(root, 'models/language.bin')));
  models.network('fast');
  const readyMs = performance.now() - opened;
  const texts = articlesOf(sampleText());
  for (const mode of ['fast', 'accurate'] as const) {
    measure(texts.slice(0, 20), models, mode);
    const { articlesPerSecond, tokensPerSecond } = measure(texts, models, mode);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    const speed = `${articlesPerSecond.toFixed(1)} articles/s, ${Math.round(tokensPerSecond)} tokens/s`;
    console.log(`${mode.padEnd(9)} ${speed} on one core, ${memory} MB`);
  }
  console.log(`ready in ${readyMs.toFixed(0)} ms`);
}

function measure(
  texts: readonly string[],
  models: LanguageModels,
  mode: ReadingMode,
): { articlesPerSecond: number; tokensPerSecond: number } {
  const before = process.cpuUsage();
  let tokens = 0;
  for (const text of texts) tokens += annotate(text, models, { mode }).tokens.length;
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return { articlesPerSecond: texts.length / seconds, tokensPerSecond: tokens / seconds };
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
