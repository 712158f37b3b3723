import { type Stance, stanceBetween } from '../../src/core/coding/acts/stance.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import type { Token } from '../../src/core/language/token.ts';
import { treeOf } from '../../src/core/language/tree.ts';
import { loadActLexicon, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords, scoreLabels } from '../score/classify.ts';
import { type MarkedSpan, rangeOfSpan } from '../token-range.ts';

interface PairRecord {
  readonly id: string;
  readonly text: string;
  /** Of the two actors the one that stands first. */
  readonly p: MarkedSpan | null;
  readonly q: MarkedSpan | null;
  readonly label: number;
}

export const measure: Measure = {
  name: 'directed-sentiment',
  about: 'who backs or attacks whom: 1 and 2 for, 3 and 4 against, odd the first of the second, 0 neither',
  data: ['corpora/directed-sentiment/dev.jsonl'],
  scores: { macro_f1: { beat: 0.322 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<PairRecord>(dataPath);
  const { models, numbers } = loadResources();
  const lexicon = loadActLexicon();
  const started = performance.now();
  const given = records.map(({ text, p, q }) => {
    const { tokens } = annotate(text, models, { numbers });
    return labelOf(tokens, p, q);
  });
  const seconds = (performance.now() - started) / 1000;
  const scores = scoreLabels(records.map(({ label }, i) => ({ gold: String(label), given: given[i] })));
  const errors = records.flatMap(({ id, text, label }, i): WrongCase[] =>
    given[i] === String(label) ? [] : [{ id, what: `${label}, found ${given[i]}`, text }],
  );
  return {
    records: records.length,
    seconds,
    scores: { macro_f1: scores.macroF1 },
    details: { accuracy: scores.accuracy.toFixed(3), labels: labelsInWords(scores.classes) },
    errors,
  };

  function labelOf(tokens: readonly Token[], p: MarkedSpan | null, q: MarkedSpan | null): string {
    const [first, second] = [rangeOfSpan(tokens, p), rangeOfSpan(tokens, q)];
    if (first === null || second === null) return '0';
    const tree = treeOf(tokens);
    const there = LABEL[stanceBetween(tree, lexicon, first, second)];
    return String(there !== 0 ? there : next(LABEL[stanceBetween(tree, lexicon, second, first)]));
  }
}

const LABEL: Readonly<Record<Stance, 0 | 1 | 3>> = { neither: 0, for: 1, against: 3 };

/** The label of the same stance the other way round. */
function next(label: 0 | 1 | 3): number {
  return label === 0 ? 0 : label + 1;
}
