import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../../test/contracts/store.ts';
import { appendProcess } from '../../../test/fixtures/append-process.ts';
import { codedReport } from '../../../test/fixtures/coded-report.ts';
import type { ErrorCode } from '../../core/base/error.ts';
import { entryHolds } from '../../core/ledger/index.ts';
import { openSqliteStore } from './sqlite.ts';
import { loadSqlite } from './sqlite-library.ts';

const { DatabaseSync } = loadSqlite();
const FIXTURES = join(import.meta.dirname, '../../../test/fixtures');

let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const fileOf = (ledger: string) => at(ledger, 'ledger.sqlite');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-failures-'));
  chmodSync(folder, 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Makes a ledger of a few reports, closed. */
async function ledgerOf(name: string, reports = 3): Promise<void> {
  const store = await openSqliteStore(at(name));
  await store.appendReports(Array.from({ length: reports }, (_, i) => codedReport(i)));
  await store.close();
}

/** Runs SQL on the file behind the back of casus. */
function meddle(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

describe('a ledger that cannot be opened', () => {
  const cases: readonly [string, ErrorCode, 'read' | 'write', (name: string) => unknown][] = [
    ['is not there', 'ledger-missing', 'read', () => null],
    ['is an empty folder', 'ledger-missing', 'read', name => mkdirSync(at(name))],
    ['was killed before its first step', 'ledger-missing', 'read', name => halfMade(name)],
    ['is a file', 'ledger-not-a-folder', 'write', name => writeFileSync(at(name), 'x')],
    ['is a file, to be read', 'ledger-not-a-folder', 'read', name => writeFileSync(at(name), 'x')],
    ['belongs to another program', 'ledger-foreign', 'write', name => foreign(name)],
    ['belongs to another program, to be read', 'ledger-foreign', 'read', name => foreign(name)],
    ['is text', 'ledger-damaged', 'write', name => other(name, 'The army said so. '.repeat(500))],
    ['is text, to be read', 'ledger-damaged', 'read', name => other(name, 'The army said so. '.repeat(500))],
    ['was cut', 'ledger-damaged', 'write', name => cut(name, size => size - 8_192)],
    ['was cut to its head', 'ledger-damaged', 'read', name => cut(name, () => 100)],
    ['was written by a newer version', 'ledger-newer', 'write', name => newer(name)],
    ['was written by a newer version, to be read', 'ledger-newer', 'read', name => newer(name)],
  ];

  test.each(cases)('because it %s is left as it is: %s', async (why, code, mode, make) => {
    const name = `${why}, ${mode}`;
    await make(name);
    const before = bytesOf(name);
    expect(await codeOf(openSqliteStore(at(name), { mode }))).toBe(code);
    expect(bytesOf(name)).toEqual(before);
  });

  test('under a file that is no folder', async () => {
    writeFileSync(at('plain'), 'x');
    expect(await codeOf(openSqliteStore(at('plain', 'ledger')))).toBe('ledger-not-a-folder');
  });

  function halfMade(name: string): void {
    mkdirSync(at(name));
    writeFileSync(fileOf(name), '');
  }

  function foreign(name: string): void {
    mkdirSync(at(name));
    meddle(fileOf(name), 'CREATE TABLE recipe (name TEXT)');
  }

  function other(name: string, text: string): void {
    mkdirSync(at(name));
    writeFileSync(fileOf(name), text);
  }

  async function cut(name: string, to: (size: number) => number): Promise<void> {
    await ledgerOf(name);
    truncateSync(fileOf(name), to(statSync(fileOf(name)).size));
  }

  async function newer(name: string): Promise<void> {
    await ledgerOf(name);
    meddle(fileOf(name), "INSERT INTO migration (version, name) VALUES (99, 'from the future')");
  }

  function bytesOf(name: string): Uint8Array | null {
    return statSync(fileOf(name), { throwIfNoEntry: false }) === undefined ? null : readFileSync(fileOf(name));
  }
});

test('an empty file becomes a ledger, because one killed while it is made leaves that', async () => {
  mkdirSync(at('fresh'));
  writeFileSync(fileOf('fresh'), '');
  await ledgerOf('fresh');
});

test.each([
  ["UPDATE entry SET body = '{' WHERE seq = 4", 'entry 4'],
  [`UPDATE entry SET body = '{"kind":"coding"}' WHERE seq = 4`, 'entry 4'],
  ['UPDATE coding SET seq = 7 - seq WHERE seq = 4', 'coding of entry 3'],
])('damage within names its place: %s', async (sql, place) => {
  const name = `within ${place} ${sql.length}`;
  await ledgerOf(name);
  meddle(fileOf(name), `PRAGMA foreign_keys = OFF; ${sql}`);
  const store = await openSqliteStore(at(name), { mode: 'read' });
  await expect(store.state()).rejects.toMatchObject({ code: 'ledger-damaged' });
  await expect(store.state()).rejects.toThrow(place);
  await store.close();
});

test('a log that was cut anywhere gives whole reports only', async () => {
  const store = await openSqliteStore(at('log'));
  for (let i = 0; i < 6; i++) await store.appendReport(codedReport(i));
  const log = `${fileOf('log')}-wal`;
  const size = statSync(log).size;
  const counts = new Set<number>();
  for (let part = 0; part < 12; part++) {
    mkdirSync(at(`log-${part}`));
    copyFileSync(fileOf('log'), fileOf(`log-${part}`));
    copyFileSync(log, `${fileOf(`log-${part}`)}-wal`);
    truncateSync(`${fileOf(`log-${part}`)}-wal`, Math.floor((size * part) / 12) + 7 * part);
    const copy = await openSqliteStore(at(`log-${part}`));
    const entries = await collect(copy.entries());
    for (const [i, entry] of entries.entries()) expect(entryHolds(entries[i - 1] ?? null, entry)).toBe(true);
    const { reports, codings } = await copy.state();
    expect([...codings.keys()]).toEqual([...reports.keys()]);
    counts.add(reports.size);
    await copy.close();
  }
  expect(counts.size).toBeGreaterThan(3);
  await store.close();
});

test('a process that writes makes others wait, and then go on', async () => {
  await ledgerOf('busy');
  const store = await openSqliteStore(at('busy'), { lockWaitMs: 60 });
  const writer = new DatabaseSync(fileOf('busy'));
  writer.exec('BEGIN IMMEDIATE');
  expect(await codeOf(store.appendReport(codedReport(9)))).toBe('ledger-locked');
  expect(await store.size()).toMatchObject({ reports: 3 });
  writer.exec('ROLLBACK');
  writer.close();
  expect(await store.appendReport(codedReport(9))).toMatchObject({ change: 'added' });
  await store.close();
});

describe('a folder that may not be written to', () => {
  // One who may everything becomes nobody; everybody else is bound by the mode of the folder.
  const uid = process.getuid?.() === 0 ? 65_534 : 0;

  test.skipIf(process.platform === 'win32')('is refused for writing, and read all the same', async () => {
    await ledgerOf('frozen');
    chmodSync(fileOf('frozen'), 0o444);
    chmodSync(at('frozen'), 0o555);
    try {
      const write = await appendProcess({ folder: at('frozen'), from: 5, count: 1, uid });
      expect(write).toEqual(['failed ledger-read-only']);
      const read = await appendProcess({ folder: at('frozen'), from: 0, count: 0, uid });
      expect(read).toEqual(['holds 3', 'done']);
      const make = await appendProcess({ folder: at('frozen', 'new'), from: 0, count: 1, uid });
      expect(make).toEqual(['failed ledger-read-only']);
    } finally {
      chmodSync(at('frozen'), 0o755);
    }
  });
});

describe('a full disk', () => {
  const mount = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user']), 'sh', '-c'];
  const disk = 'mount -t tmpfs -o size=2m tmpfs "$1"';
  const mayMount = spawnSync('unshare', [...mount, disk, 'sh', tmpdir()]).status === 0;

  test.skipIf(!mayMount)(
    'loses nothing acknowledged, and the work goes on when there is room (skipped where no disk can be mounted)',
    () => {
      mkdirSync(at('disk'));
      const script = `${disk} && exec "$2" "$3" "$1"`;
      const { stdout, stderr } = spawnSync('unshare', [
        ...mount,
        script,
        'sh',
        at('disk'),
        process.execPath,
        join(FIXTURES, 'fill-disk.ts'),
      ]);
      expect(String(stderr)).toBe('');
      const { acknowledged, ...result } = JSON.parse(String(stdout));
      expect(acknowledged).toBeGreaterThan(10);
      expect(result).toMatchObject({
        code: 'ledger-full',
        whenFull: { reports: acknowledged, entries: 2 * acknowledged },
        change: 'added',
        reports: acknowledged + 1,
        codings: acknowledged + 1,
      });
    },
  );
});

test('nothing is said on the terminal about SQLite', async () => {
  await ledgerOf('quiet');
  const { stdout, stderr } = spawnSync(process.execPath, [join(FIXTURES, 'append-reports.ts'), at('quiet'), '0', '0']);
  expect([String(stdout), String(stderr)]).toEqual(['holds 3\ndone\n', '']);
});
