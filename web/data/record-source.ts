import { ask, type Knowledge, ROUTES, recordStore } from '../../src/core/api/index.ts';
import { SITE_FILE, SITE_RECORD, Site } from '../../src/core/api/site.ts';
import { CasusError } from '../../src/core/base/error.ts';
import type { PublicRecord } from '../../src/core/model/index.ts';
import type { DataSource } from './data-source.ts';
import { SourceError } from './source-error.ts';

/**
 * Answers from the record that was published beside the page, by the same functions as a server does. Throws a
 * `SourceError` where the record cannot be had.
 */
export async function recordSource(base: URL): Promise<DataSource> {
  const [site, record] = await Promise.all([
    fetched(new URL(SITE_FILE, base)).then(siteOf),
    fetched(new URL(SITE_RECORD, base)),
  ]);
  const knowledge: Knowledge = {
    countries: new Map(Object.entries(site.countries)),
    actors: new Map(site.actors.map(actor => [actor.id, actor])),
  };
  const store = await storeOf(record);
  return {
    name: site.title,
    abilities: { exports: false, add: false, changes: false },
    site,
    async ask(id, { params = {}, query = {} } = {}) {
      const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
      try {
        // Each route checks what it is asked, and its schema gives the type of its answer.
        return (await ask(
          ROUTES[id] as never,
          { store, knowledge },
          { params, query: Object.fromEntries(given) },
        )) as never;
      } catch (thrown) {
        throw told(thrown);
      }
    },
    exportUrl: () => null,
  };
}

async function fetched(address: URL): Promise<unknown> {
  const advice = 'Load the page again. A page opened as a file shows nothing: put the folder on a web server.';
  try {
    const answer = await fetch(address);
    if (answer.ok) return await answer.json();
    throw new SourceError({ title: 'The published record could not be loaded', detail: String(answer.status), advice });
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError({ title: 'The published record could not be loaded', detail, advice }, null, cause);
  }
}

function siteOf(read: unknown): Site {
  const site = Site.safeParse(read);
  if (site.success) return site.data;
  throw damaged(site.error);
}

async function storeOf(record: unknown) {
  try {
    // The store checks every report and coding as it takes them in.
    return await recordStore(record as PublicRecord);
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): SourceError {
  const problem = { title: 'The published record is damaged', advice: 'Ask whoever published it to publish it again.' };
  return new SourceError(problem, null, cause);
}

function told(thrown: unknown): unknown {
  if (!(thrown instanceof CasusError)) return thrown;
  const isUnknown = thrown.code === 'id-unknown';
  const advice = isUnknown ? 'It may stand in the ledger that this page was published from.' : thrown.advice;
  return new SourceError({ title: thrown.message, advice }, isUnknown ? 404 : 400, thrown);
}
