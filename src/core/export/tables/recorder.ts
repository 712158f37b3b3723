import { civiliansOf, deathRows, totalDeaths, totalOf } from '../../model/deaths.ts';
import type { Toll } from '../../model/index.ts';
import { publishersOf } from '../event-row.ts';
import { type ExportContext, reportsOfIncident } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { column, rowOf, type Table } from '../table.ts';
import { standingEntries } from '../toll-words.ts';
import { rangeInWords } from '../words.ts';
import { INCIDENT_COLUMNS, incidentValues } from './tolls.ts';

const COLUMNS = [
  ...INCIDENT_COLUMNS,
  column('type', 'text', 'Type of the happening.', '#event+type'),
  column('killed_min', 'integer', 'Lower bound of the dead; empty where nobody gives one.', '#affected+killed+min'),
  column('killed_max', 'integer', 'Upper bound of the dead; empty where nobody sets one.', '#affected+killed+max'),
  column('civilians_killed_min', 'integer', 'Lower bound of dead civilians.'),
  column('civilians_killed_max', 'integer', 'Upper bound of dead civilians.'),
  column('injured_min', 'integer', 'Lower bound of the injured.', '#affected+injured+min'),
  column('injured_max', 'integer', 'Upper bound of the injured.', '#affected+injured+max'),
  column('killed_claimants', 'text', 'Every claimant with the number of dead given, joined by "; ".'),
  column('injured_claimants', 'text', 'Every claimant with the number of injured given, joined by "; ".'),
  column('attributed_to', 'text', 'Who is said to have done it, joined by "; "; empty where not told.'),
  column('contested', 'text', 'On what accounts disagree, joined by "; ".'),
  column('status', 'text', 'pending: no reviewer has looked at it.'),
  column('sources', 'text', 'Publishers, joined by "; ".', '#meta+source'),
  column('independent_sources', 'integer', 'Copies of one text count once.'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** One row an incident in the way casualty recorders keep them: minimum, maximum, and who says so. */
export function recorderTable(context: ExportContext): Table {
  const rows = context.record.incidents.map(incident => {
    const killed = totalDeaths(incident.tolls);
    const civilian = deathRows(incident.tolls);
    const injured = incident.tolls.filter(({ harm, unit }) => harm === 'injured' && unit === 'persons');
    const ofHarm = (harm: Toll['harm']) =>
      incident.tolls
        .filter(toll => toll.harm === harm)
        .flatMap(toll => standingEntries(toll).map(entry => `${entry.claimant}: ${rangeInWords(entry)}`));
    return rowOf(COLUMNS, {
      ...incidentValues(incident),
      type: incident.type,
      killed_min: killed.low,
      killed_max: killed.high,
      civilians_killed_min: civiliansOf(civilian, 'low'),
      civilians_killed_max: civiliansOf(civilian, 'high'),
      injured_min: totalOf(injured, 'low'),
      injured_max: totalOf(injured, 'high'),
      killed_claimants: [...new Set(ofHarm('killed'))].join('; ') || null,
      injured_claimants: [...new Set(ofHarm('injured'))].join('; ') || null,
      attributed_to:
        incident.roles
          .filter(({ role }) => role === 'actor')
          .map(({ actor }) => actor.name)
          .join('; ') || null,
      contested: [...new Set(incident.contradictions.map(({ field }) => field))].join('; ') || null,
      status: 'pending',
      sources: publishersOf(reportsOfIncident(incident, context)).join('; ') || null,
      independent_sources: incident.independentSources,
      casus_export: stampLine(context.stamp),
    });
  });
  return { name: 'recorder', title: 'Incidents for casualty recorders', columns: COLUMNS, rows };
}
