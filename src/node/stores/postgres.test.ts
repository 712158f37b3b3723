import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, runStoreTests } from '../../../test/contracts/store.ts';
import { codedReport } from '../../../test/fixtures/coded-report.ts';
import { POSTGRES_MISSING, type PostgresServer, startPostgres } from '../../../test/postgres/server.ts';
import { entryHolds } from '../../core/ledger/index.ts';
import { openPostgresStore } from './postgres.ts';

const isCi = process.env['CASUS_CI'] === '1';

describe.skipIf(POSTGRES_MISSING !== null && !isCi)(
  `PostgreSQL${POSTGRES_MISSING === null ? '' : `: ${POSTGRES_MISSING}`}`,
  () => {
    let server: PostgresServer;
    let ledgers = 0;
    const next = () => server.url(`ledger_${++ledgers}`);

    beforeAll(async () => {
      server = await startPostgres();
    }, 120_000);
    afterAll(() => server?.remove(), 120_000);

    runStoreTests({
      name: 'PostgreSQL',
      open: () => openPostgresStore(next()),
      reopen: store => openPostgresStore(store.name),
    });

    test('a ledger that is not there is not made to be read', async () => {
      await expect(openPostgresStore(next(), { mode: 'read' })).rejects.toMatchObject({ code: 'ledger-missing' });
    });

    test('a server that is not there, and a database that is not there, are told apart', async () => {
      const away = 'postgres://casus@127.0.0.1:1/postgres';
      await expect(openPostgresStore(away, { lockWaitMs: 50 })).rejects.toMatchObject({ code: 'ledger-unreachable' });
      const other = next().replace('/postgres?', '/nowhere?');
      await expect(openPostgresStore(other, { lockWaitMs: 50 })).rejects.toMatchObject({ code: 'ledger-refused' });
    });

    test('two writers at once both finish, and every report is there once', async () => {
      const url = next();
      const [one, two] = [await openPostgresStore(url), await openPostgresStore(url)];
      const add = async (store: typeof one, from: number) => {
        for (let i = from; i < from + 30; i++) await store.appendReport(codedReport(i));
      };
      await Promise.all([add(one, 0), add(two, 15)]);
      expect(await one.size()).toMatchObject({ reports: 45, entries: 90 });
      const entries = await collect(two.entries());
      for (const [i, entry] of entries.entries()) expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
      await Promise.all([one.close(), two.close()]);
    });

    test('a server that goes away is told of, and when it is back the work goes on', async () => {
      const url = next();
      const store = await openPostgresStore(url, { lockWaitMs: 400 });
      await store.appendReport(codedReport(1));
      server.stop();
      await expect(store.appendReport(codedReport(2))).rejects.toMatchObject({
        code: 'ledger-unreachable',
        exitCode: 3,
      });
      await expect(store.size()).rejects.toMatchObject({ code: 'ledger-unreachable' });
      server.start();
      expect(await store.size()).toMatchObject({ reports: 1 });
      expect(await store.appendReport(codedReport(2))).toMatchObject({ change: 'added' });
      await store.close();
    }, 60_000);
  },
);
