import {
  actorRow,
  contradictionRows,
  incidentActorRows,
  incidentActors,
  incidentLinkRows,
  incidentRow,
  tollRows,
} from '../../core/ledger/rows/index.ts';
import type { Incident } from '../../core/model/index.ts';
import { addName } from './ledger-writer.ts';
import type { SqlDialect, SqlRow, SqlSession } from './sql-database.ts';

const PARTS = ['incident_actor', 'incident_link', 'toll', 'contradiction'] as const;

interface Held {
  readonly key: number;
  readonly position: number;
  readonly body: string;
}

/** Puts incidents in the place of all there were. Touches only those that are new, gone or changed. */
export async function replaceIncidents(
  session: SqlSession,
  dialect: SqlDialect,
  incidents: readonly Incident[],
): Promise<void> {
  const before = await heldIncidents(session);
  let nextKey = Math.max(0, ...Array.from(before.values(), ({ key }) => key)) + 1;
  const added: { row: SqlRow; incident: Incident; key: number }[] = [];
  const kept = new Set<string>();
  for (const [position, incident] of incidents.entries()) {
    const old = before.get(incident.id);
    const row = incidentRow(incident, position, nextKey);
    if (old?.body === row.body) {
      kept.add(incident.id);
      if (old.position !== position)
        await session.all('UPDATE incident SET position = ? WHERE key = ?', [position, old.key]);
    } else {
      added.push({ row, incident, key: nextKey });
      nextKey++;
    }
  }
  for (const [id, { key }] of before) if (!kept.has(id)) await removeIncident(session, dialect, key);
  await addIncidents(session, dialect, added);
}

async function heldIncidents(session: SqlSession): Promise<ReadonlyMap<string, Held>> {
  const rows = await session.all('SELECT id, key, position, body FROM incident');
  return new Map(
    rows.map(row => [
      String(row['id']),
      { key: Number(row['key']), position: Number(row['position']), body: String(row['body']) },
    ]),
  );
}

async function removeIncident(session: SqlSession, dialect: SqlDialect, key: number): Promise<void> {
  await dialect.remove(session, 'incident', key, key);
  for (const part of PARTS) await session.all(`DELETE FROM ${part} WHERE incident_key = ?`, [key]);
  await session.all('DELETE FROM incident WHERE key = ?', [key]);
}

async function addIncidents(
  session: SqlSession,
  dialect: SqlDialect,
  added: readonly { row: SqlRow; incident: Incident; key: number }[],
): Promise<void> {
  if (added.length === 0) return;
  await dialect.insert(
    session,
    'incident',
    added.map(({ row }) => row),
  );
  const parts: readonly [table: string, rows: readonly SqlRow[]][] = [
    ['incident_actor', added.flatMap(({ incident, key }) => incidentActorRows(incident, key))],
    ['incident_link', added.flatMap(({ incident, key }) => incidentLinkRows(incident, key))],
    ['toll', added.flatMap(({ incident, key }) => tollRows(incident, key))],
    ['contradiction', added.flatMap(({ incident, key }) => contradictionRows(incident, key))],
  ];
  for (const [table, rows] of parts) if (rows.length > 0) await session.insert(table, rows);
  const names = new Map<string, SqlRow>();
  for (const { incident } of added) for (const { actor } of incidentActors(incident)) addName(names, actorRow(actor));
  if (names.size > 0) await session.insert('actor', [...names.values()], 'ON CONFLICT DO NOTHING');
}
