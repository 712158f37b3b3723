import type { ExitCode } from '../../../core/base/error.ts';
import type { Doc } from '../../../core/language/doc.ts';
import type { Outcome } from '../../../core/model/index.ts';
import { openAnalyzer } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, GivenOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { whenView } from '../view/when-view.ts';
import { givenDocument } from './given-document.ts';

/** `casus when`: the times that a text names, the days that they mean, by which rule, and how exactly they are known. */
export async function when(
  argument: string,
  options: CommonOptions & GivenOptions & RedactOptions,
  io: Io,
): Promise<ExitCode> {
  const input = await givenDocument(argument, options, io);
  const analyzer = await openAnalyzer();
  const { value: doc, problems } = analyzer.analyze(analyzer.read(input));
  const redactor = await openRedactor(options);
  const read = { value: redactor.doc(doc), problems: redactor.told(problems, [doc.report]) };
  const lines =
    options.json === true
      ? [JSON.stringify(whenData(read), null, 2)]
      : whenView(read.value, pageFor(io, options.color));
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** What `--json` prints: the anchor, and each expression with its interval, its rule and its TimeML-like value. */
function whenData({ value: { report, dates }, problems }: Outcome<Doc>) {
  return {
    format: 'casus-times',
    formatVersion: 1,
    reportId: report.id,
    publishedAt: report.publishedAt,
    publishedBasis: report.publishedBasis,
    mentions: dates.map(({ span, when, kind, rule, value, ends }) => ({
      span,
      quote: report.text.slice(span.start, span.end),
      kind,
      rule,
      value,
      ends,
      when,
    })),
    problems: problems.filter(({ code }) => code.startsWith('when-') || code.startsWith('published-')),
  };
}
