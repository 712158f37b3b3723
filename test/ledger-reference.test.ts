import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Entry } from '../src/core/ledger/index.ts';
import { MIGRATION_TABLE, MIGRATIONS } from '../src/node/stores/schema.ts';
import { loadSqlite } from '../src/node/stores/sqlite-library.ts';
import { ROOT } from './architecture/source-file.ts';

const PAGE = readFileSync(join(ROOT, 'docs/reference/ledger.md'), 'utf8');

/** The tables that the migrations make, as rows of the page. */
function tables(): readonly string[] {
  const db = emptyLedger();
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").all();
  return names.map(({ name }) => {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(String(name));
    return `| \`${name}\` | ${columns.map(column => `\`${column['name']}\``).join(', ')} |`;
  });
}

function emptyLedger() {
  const { DatabaseSync } = loadSqlite();
  const db = new DatabaseSync(':memory:');
  for (const statement of [MIGRATION_TABLE, ...MIGRATIONS.flatMap(({ statements }) => statements)]) db.exec(statement);
  return db;
}

test('docs/reference/ledger.md names every table with its columns', () => {
  const start = PAGE.indexOf('| table | columns |');
  const rows = PAGE.slice(start, PAGE.indexOf('\n\n', start)).split('\n').slice(2);
  expect(rows).toEqual(tables());
});

test('docs/reference/ledger.md names every kind of entry', () => {
  const kinds = Entry.options.map(option => option.unwrap().shape.kind.value);
  expect(
    [...PAGE.matchAll(/^\| `([a-z]+)` \| `\w+`(?:,|:| )/gm)].map(([, kind]) => kind).slice(0, kinds.length),
  ).toEqual(kinds);
});

test('the queries on the page can be asked', () => {
  const queries = [...PAGE.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql ?? '');
  expect(queries.length).toBeGreaterThan(0);
  for (const sql of queries) expect(emptyLedger().prepare(sql).all()).toEqual([]);
});
