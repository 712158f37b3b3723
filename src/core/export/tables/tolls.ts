import type { Incident, Toll } from '../../model/index.ts';
import type { ExportContext } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { type Cell, column, rowOf, type Table } from '../table.ts';
import { standingEntries } from '../toll-words.ts';
import { rangeInWords } from '../words.ts';

export const INCIDENT_COLUMNS = [
  column('incident_id', 'text', 'Id of the incident.'),
  column('date_start', 'day', 'First day.', '#date+start'),
  column('date_end', 'day', 'Last day.', '#date+end'),
  column('country', 'text', 'ISO 3166-1 alpha-3 code.', '#country+code'),
  column('admin1', 'text', 'Largest unit below the country.', '#adm1+name'),
  column('place', 'text', 'Names of the places, joined by "; ".', '#loc+name'),
] as const;

const COLUMNS = [
  ...INCIDENT_COLUMNS,
  column('harm', 'text', 'killed, injured, killed-or-injured, captured, missing, displaced.'),
  column('side', 'text', 'Side of the victims; empty where not told.'),
  column('status', 'text', 'civilian, combatant or unknown.'),
  column('unit', 'text', 'persons or families.'),
  column('low', 'integer', 'Lower bound over the accounts.', '#affected+min'),
  column(
    'best',
    'integer',
    'The policy’s preferred figure; empty where it finds no reason to prefer one.',
    '#affected',
  ),
  column('high', 'integer', 'Upper bound over the accounts.', '#affected+max'),
  column('why', 'text', 'The policy’s reason.'),
  column('accounts', 'integer', 'How many accounts stand.'),
  column('claimants', 'text', 'Every claimant with the figure given, joined by "; ".'),
  column('claim_ids', 'text', 'Ids of the claims, joined by "; ".'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** One row for each incident, harm, side and status. Rows of one incident overlap: they must not be added up. */
export function tollsTable(context: ExportContext): Table {
  const rows = context.record.incidents.flatMap(incident =>
    incident.tolls.map(toll =>
      rowOf(COLUMNS, { ...tollValues(toll, incident), casus_export: stampLine(context.stamp) }),
    ),
  );
  return { name: 'tolls', title: 'Tolls by incident, harm, side and status; rows overlap', columns: COLUMNS, rows };
}

function tollValues(toll: Toll, incident: Incident): Readonly<Record<string, Cell>> {
  const entries = standingEntries(toll);
  return {
    ...incidentValues(incident),
    harm: toll.harm,
    side: toll.side?.name ?? null,
    status: toll.status,
    unit: toll.unit,
    low: toll.low,
    best: toll.best,
    high: toll.high,
    why: toll.why,
    accounts: entries.length,
    claimants: [...new Set(entries.map(entry => `${entry.claimant}: ${rangeInWords(entry)}`))].join('; '),
    claim_ids: entries.map(({ claimId }) => claimId).join('; '),
  };
}

export function incidentValues({ id, when, places }: Incident): Readonly<Record<string, Cell>> {
  const [first] = places;
  return {
    incident_id: id,
    date_start: when.start,
    date_end: when.end,
    country: first?.country ?? null,
    admin1: first?.admin1 ?? null,
    place: places.map(({ name }) => name).join('; ') || null,
  };
}
