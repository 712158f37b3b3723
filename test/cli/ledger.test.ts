import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { CasusError } from '../../src/core/base/error.ts';
import { PublicRecord } from '../../src/core/model/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { openSqliteHere } from '../../src/node/stores/sqlite.ts';
import { openStore } from '../../src/node/wire.ts';
import { ROAD_CODING, ROAD_REPORT } from '../fixtures/constructed-record.ts';
import { temporaryFolder } from './folder.ts';
import { BIN, type Ran } from './run-casus.ts';
import { testIo } from './test-io.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/reports/', import.meta.url));
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_, i) => [
    `many/${i}.txt`,
    `On Tuesday ${i + 2} soldiers were killed near Gao in an ambush, the army of Mali said in statement ${i}.\n`,
  ]),
);
const folder = temporaryFolder(MANY);
afterAll(folder.remove);
const ledger = join(folder.path, 'ledger');

describe('a ledger from the command line', () => {
  it('takes each report once', async () => {
    const first = await casus(['add', EXAMPLES, '--ledger', ledger]);
    expect(first.stdout).toMatch(
      /^12 reports added\. The ledger .*ledger holds 12 reports, \d+ claims, \d+ incidents\.\n$/,
    );
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const again = await casus(['add', EXAMPLES, '--ledger', ledger]);
    expect(again.stdout).toMatch(/^0 reports added, 12 known already\. The ledger .* holds 12 reports,/);
  });

  it('has only quotes that stand in the text', async () => {
    const ran = await casus(['verify', '--ledger', ledger]);
    expect(ran.stdout).toMatch(/^(\d+) of \1 quotes hold \(100 %\), in 12 reports\.\n$/);
    const json = JSON.parse((await casus(['verify', '--ledger', ledger, '--json'])).stdout);
    expect(json).toMatchObject({ reports: 12, failing: [] });
    expect(json.quotes).toBeGreaterThan(50);
  });

  it('lists its incidents and shows one by the beginning of its id', async () => {
    const list = await casus(['show', '--ledger', ledger]);
    const id = /^ {2}(\w+) · 3 reports/m.exec(list.stdout)?.[1] ?? 'none told by three reports';
    const one = await casus(['show', id, '--ledger', ledger]);
    for (const heading of ['THE REPORTS', 'THE TOLL', 'WHO SAYS WHAT', 'WHY THESE REPORTS']) {
      expect(one.stdout).toContain(heading);
    }
    const json = PublicRecord.parse(JSON.parse((await casus(['show', id, '--ledger', ledger, '--json'])).stdout));
    expect(json.incidents).toHaveLength(1);
    const unknown = await casus(['show', 'inc_nothing', '--ledger', ledger]);
    expect(unknown.stderr).toContain('inc_nothing: the ledger holds nothing with this id');
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('lists claims, and fewer with filters', async () => {
    const args = ['claims', '--ledger', ledger, '--json'];
    const claimsOf = async (filters: readonly string[]) => {
      const { codings } = PublicRecord.parse(JSON.parse((await casus([...args, ...filters])).stdout));
      return codings.flatMap(coding => coding.claims);
    };
    const all = await claimsOf([]);
    const some = await claimsOf(['--kind', 'casualty', '--scope', 'incident']);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(some).toEqual(all.filter(claim => claim.kind === 'casualty' && claim.scope === 'incident'));
    const table = await casus(['claims', '--ledger', ledger, '--claimant', 'army']);
    expect(table.stdout).toContain('army');
    expect(table.stdout).toContain('IN WHICH WORDS');
  });
});

describe('a ledger with a quote that is not in the text', () => {
  it('is found out by verify, and shown all the same', async () => {
    const own = join(folder.path, 'ledger-tampered');
    const [claim, ...others] = ROAD_CODING.claims;
    const evidence = { ...claim!.evidence, quote: 'At least 99 soldiers were killed' };
    const store = await openStore(own);
    await store.appendReport({
      report: ROAD_REPORT,
      coding: { ...ROAD_CODING, claims: [{ ...claim!, evidence }, ...others] },
    });
    await store.close();

    const ran = await casus(['verify', '--ledger', own]);
    expect(ran).toMatchObject({ exitCode: 1, stderr: '' });
    expect(ran.stdout).toBe(
      'not in the text of r_road: “At least 99 soldiers were killed” (claim c1)\n7 of 8 quotes hold (87.5 %), in 1 report.\n',
    );
    expect((await casus(['claims', '--ledger', own])).exitCode).toBe(0);
  });
});

describe('adding, when it is ended from outside', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)(
    '%s leaves whole reports, and adding again brings the rest',
    async (signal, exitCode) => {
      const own = join(folder.path, `ledger-${signal}`);
      const child = spawn(process.execPath, [BIN, 'add', join(folder.path, 'many'), '--ledger', own], {
        stdio: 'ignore',
      });
      const ended = new Promise<number | null>(resolve => child.on('close', resolve));
      await Promise.race([someReports(own), ended]);
      child.kill(signal);
      expect(await ended).toBe(exitCode);

      const verified = JSON.parse((await casus(['verify', '--ledger', own, '--json'])).stdout);
      expect(verified.failing).toEqual([]);
      expect(verified.reports).toBeGreaterThan(0);
      expect(verified.reports).toBeLessThan(120);
      const { incidents } = PublicRecord.parse(JSON.parse((await casus(['show', '--ledger', own, '--json'])).stdout));
      expect(incidents.length).toBeGreaterThan(0);
      const again = await casus(['add', join(folder.path, 'many'), '--ledger', own]);
      expect(again.stdout).toContain('holds 120 reports');
    },
    120_000,
  );
});

/** Runs a command in this process, which is quicker: `usage.test.ts` and `bad-input.test.ts` run real ones. */
async function casus(args: readonly string[]): Promise<Ran> {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

/** Waits until a ledger that another process writes holds some reports. */
async function someReports(path: string): Promise<void> {
  for (;;) {
    if (existsSync(path) && (await sizeOf(path)) > 2) return;
    // Not at once: asking takes the processor from the one that adds.
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    const store = await openSqliteHere(path, { mode: 'read' });
    const { reports } = await store.size();
    await store.close();
    return reports;
  } catch (thrown) {
    // The other process has made the folder, and not yet what is in it.
    if (thrown instanceof CasusError) return 0;
    throw thrown;
  }
}
