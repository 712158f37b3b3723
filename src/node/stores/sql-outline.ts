import { type Outline, outlineOf } from '../../core/ledger/index.ts';
import type { OutlineColumns } from '../../core/ledger/outline.ts';
import { type Asked, allOf, type SqlDatabase, type SqlRow } from './sql-database.ts';
import { incidentClauses } from './sql-filter.ts';
import { ordered, SORTED_MAX } from './sql-order.ts';

const OUTLINE_TEXTS = ['id', 'type', 'place_id', 'place_name', 'country', 'admin1', 'day_start', 'day_end'] as const;
const OUTLINE_NUMBERS = [
  'lat',
  'lon',
  'radius_km',
  'place_precision',
  'deaths_low',
  'deaths_high',
  'contradictions',
  'independent_sources',
] as const;
const OUTLINE_COLUMNS = [...OUTLINE_TEXTS, ...OUTLINE_NUMBERS];

/** The incidents that fit, as columns: their bodies are not read. */
export async function findOutline(db: SqlDatabase, asked: Asked, most: number): Promise<Outline> {
  const source = await db.dialect.source(db, 'incident', asked, SORTED_MAX);
  const where = incidentClauses(asked, db.dialect);
  const sql = ordered(source, {
    noun: 'incident',
    columns: `i.day_key AS sort_day, i.id AS sort_key, ${OUTLINE_COLUMNS.map(name => `i.${name}`).join(', ')}`,
    where,
    order: ['sort_day DESC', 'sort_key DESC'],
    filter: asked.filter,
    limit: most,
  });
  const rows = await db.all(sql.sql, sql.values);
  if (rows.length < most) return outlineOf(rows.map(outlineRow), rows.length);
  const whole = allOf([...source.where, ...where]);
  const [counted] = await db.all(`SELECT count(*) AS total FROM ${source.from.sql} WHERE ${whole.sql}`, [
    ...source.from.values,
    ...whole.values,
  ]);
  return outlineOf(rows.map(outlineRow), Number(counted?.['total'] ?? rows.length));
}

/** A row of an outline: PostgreSQL gives large whole numbers as text. */
function outlineRow(row: SqlRow): OutlineColumns {
  const text = (name: (typeof OUTLINE_TEXTS)[number]) => {
    const value = row[name] ?? null;
    return value === null ? null : String(value);
  };
  const number = (name: (typeof OUTLINE_NUMBERS)[number]) => {
    const value = row[name] ?? null;
    return value === null ? null : Number(value);
  };
  return {
    id: text('id') ?? '',
    type: text('type') ?? '',
    place_id: text('place_id'),
    place_name: text('place_name'),
    country: text('country'),
    admin1: text('admin1'),
    lat: number('lat'),
    lon: number('lon'),
    radius_km: number('radius_km'),
    place_precision: number('place_precision'),
    day_start: text('day_start'),
    day_end: text('day_end'),
    deaths_low: number('deaths_low'),
    deaths_high: number('deaths_high'),
    contradictions: number('contradictions') ?? 0,
    independent_sources: number('independent_sources') ?? 1,
  };
}
