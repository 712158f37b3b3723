import type { Coding, Report } from '../../src/core/model/index.ts';
import { openPipeline, type PipelineOptions } from '../../src/node/wire.ts';
import type { GoldFolder } from './gold-set.ts';
import { type OracleOptions, oracleInput, reportId } from './oracle-coding.ts';
import type { ReportIdOf } from './prediction.ts';

/** The reports of all folders with their codings, by the shipped coder or by an oracle. */
export interface CodedSet {
  readonly reports: readonly Report[];
  readonly codings: readonly Coding[];
  readonly reportIdOf: ReportIdOf;
  /** Seconds of coding. */
  readonly seconds: number;
}

/** What a faultless coder would have made of the folders. */
export function oracleSet(folders: readonly GoldFolder[], options: OracleOptions): CodedSet {
  const inputs = folders.map(folder => oracleInput(folder, options));
  const [reports, codings] = [inputs.flatMap(input => input.reports), inputs.flatMap(input => input.codings)];
  return { reports, codings, reportIdOf: reportId, seconds: 0 };
}

/** What the shipped coder makes of the folders. */
export async function pipelineSet(folders: readonly GoldFolder[], options?: PipelineOptions): Promise<CodedSet> {
  const pipeline = await openPipeline(options);
  const ids = new Map<string, string>();
  const reports: Report[] = [];
  const codings: Coding[] = [];
  const started = performance.now();
  for (const gold of folders) {
    for (const { file, source, published } of gold.reports) {
      const given = { source: { name: source.name, affiliation: source.affiliation }, publishedAt: published };
      const { report, coding } = pipeline.code(pipeline.read({ text: gold.texts.get(file) ?? '', given }));
      ids.set(`${gold.folder}/${file}`, report.id);
      reports.push(report);
      codings.push(coding);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  return { reports, codings, reportIdOf: (folder, file) => ids.get(`${folder}/${file}`), seconds };
}
