import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEDGERS, runOldLedgerTests } from '../../../test/contracts/old-ledger.ts';
import { inventedDecisions } from '../../../test/contracts/reviewed.ts';
import { collect } from '../../../test/contracts/store.ts';
import { codedReport } from '../../../test/fixtures/coded-report.ts';
import { POSTGRES_MISSING, type PostgresServer, startPostgres } from '../../../test/postgres/server.ts';
import { memoryStore, type Store } from '../../core/ledger/index.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';

const BIN = join(import.meta.dirname, '../cli/bin.ts');
const isCi = process.env['CASUS_CI'] === '1';

/** Runs casus in a process of its own. */
function casus(args: readonly string[], nodeArgs: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, BIN, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('without the package pg a ledger in PostgreSQL says what to install', () => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name === 'pg') throw Object.assign(new Error('no pg'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const without = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const { status, stdout, stderr } = casus(['show', '--ledger', 'postgres://nobody@127.0.0.1:1/none'], without);
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toContain('pg: a package that this needs is not installed');
  expect(stderr).toContain('npm install pg');
});

describe.skipIf(POSTGRES_MISSING !== null && !isCi)(
  `ledgers in PostgreSQL${POSTGRES_MISSING === null ? '' : `: ${POSTGRES_MISSING}`}`,
  () => {
    let server: PostgresServer;
    let folder = '';
    let ledgers = 0;
    const next = () => server.url(`ledger_${++ledgers}`);

    beforeAll(async () => {
      server = await startPostgres();
      folder = mkdtempSync(join(tmpdir(), 'casus-copies-'));
    }, 120_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
      server?.remove();
    }, 120_000);

    describe('of version 3', () => {
      runOldLedgerTests({ decisions: true, open: async () => openPostgresStore(await oldLedger(server, next())) });
    });

    test('of a newer version are refused, and left as they are', async () => {
      const url = next();
      await (await openPostgresStore(url)).close();
      await meddle(server, `INSERT INTO ledger_${ledgers}.migration (version, name) VALUES (99, 'from the future')`);
      for (const mode of ['read', 'write'] as const) {
        const opening = openPostgresStore(url, { mode });
        await expect(opening).rejects.toMatchObject({ code: 'ledger-newer', exitCode: 3 });
        await expect(opening).rejects.toThrow('its format is 99');
      }
    });

    test('take what a ledger in memory held, decisions too', async () => {
      const memory = memoryStore();
      await fill(memory);
      const store = await openPostgresStore(next());
      await store.appendEntries(await collect(memory.entries()));
      expect(await contents(store)).toEqual(await contents(memory));
      await store.close();
    });

    test('give back, copied from SQLite and to SQLite again, the same ledger', async () => {
      const [first, last, url] = [join(folder, 'first'), join(folder, 'last'), next()];
      const sqlite = await openSqliteStore(first);
      await fill(sqlite);
      for (const [from, to] of [
        [first, url],
        [url, last],
      ] as const) {
        expect(casus(['copy', from, to])).toMatchObject({ status: 0, stderr: '' });
      }
      const [postgres, again] = [await openPostgresStore(url), await openSqliteStore(last)];
      const before = await contents(sqlite);
      expect(await contents(postgres)).toEqual(before);
      expect(await contents(again)).toEqual(before);
      await Promise.all([sqlite.close(), postgres.close(), again.close()]);
    }, 60_000);

    restartTest(next, () => server);
  },
);

function restartTest(next: () => string, server: () => PostgresServer): void {
  test('of a server that restarts under a writer hold every report once when it has gone on', async () => {
    const url = next();
    const store = await openPostgresStore(url, { lockWaitMs: 30_000 });
    const reports = Array.from({ length: 40 }, (_, i) => codedReport(i));
    const adding = Promise.allSettled(reports.map(one => store.appendReport(one)));
    while ((await store.size()).reports < 3);
    server().stop();
    server().start();
    for (const result of await adding) {
      // Only what was being committed at that instant may be in doubt: it is told, and never tried twice.
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'ledger-unreachable' });
    }
    await store.appendReports(reports);
    expect(await store.size()).toMatchObject({ reports: 40, entries: 80 });
    const other = await openPostgresStore(url);
    expect(await other.state()).toEqual(await store.state());
    await Promise.all([other.close(), store.close()]);
  }, 120_000);
}

async function fill(store: Store): Promise<void> {
  const reports = Array.from({ length: 12 }, (_, i) => codedReport(i, { claims: 3 }));
  await store.appendReports(reports);
  for (const decision of inventedDecisions(reports)) await store.appendDecision(decision);
  await store.appendReport(codedReport(3, { claims: 3, given: { publishedAt: '2025-03-06' } }));
}

async function contents(store: Store) {
  return {
    entries: await collect(store.entries()),
    state: await store.state(),
    claims: await store.findClaims({}),
    rejected: await store.findClaims({ review: 'rejected' }),
    reports: await store.findReports({}),
    counts: await store.count({ of: 'claims', by: ['kind', 'harm'] }),
    size: await store.size(),
  };
}

/** Puts the ledger of version 3 where an address points to. */
async function oldLedger(server: PostgresServer, url: string): Promise<string> {
  const schema = new URL(url).searchParams.get('schema') ?? '';
  const dump = gunzipSync(readFileSync(join(LEDGERS, 'version-3.postgres.sql.gz'))).toString('utf8');
  await meddle(server, dump.replaceAll('casus_old', schema));
  return url;
}

/** Runs SQL behind the back of casus. */
async function meddle(server: PostgresServer, sql: string): Promise<void> {
  const url = new URL(server.url('any'));
  url.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}
