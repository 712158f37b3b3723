import type { ReportInput } from '../../src/core/ingest/index.ts';
import { SourceError } from '../data/source-error.ts';

/** What became of a report that was added. */
export interface Added {
  readonly reportId: string;
  readonly change: 'added' | 'corrected' | 'recoded' | 'unchanged';
  readonly failed: string | null;
  readonly incidents: readonly string[];
}

const TOKEN = 'Give a token with the scope “write”, as whoever runs the server hands out.';
const ADVICE: Readonly<Record<number, string>> = {
  401: TOKEN,
  403: TOKEN,
  413: 'Split the text into the reports that it holds.',
  429: 'Wait a minute and try again.',
};

/** Sends a report to be added. Throws a `SourceError` that says what helps. */
export async function addReport(address: URL, input: ReportInput, token: string): Promise<Added> {
  const { text, given = {} } = input;
  const body = {
    text,
    ...(given.headline == null ? {} : { headline: given.headline }),
    ...(given.publishedAt == null ? {} : { publishedAt: given.publishedAt }),
    ...(given.source == null ? {} : { source: given.source.name }),
  };
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  }).catch(cause => {
    const advice = 'Check that casus serve still runs, then try again.';
    throw new SourceError({ title: 'The server could not be reached', advice }, null, cause);
  });
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  const { title = `The server refused (${answer.status})`, detail } = told;
  throw new SourceError({ title, detail, advice: ADVICE[answer.status] ?? told.advice }, answer.status);
}
