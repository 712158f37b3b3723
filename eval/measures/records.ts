import { code, verify } from '../../src/core/coding/index.ts';
import { ploverOfText } from '../../src/core/export/plover.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadActLexicon, loadCodebook, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { type Labelled, labelsInWords, scoreLabels } from '../score/classify.ts';

interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly event: string;
}

/** Names of the records' older scheme that PLOVER has renamed since (`corpora/plover-gsr/README.md`). */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['DEMAND', 'REQUEST'],
  ['DISAPPROVE', 'ACCUSE'],
  ['INVESTIGATE', 'ACCUSE'],
  ['FIGHT', 'ASSAULT'],
]);

export const measure: Measure = {
  name: 'records',
  about: 'type of PLOVER gold standard records, by the crosswalk: right ones of those given, and of all',
  data: ['corpora/plover-gsr/dev.jsonl'],
  scores: { precision: { beat: 0.671 }, recall: { beat: 0.335 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const records = readLines<GoldRecord>(dataPath);
  const resources = loadResources();
  const codebook = loadCodebook();
  const acts = loadActLexicon();
  const started = performance.now();
  const roots = records.map(({ text }) => {
    const { value: report } = readReport({ text });
    const { value: doc } = analyze(report, resources);
    const coding = verify(code(doc, codebook).value, report).value;
    return ploverOfText(doc, coding, codebook, acts)?.root ?? null;
  });
  const seconds = (performance.now() - started) / 1000;
  const labelled: Labelled[] = records.map(({ event }, i) => ({ gold: RENAMED.get(event) ?? event, given: roots[i] }));
  const scores = scoreLabels(labelled);
  const errors = labelled.flatMap(({ gold, given }, i): WrongCase[] =>
    gold === given ? [] : [{ id: records[i].id, what: `${gold}, found ${given ?? 'none'}`, text: records[i].text }],
  );
  return {
    records: records.length,
    seconds,
    scores: { precision: scores.right / Math.max(1, scores.given), recall: scores.right / Math.max(1, records.length) },
    details: { 'macro-F1': scores.macroF1.toFixed(3), types: labelsInWords(scores.classes) },
    errors,
  };
}
