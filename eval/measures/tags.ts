import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import { readSentences } from '../../src/core/language/syntax/read-sentences.ts';
import type { Measure, MeasureOptions, MeasureResult, WrongCase } from '../measure.ts';
import { readingMode } from '../reading-mode.ts';

/** One sentence of a UD file: gold words, gold tags, heads that count words from 1 with 0 as the root. */
interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly form: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

export const measure: Measure = {
  name: 'tags',
  about: 'part-of-speech tags and dependency trees on gold words (relations without subtypes)',
  data: ['corpora/language/ud_ewt_dev.jsonl', 'corpora/language/ud_gum_dev.jsonl'],
  scores: {
    upos: { beat: 0.958, noise: 0.001 },
    xpos: { beat: null, noise: 0.001 },
    uas: { beat: null, noise: 0.002 },
    las: { beat: 0.82, noise: 0.002 },
  },
  run,
};

function run(dataPath: string, { mode }: MeasureOptions): MeasureResult {
  const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../models/language.bin')));
  const lines = readFileSync(dataPath, 'utf8').split('\n');
  const sentences: Sentence[] = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 };
  const errors: WrongCase[] = [];
  let words = 0;
  const forms = sentences.map(({ form }) => form);
  const started = performance.now();
  const guesses = readSentences(forms, models, readingMode(mode));
  const seconds = (performance.now() - started) / 1000;
  sentences.forEach((gold, s) => {
    const guess = guesses[s];
    words += gold.form.length;
    gold.form.forEach((form, i) => {
      const { upos, xpos, head, label } = guess[i];
      const attached = head + 1 === gold.head[i];
      const named = attached && label.split(':')[0] === gold.deprel[i].split(':')[0];
      right.upos += Number(upos === gold.upos[i]);
      right.xpos += Number(xpos === gold.xpos[i]);
      right.uas += Number(attached);
      right.las += Number(named);
      if (upos !== gold.upos[i])
        errors.push({ id: gold.id, what: `${form}: ${upos} for ${gold.upos[i]}`, text: gold.text });
      if (!named) {
        const wanted = `${gold.form[gold.head[i] - 1] ?? 'root'} ${gold.deprel[i]}`;
        errors.push({ id: gold.id, what: `${form}: ${guessed(gold, head)} ${label} for ${wanted}`, text: gold.text });
      }
    });
  });
  const share = (count: number): number => (words === 0 ? 0 : count / words);
  const scores = { upos: share(right.upos), xpos: share(right.xpos), uas: share(right.uas), las: share(right.las) };
  return { records: sentences.length, seconds, scores, errors };
}

function guessed(gold: Sentence, head: number): string {
  return gold.form[head] ?? 'root';
}
