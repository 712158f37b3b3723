import { readFileSync } from 'node:fs';
import type { DateMention } from '../../src/core/language/dates/date-mention.ts';
import { findDates } from '../../src/core/language/dates/find-dates.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { pairTimex, scoreTimex, type Timex } from '../score/timex.ts';

interface TimeRecord {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timex: readonly Timex[];
}

export const measure: Measure = {
  name: 'time',
  about: 'time expressions: their words (strict, relaxed) and their values',
  data: ['corpora/time/wikiwars_train.jsonl'],
  scores: { strict_f1: { beat: 0.88 }, relaxed_f1: { beat: 0.95 }, value_f1: { beat: 0.8 } },
  run(dataPath): MeasureResult {
    const records = readFileSync(dataPath, 'utf8').split('\n').filter(Boolean);
    const documents: { record: TimeRecord; gold: readonly Timex[]; predicted: readonly Timex[] }[] = [];
    const { models } = loadResources();
    let seconds = 0;
    for (const line of records) {
      const record: TimeRecord = JSON.parse(line);
      const publishedAt = record.dct === null ? null : record.dct.slice(0, 10);
      const input = { text: record.text, ...annotate(record.text, models) };
      const start = performance.now();
      const mentions = findDates(input, { publishedAt });
      seconds += (performance.now() - start) / 1000;
      documents.push({ record, gold: record.timex, predicted: mentions.flatMap(timexOf) });
    }
    const errors = documents.flatMap(({ record, gold, predicted }) => wrongCases(record, gold, predicted));
    return { records: records.length, seconds, scores: { ...scoreTimex(documents) }, errors };
  },
};

/** TimeML annotates the two ends of a range, not the range. */
function timexOf({ span, value, ends }: DateMention): readonly Timex[] {
  const found = ends.length > 0 ? ends : [{ span, value }];
  return found.map(one => ({ b: one.span.start, e: one.span.end, value: one.value }));
}

function wrongCases(
  { id, text }: TimeRecord,
  gold: readonly Timex[],
  predicted: readonly Timex[],
): readonly WrongCase[] {
  return pairTimex(gold, predicted)
    .filter(({ fault }) => fault !== '')
    .map(({ gold: a, predicted: b, fault }) => {
      const from = Math.min(a?.b ?? Number.POSITIVE_INFINITY, b?.b ?? Number.POSITIVE_INFINITY);
      const to = Math.max(a?.e ?? 0, b?.e ?? 0);
      const words = (timex: Timex | null) =>
        timex === null ? '–' : `"${text.slice(timex.b, timex.e)}" ${timex.value}`;
      const context = text.slice(Math.max(0, from - 60), to + 40).replaceAll(/\s+/g, ' ');
      return { id, what: `${fault}: gold ${words(a)}, found ${words(b)}`, text: context };
    });
}
