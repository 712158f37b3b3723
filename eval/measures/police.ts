import { type PoliceAction, policeActions } from '../../src/core/coding/kinds/police-actions.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { loadPoliceWords, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords, scoreManyLabels } from '../score/classify.ts';

interface SentenceRecord {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly string[];
}

const LABELS: Readonly<Record<PoliceAction, string>> = {
  kill: 'KILL',
  arrest: 'ARREST',
  fail: 'FAIL',
  force: 'FORCE',
  any: 'ANY_ACTION',
};

export const measure: Measure = {
  name: 'police',
  about: 'what police did, sentence by sentence (Gujarat 2002)',
  data: ['corpora/police/dev.jsonl'],
  scores: { macro_f1: { beat: 0.566 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<SentenceRecord>(dataPath);
  const { models, numbers } = loadResources();
  const words = loadPoliceWords();
  const started = performance.now();
  const given = records.map(({ text }) =>
    [...policeActions(annotate(text, models, { numbers }).tokens, words)].map(action => LABELS[action]),
  );
  const seconds = (performance.now() - started) / 1000;
  const scores = scoreManyLabels(records.map(({ labels }, i) => ({ gold: labels, given: given[i] })));
  const errors = records.flatMap(({ id, text, labels }, i): WrongCase[] =>
    [...labels].sort().join() === [...given[i]].sort().join()
      ? []
      : [{ id, what: `${labels.join(' + ')}, found ${given[i].join(' + ')}`, text }],
  );
  return {
    records: records.length,
    seconds,
    scores: { macro_f1: scores.macroF1 },
    details: { labels: labelsInWords(scores.labels) },
    errors,
  };
}
