import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factualityOf, readFactualityModel } from '../../src/core/language/factuality/factuality-model.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import { treeOf } from '../../src/core/language/tree.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { type HedgedTarget, scoreHedging } from '../score/hedging.ts';

interface HedgingRecord {
  readonly id: string;
  readonly text: string;
  readonly targets: readonly { readonly b: number; readonly e: number; readonly value: number }[];
}

export const measure: Measure = {
  name: 'hedging',
  about: 'how sure a text sounds that something happened: 3 certainly, 0 no view, -3 certainly not',
  data: ['corpora/hedging/uw_dev.jsonl'],
  scores: { r: { beat: 0.75 }, mae: { beat: 0.511, lowerIsBetter: true } },
  run(dataPath): MeasureResult {
    const root = join(import.meta.dirname, '../..');
    const models = LanguageModels.from(readFileSync(join(root, 'models/language.bin')));
    const model = readFactualityModel(readFileSync(join(root, 'models/factuality.bin')));
    const lines = readFileSync(dataPath, 'utf8').split('\n').filter(Boolean);
    const targets: HedgedTarget[] = [];
    const errors: { readonly size: number; readonly wrong: WrongCase }[] = [];
    let seconds = 0;
    for (const line of lines) {
      const record: HedgingRecord = JSON.parse(line);
      const started = performance.now();
      const { tokens, sentences } = annotate(record.text, models);
      const tree = treeOf(tokens);
      const guesses = record.targets.map(({ b }) => {
        const token = tokens.find(({ start, end }) => start <= b && b < end);
        return token === undefined ? null : factualityOf(tree, sentences[token.sentence], token.index, model);
      });
      seconds += (performance.now() - started) / 1000;
      record.targets.forEach(({ b, e, value }, i) => {
        targets.push({ value, predicted: guesses[i] });
        const what = `${record.text.slice(b, e)}: ${guesses[i]?.toFixed(1) ?? 'nothing'} for ${value.toFixed(1)}`;
        errors.push({ size: Math.abs((guesses[i] ?? 3) - value), wrong: { id: record.id, what, text: record.text } });
      });
    }
    const worst = errors.sort((a, b) => b.size - a.size).map(({ wrong }) => wrong);
    return { records: lines.length, seconds, scores: scoreHedging(targets), errors: worst };
  },
};
