import { writeFile } from 'node:fs/promises';
import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import type { Doc } from '../../../core/language/doc.ts';
import { geoPrecision, type Outcome } from '../../../core/model/index.ts';
import { openAnalyzer, pageKnowledge } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, GivenOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { reportTitle } from '../view/report-view.ts';
import { whereView } from '../view/where-view.ts';
import { givenDocument } from './given-document.ts';

interface WhereOptions extends CommonOptions, GivenOptions, RedactOptions {
  /** Where to write a map. */
  readonly map?: string;
}

/** `casus where`: the places that a text names, what each may mean and which was chosen, why, and how exactly it is known. */
export async function where(argument: string, options: WhereOptions, io: Io): Promise<ExitCode> {
  if (options.map !== undefined && !/\.svg$/i.test(options.map)) {
    throw new CasusError('usage-invalid', `--map ${options.map}`, { detail: 'the map is SVG: its name ends in .svg' });
  }
  const input = await givenDocument(argument, options, io);
  const analyzer = await openAnalyzer();
  const { value: doc, problems } = analyzer.analyze(analyzer.read(input));
  const redactor = await openRedactor(options);
  const read = { value: redactor.doc(doc), problems: redactor.told(problems, [doc.report]) };
  const page = pageFor(io, options.color, await pageKnowledge());
  const lines = options.json === true ? [JSON.stringify(whereData(read), null, 2)] : whereView(read.value, page);
  await io.stdout.write(`${lines.join('\n')}\n`);
  if (options.map === undefined) return 0;
  const places = read.value.places.filter(({ role }) => role === 'location').map(({ place }) => place);
  await writeMap(options.map, analyzer.map(places, reportTitle(read.value.report, 100)));
  if (options.json !== true) await io.stderr.write(`The map is in ${options.map}.\n`);
  return 0;
}

/** What `--json` prints: each mention with its place, and every reading of the name with its share of belief. */
function whereData({ value: { report, places }, problems }: Outcome<Doc>) {
  return {
    format: 'casus-places',
    formatVersion: 1,
    reportId: report.id,
    mentions: places.map(({ span, role, reason, place, candidates }) => ({
      span,
      quote: report.text.slice(span.start, span.end),
      role,
      reason,
      place,
      geoPrecision: place.precision === null ? null : geoPrecision(place.precision),
      candidates: candidates.map(({ entry: _entry, ...candidate }) => candidate),
    })),
    problems: problems.filter(({ code }) => code.startsWith('place-')),
  };
}

async function writeMap(path: string, svg: string): Promise<void> {
  try {
    await writeFile(path, svg);
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    throw new CasusError('file-unwritable', path, detail === undefined ? { cause } : { cause, detail });
  }
}
