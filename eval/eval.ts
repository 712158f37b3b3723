import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Baseline, baselineKey, baselineText, type Comparison, compare, raise } from './baseline.ts';
import type { Measure, MeasureResult } from './measure.ts';

const USAGE = `npm run eval -- MEASURE [--data PATH] [--mode MODE] [--errors N] [--json]
npm run eval -- all [--json]

Without --data the development data of ../shared is scored and compared with eval/baseline.json:
a fall beyond the noise fails, a rise updates the file.`;

const HERE = import.meta.dirname;
const SHARED = resolve(HERE, '../../shared');
const BASELINE = join(HERE, 'baseline.json');

interface Options {
  readonly mode: string | null;
  readonly errors: number;
  readonly json: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      mode: { type: 'string' },
      errors: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const options = { mode: values.mode ?? null, errors: Number(values.errors), json: values.json };
  const [name] = positionals;
  const names = measureNames();
  if (name === undefined || (name !== 'all' && !names.includes(name))) {
    console.error(`${USAGE}\n\nMeasures: ${names.join(', ')}`);
    return 2;
  }
  if (values.data !== undefined) {
    if (name === 'all') return usageError('--data needs one measure');
    return await scoreFile(await loadMeasure(name), values.data, options);
  }
  return await scoreShared(name === 'all' ? names : [name], options);
}

/** Scores one file that the caller names; the baseline is of the development data and stays out of it. */
async function scoreFile(measure: Measure, path: string, options: Options): Promise<number> {
  if (!existsSync(path)) return usageError(`no such file or folder: ${path}`);
  const result = await measure.run(path, { mode: options.mode });
  showErrors(result, options);
  if (options.json) console.log(JSON.stringify(summary(measure, path, result)));
  else showTable(measure, path, result, compare(measure, result.scores, {}));
  return 0;
}

/** Scores the development data of each measure and holds it against the baseline; 1 when a score fell. */
async function scoreShared(names: readonly string[], options: Options): Promise<number> {
  const summaries: object[] = [];
  const falls: string[] = [];
  const before: Baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
  let baseline = before;
  for (const name of names) {
    const measure = await loadMeasure(name);
    for (const data of measure.data) {
      const path = join(SHARED, data);
      if (!existsSync(path)) {
        console.error(`${name}: skipped, ../shared/${data} is not beside this checkout`);
        continue;
      }
      const result = await measure.run(path, { mode: options.mode });
      const key = baselineKey(measure, data);
      const comparisons = compare(measure, result.scores, baseline[key] ?? {});
      showErrors(result, options);
      if (!options.json) showTable(measure, `../shared/${data}`, result, comparisons);
      summaries.push(summary(measure, `../shared/${data}`, result));
      for (const { score, value, before: old, verdict } of comparisons) {
        if (verdict === 'fall') falls.push(`${key}: ${score} fell from ${old} to ${value}`);
      }
      baseline = raise(baseline, measure, key, comparisons);
    }
  }
  // A mode that is not the default one is an experiment: it neither raises the baseline nor fails.
  if (options.mode === null && baselineText(baseline) !== baselineText(before)) saveBaseline(baseline, before);
  if (options.json) console.log(JSON.stringify(summaries.length === 1 ? summaries[0] : { measures: summaries }));
  for (const fall of falls) console.error(fall);
  return falls.length > 0 && options.mode === null ? 1 : 0;
}

/** Writes only what this run changed over the file as it stands now: another run may have raised it meanwhile. */
function saveBaseline(baseline: Baseline, before: Baseline): void {
  const now: Baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
  const changed = Object.entries(baseline).filter(([key, scores]) => scores !== before[key]);
  writeFileSync(BASELINE, baselineText({ ...now, ...Object.fromEntries(changed) }));
  console.error('eval/baseline.json: updated, commit it with the change that raised it');
}

function measureNames(): readonly string[] {
  if (!existsSync(join(HERE, 'measures'))) return [];
  const files = readdirSync(join(HERE, 'measures')).filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map(file => basename(file, '.ts')).sort();
}

async function loadMeasure(name: string): Promise<Measure> {
  const { measure }: { measure: Measure } = await import(`./measures/${name}.ts`);
  if (measure?.name !== name) throw new Error(`eval/measures/${name}.ts must export measure with the name ${name}`);
  return measure;
}

function summary(measure: Measure, data: string, { records, seconds, scores }: MeasureResult): object {
  const documentsPerSecond = seconds > 0 ? Math.round((10 * records) / seconds) / 10 : null;
  return { measure: measure.name, data, records, seconds, documentsPerSecond, scores };
}

function showTable(measure: Measure, data: string, result: MeasureResult, comparisons: readonly Comparison[]): void {
  const speed = result.seconds > 0 ? `${(result.records / result.seconds).toFixed(1)} a second` : 'no time';
  console.log(`${measure.name}: ${measure.about}`);
  console.log(`  ${data}, ${result.records} records in ${result.seconds.toFixed(2)} s, ${speed}`);
  const rows = comparisons.map(({ score, value, before, verdict }) => {
    const beat = measure.scores[score]?.beat ?? null;
    return [score, show(value), show(beat), show(before), verdict === 'new' ? '' : verdict];
  });
  for (const row of [['score', 'value', 'to beat', 'baseline', ''], ...rows]) {
    console.log(
      `  ${row[0]?.padEnd(26)}${row
        .slice(1, 4)
        .map(cell => cell.padStart(10))
        .join('')}  ${row[4]}`.trimEnd(),
    );
  }
  for (const [name, value] of Object.entries(result.details ?? {})) console.log(`    ${name.padEnd(40)}${value}`);
}

function show(value: number | null): string {
  if (value === null) return '–';
  return Number.isInteger(value) && Math.abs(value) > 1 ? String(value) : value.toFixed(3);
}

function showErrors(result: MeasureResult, { errors }: Options): void {
  for (const { id, what, text } of result.errors.slice(0, errors)) console.log(`${id}: ${what}\n    ${text}`);
}

function usageError(message: string): number {
  console.error(`${message}\n\n${USAGE}`);
  return 2;
}
