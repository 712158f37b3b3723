import {
  OUTLINE_COLUMNS,
  type Outline,
  outlineOf,
  TOLL_OUTLINE_COLUMNS,
  type TollOutline,
  tollOutlineOf,
} from '../../core/ledger/index.ts';
import { type Asked, allOf, type SqlDatabase } from './sql-database.ts';
import { incidentClauses } from './sql-filter.ts';
import { ordered, SORTED_MAX } from './sql-order.ts';

/** The incidents that fit, as columns: their bodies are not read. */
export async function findOutline(db: SqlDatabase, asked: Asked, most: number): Promise<Outline> {
  const source = await db.dialect.source(db, 'incident', asked, SORTED_MAX);
  const where = incidentClauses(asked, db.dialect);
  const sql = ordered(source, {
    noun: 'incident',
    // What it is sorted by comes last: it is no part of the outline.
    columns: `${OUTLINE_COLUMNS.map(name => `i.${name}`).join(', ')}, i.day_key AS sort_day, i.id AS sort_key`,
    where,
    order: ['sort_day DESC', 'sort_key DESC'],
    filter: asked.filter,
    limit: most,
  });
  const rows = await db.lists(sql.sql, sql.values);
  if (rows.length < most) return outlineOf(rows, rows.length);
  const whole = allOf([...source.where, ...where]);
  const [counted] = await db.all(`SELECT count(*) AS total FROM ${source.from.sql} WHERE ${whole.sql}`, [
    ...source.from.values,
    ...whole.values,
  ]);
  return outlineOf(rows, Number(counted?.['total'] ?? rows.length));
}

/** The rows of the tolls of the incidents that fit. */
export async function findTollOutline(db: SqlDatabase, asked: Asked): Promise<TollOutline> {
  const source = await db.dialect.source(db, 'incident', asked, SORTED_MAX);
  const where = allOf([...source.where, ...incidentClauses(asked, db.dialect)]);
  const rows = await db.lists(
    `SELECT i.id, ${TOLL_OUTLINE_COLUMNS.map(name => `t.${name}`).join(', ')}
    FROM ${source.from.sql} JOIN toll t ON t.incident_key = i.key WHERE ${where.sql}
    ORDER BY i.day_key DESC, i.id DESC, t.position`,
    [...source.from.values, ...where.values],
  );
  return tollOutlineOf(rows);
}
