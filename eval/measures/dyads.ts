import { actBetween, mainAct } from '../../src/core/coding/acts/act-between.ts';
import { ploverOfAct } from '../../src/core/export/plover.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import { treeOf } from '../../src/core/language/tree.ts';
import { loadActLexicon, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords, scoreLabels } from '../score/classify.ts';
import { type MarkedSpan, rangeOfSpan } from '../token-range.ts';

interface DyadRecord {
  readonly id: string;
  readonly text: string;
  readonly source: MarkedSpan | null;
  readonly target: MarkedSpan | null;
  readonly root: string;
  readonly quad: number;
}

/** What is given to one record. */
interface Given {
  readonly root: string | null;
  readonly quad: string | null;
}

export const measure: Measure = {
  name: 'dyads',
  about: 'what a marked source does to a marked target: PLOVER root and quad class',
  data: ['corpora/plover-dyads/train.jsonl'],
  scores: { root_macro_f1: { beat: 0.811 }, quad_macro_f1: { beat: 0.885 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<DyadRecord>(dataPath);
  const { models, numbers } = loadResources();
  const lexicon = loadActLexicon();
  const started = performance.now();
  const given = records.map(({ text, source, target }): Given => {
    const { tokens } = annotate(text, models, { numbers });
    const tree = treeOf(tokens);
    const from = rangeOfSpan(tokens, source);
    const found =
      from === null
        ? mainAct(tree, lexicon, { start: 0, end: tokens.length })
        : actBetween(tree, lexicon, from, rangeOfSpan(tokens, target));
    const entry = found === null ? undefined : lexicon.acts.get(found.act);
    if (entry === undefined) return { root: null, quad: null };
    const { root, quad } = ploverOfAct(entry);
    return { root: rootOfData(entry.id, root), quad: String(quad) };
  });
  const seconds = (performance.now() - started) / 1000;
  const roots = scoreLabels(records.map(({ root }, i) => ({ gold: root, given: given[i].root })));
  const quads = scoreLabels(records.map(({ quad }, i) => ({ gold: String(quad), given: given[i].quad })));
  const errors = records.flatMap(({ id, text, root }, i): WrongCase[] =>
    root === given[i].root ? [] : [{ id, what: `${root}, found ${given[i].root ?? 'none'}`, text }],
  );
  return {
    records: records.length,
    seconds,
    scores: { root_macro_f1: roots.macroF1, quad_macro_f1: quads.macroF1 },
    details: {
      accuracy: `root ${roots.accuracy.toFixed(3)}, quad ${quads.accuracy.toFixed(3)}`,
      roots: labelsInWords(roots.classes),
    },
    errors,
  };
}

/** The data's names: YIELD for CONCEDE and RETREAT, and sanctions that are imposed count as coercion there. */
function rootOfData(act: string, root: string): string {
  if (act === 'embargo') return 'COERCE';
  return root === 'CONCEDE' || root === 'RETREAT' ? 'YIELD' : root;
}
