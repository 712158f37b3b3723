import { code, verify } from '../../src/core/coding/index.ts';
import { type BriefKind, briefKinds } from '../../src/core/coding/kinds/brief-kinds.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadCodebook, loadKindLexicon, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { readLines } from '../read-lines.ts';
import { labelsInWords, scoreManyLabels } from '../score/classify.ts';

interface Brief {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly string[];
}

const LABELS: Readonly<Record<BriefKind, string>> = {
  'armed-assault': 'armed_assault',
  bombing: 'bombing',
  kidnapping: 'kidnapping',
  other: 'other',
};

export const measure: Measure = {
  name: 'briefs',
  about: 'which kinds of incident a brief of the South Asia Terrorism Portal tells of',
  data: ['corpora/briefs/dev.jsonl'],
  scores: { macro_f1: { beat: 0.746, noise: 0.01 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const briefs = readLines<Brief>(dataPath);
  const resources = loadResources();
  const codebook = loadCodebook();
  const kinds = loadKindLexicon();
  const started = performance.now();
  const given = briefs.map(({ text }) => {
    const { value: report } = readReport({ text });
    const { value: doc } = analyze(report, resources);
    const { claims } = verify(code(doc, codebook).value, report).value;
    return briefKinds(doc.tokens, claims, kinds).map(kind => LABELS[kind]);
  });
  const seconds = (performance.now() - started) / 1000;
  const scores = scoreManyLabels(briefs.map(({ labels }, i) => ({ gold: labels, given: given[i] })));
  const errors = briefs.flatMap(({ id, text, labels }, i): WrongCase[] =>
    [...labels].sort().join() === [...given[i]].sort().join()
      ? []
      : [{ id, what: `${labels.join(' + ')}, found ${given[i].join(' + ')}`, text }],
  );
  return {
    records: briefs.length,
    seconds,
    scores: { macro_f1: scores.macroF1 },
    details: { 'exact sets': scores.exactSet.toFixed(3), labels: labelsInWords(scores.labels) },
    errors,
  };
}
