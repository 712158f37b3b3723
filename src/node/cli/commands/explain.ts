import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { openExplainer, openOwn } from '../../wire.ts';
import { openRedactor } from '../../wire-redact.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, GivenOptions, OwnOptions, RedactOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { explainView } from '../view/explain-view.ts';
import { givenDocument } from './given-document.ts';

interface ExplainOptions extends CommonOptions, GivenOptions, OwnOptions, RedactOptions {
  /** Number of the only sentence to explain, from 1. */
  readonly sentence?: number;
}

/** `casus explain`: what casus reads in each sentence of a text, and the model, table or rule behind each value. */
export async function explain(argument: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const input = await givenDocument(argument, options, io);
  const explainer = await openExplainer(await openOwn(options.ledger));
  const { value: doc } = explainer.analyze(explainer.read(input));
  const { sentence = null } = options;
  if (sentence !== null && sentence > doc.sentences.length) {
    const detail = `the text has ${doc.sentences.length} sentences`;
    throw new CasusError('usage-invalid', `--sentence ${sentence}`, { detail });
  }
  const redactor = await openRedactor(options);
  const explanation = redactor.told(explainer.explain(doc, sentence), [doc.report], 'each-word');
  const lines =
    options.json === true
      ? [JSON.stringify(explanation, null, 2)]
      : explainView(explanation, pageFor(io, options.color));
  await io.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
