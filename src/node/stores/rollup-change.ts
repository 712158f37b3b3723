import { ROLLUPS } from './schema.ts';
import type { SqlRow, SqlSession } from './sql-database.ts';

/** The column of a claim that each dimension is counted by. */
const COLUMNS = {
  week: 'iso_week',
  month: 'month',
  country: 'country',
  admin1: 'admin1',
  kind: 'kind',
  act: 'act',
  type: 'event_type',
} as const;

/** What must be known of a claim to count it. */
export const COUNTED_COLUMNS: readonly string[] = Object.values(COLUMNS);

/** What some claims that come and go change in the counts made beforehand. */
export class RollupChange {
  readonly #changes = ROLLUPS.map(() => new Map<string, { values: readonly string[]; claims: number }>());

  /** A claim comes (`by` 1) or goes (-1). */
  add(row: SqlRow, actors: readonly string[], by: 1 | -1): void {
    for (const [i, { by: dimensions }] of ROLLUPS.entries()) {
      const withActor = (dimensions as readonly string[]).includes('actor');
      for (const actor of withActor && actors.length > 0 ? actors : ['']) {
        const values = dimensions.map(dimension => (dimension === 'actor' ? actor : columnValue(row, dimension)));
        const key = JSON.stringify(values);
        const change = this.#changes[i]?.get(key);
        if (change === undefined) this.#changes[i]?.set(key, { values, claims: by });
        else change.claims += by;
      }
    }
  }

  async write(session: SqlSession): Promise<void> {
    for (const [i, { table, by }] of ROLLUPS.entries()) {
      const rows: SqlRow[] = [];
      for (const { values, claims } of this.#changes[i]?.values() ?? []) {
        if (claims === 0) continue;
        rows.push(Object.fromEntries([...by.map((name, at) => [name, values[at] ?? '']), ['claims', claims]]));
      }
      if (rows.length === 0) continue;
      const suffix = `ON CONFLICT (${by.join(', ')}) DO UPDATE SET claims = ${table}.claims + excluded.claims`;
      await session.insert(table, rows, suffix);
    }
  }
}

function columnValue(row: SqlRow, dimension: keyof typeof COLUMNS): string {
  return String(row[COLUMNS[dimension]] ?? '');
}
