import { readFileSync } from 'node:fs';
import { code, verify } from '../../src/core/coding/index.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadCodebook, loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';

const LABELS = new URL('../blind/labels.jsonl', import.meta.url);

interface Figure {
  readonly harm: string;
  readonly low: number | null;
  readonly high: number | null;
}

interface LabelledSentence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
}

export const measure: Measure = {
  name: 'blind',
  about: 'figures of harm in single sentences that were labelled before the coder read them (eval/blind/README.md)',
  data: ['corpora/casualties/train.docs.jsonl'],
  scores: { precision: { beat: 0.93, noise: 0.01 }, recall: { beat: 0.75, noise: 0.01 } },
  run,
};

function run(dataPath: string): MeasureResult {
  const texts = new Map(readLines<{ id: string; text: string }>(dataPath).map(({ id, text }) => [id, text]));
  const sentences = readLines<LabelledSentence>(LABELS).filter(({ id }) => texts.has(id));
  const resources = loadResources();
  const codebook = loadCodebook();
  const errors: WrongCase[] = [];
  let [found, mine, gold] = [0, 0, 0];
  const started = performance.now();
  for (const { id, start, end, figures } of sentences) {
    const text = (texts.get(id) ?? '').slice(start, end).trim();
    const { value: report } = readReport({ text });
    const coding = verify(code(analyze(report, resources).value, codebook).value, report).value;
    const coded = coding.claims
      .filter(claim => claim.kind === 'casualty')
      .map(({ harm, estimate: { low, high } }) => figureKey({ harm, low, high }));
    const wanted = figures.map(figureKey);
    const right = common(coded, wanted);
    [found, mine, gold] = [found + right, mine + coded.length, gold + wanted.length];
    if (right < Math.max(coded.length, wanted.length))
      errors.push({ id, what: `${wanted.join(', ') || 'nothing'}; found ${coded.join(', ') || 'nothing'}`, text });
  }
  const seconds = (performance.now() - started) / 1000;
  const scores = { precision: mine === 0 ? 1 : found / mine, recall: gold === 0 ? 1 : found / gold };
  return { records: sentences.length, seconds, scores, errors };
}

function figureKey({ harm, low, high }: Figure): string {
  return `${harm} ${low ?? ''}..${high ?? ''}`;
}

/** How many items two lists have in common, each used once. */
function common(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter(item => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function readLines<Row>(path: string | URL): readonly Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
}
