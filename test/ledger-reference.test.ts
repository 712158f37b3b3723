import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Entry } from '../src/core/ledger/index.ts';
import { migrate } from '../src/node/stores/migrate.ts';
import type { SqlDatabase } from '../src/node/stores/sql-database.ts';
import { sqliteDatabase } from '../src/node/stores/sqlite-database.ts';
import { loadSqlite } from '../src/node/stores/sqlite-library.ts';
import { ROOT } from './architecture/source-file.ts';

const PAGE = readFileSync(join(ROOT, 'docs/reference/ledger.md'), 'utf8');

/** The tables of a ledger, as rows of the page; those in which SQLite keeps its virtual tables are its own. */
async function tables(): Promise<readonly string[]> {
  const db = await emptyLedger();
  const names = await db.all("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid");
  const virtual = names.flatMap(({ name, sql }) => (String(sql).startsWith('CREATE VIRTUAL') ? [`${name}_`] : []));
  const own = names.map(({ name }) => String(name)).filter(name => !virtual.some(start => name.startsWith(start)));
  const rows: string[] = [];
  for (const name of own) {
    const columns = await db.all('SELECT name FROM pragma_table_info(?)', [name]);
    rows.push(`| \`${name}\` | ${columns.map(column => `\`${column['name']}\``).join(', ')} |`);
  }
  return rows;
}

async function emptyLedger(): Promise<SqlDatabase> {
  const { DatabaseSync } = loadSqlite();
  const db = sqliteDatabase('empty', new DatabaseSync(':memory:'));
  await db.write(session => migrate(session, db));
  return db;
}

test('docs/reference/ledger.md names every table with its columns', async () => {
  const start = PAGE.indexOf('| table | columns |');
  const rows = PAGE.slice(start, PAGE.indexOf('\n\n', start)).split('\n').slice(2);
  expect(rows).toEqual(await tables());
});

test('docs/reference/ledger.md names every kind of entry', () => {
  const kinds = Entry.options.map(option => option.unwrap().shape.kind.value);
  expect(
    [...PAGE.matchAll(/^\| `([a-z]+)` \| `\w+`(?:,|:| )/gm)].map(([, kind]) => kind).slice(0, kinds.length),
  ).toEqual(kinds);
});

test('the queries on the page can be asked', async () => {
  const queries = [...PAGE.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql ?? '');
  expect(queries.length).toBeGreaterThan(0);
  for (const sql of queries) expect(await (await emptyLedger()).all(sql)).toEqual([]);
});
