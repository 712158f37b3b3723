import type { DataSource } from './data-source.ts';
import { addressOf, PATHS } from './routes.ts';
import { SourceError } from './source-error.ts';

/** An answer that takes longer is given up: the reader is told, and can ask again. */
const PATIENCE_MS = 60_000;

/** Answers from the server that the page came from; `base` is the address of the page. */
export function httpSource(base: URL): DataSource {
  const api = new URL('api/v1', base).href;
  return {
    name: base.host,
    abilities: { exports: true, add: true, changes: true },
    site: null,
    ask: async (id, asked = {}, signal) => {
      const limit = AbortSignal.timeout(PATIENCE_MS);
      const until = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      // The routes of the server answer with what their schemas say; the same schemas give the types here.
      return (await fetchJson(`${api}${addressOf(PATHS[id], asked)}`, until)) as never;
    },
    exportUrl: (format, query) => `${api}${addressOf('/exports/{format}', { params: { format }, query })}`,
  };
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch(thrown => {
    if (signal.aborted && signal.reason?.name !== 'TimeoutError') throw thrown;
    throw new SourceError(unreachable(signal), null, thrown);
  });
  if (!answer.ok) throw new SourceError(await problemIn(answer), answer.status);
  return answer.json().catch(thrown => {
    if (signal.aborted && signal.reason?.name !== 'TimeoutError') throw thrown;
    throw new SourceError({ title: 'The server’s answer broke off', advice: 'Try again.' }, answer.status, thrown);
  });
}

function unreachable(signal: AbortSignal) {
  return signal.aborted
    ? {
        title: 'The server did not answer within a minute',
        advice: 'The ledger may be busy: try again, or narrow the question down.',
      }
    : { title: 'The server cannot be reached', advice: 'Check that `casus serve` is still running, then try again.' };
}

/** What a refusal says: problem+json, or its status where it is none. */
async function problemIn(answer: Response) {
  const body: unknown = await answer.json().catch(() => null);
  const fields = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : new Map();
  const text = (name: string) => {
    const value: unknown = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    title: text('title') ?? `The server answered with ${answer.status}`,
    detail: text('detail'),
    advice: text('advice'),
  };
}
