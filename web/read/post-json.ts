import { API_PREFIX } from '../../src/core/api/route.ts';
import { SourceError } from '../data/source-error.ts';

const TOKEN = 'Give a token with the scope “write”, as whoever runs the server hands out.';
const ADVICE: Readonly<Record<number, string>> = {
  401: TOKEN,
  403: TOKEN,
  413: 'Split the text into the reports that it holds.',
  429: 'Wait a minute and try again.',
};

/** Sends something to a route of the server that the page came from. Throws a `SourceError` that says what helps. */
export async function postJson<T>(path: string, body: object, token: string | null = null): Promise<T> {
  const answer = await fetch(new URL(`${API_PREFIX.slice(1)}${path}`, document.baseURI), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
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
