import { publishersOf } from '../event-row.ts';
import { claimsOfIncident, type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { stampLine } from '../stamp.ts';
import { column, rowOf, type Table } from '../table.ts';
import { tollsInWords } from '../toll-words.ts';
import { whenInWords } from '../words.ts';

const COLUMNS = [
  column('incident_id', 'text', 'Id of the incident.'),
  column('summary', 'text', 'What happened, in one line.', '#description'),
  column('type', 'text', 'Type of the happening.', '#event+type'),
  column('date_start', 'day', 'First day; empty where no day is known.', '#date+start'),
  column('date_end', 'day', 'Last day.', '#date+end'),
  column('date_precision', 'integer', '1 day, 2 two to six days, 3 week, 4 month, 5 longer.'),
  column('when_words', 'text', 'When, in words.'),
  column('country', 'text', 'ISO 3166-1 alpha-3 code.', '#country+code'),
  column('admin1', 'text', 'Largest unit below the country.', '#adm1+name'),
  column('place', 'text', 'Names of the places, joined by "; ".', '#loc+name'),
  column('latitude', 'number', 'Degrees; empty where the place is not resolved.', '#geo+lat'),
  column('longitude', 'number', 'Degrees; empty where the place is not resolved.', '#geo+lon'),
  column('radius_km', 'number', 'How far from there the true place may lie.'),
  column('place_precision', 'integer', '1 the place … 6 country, 7 sea or air.'),
  column('actors', 'text', 'Who acts, or the parties, joined by "; ".', '#group+name+first'),
  column('recipients', 'text', 'Who is acted upon, joined by "; ".', '#group+name+second'),
  column('tolls', 'text', 'Losses with every claimant.'),
  column('contradictions', 'text', 'On what accounts disagree, and why, joined by "; ".'),
  column('reports', 'integer', 'Reports that tell of it.'),
  column('independent_sources', 'integer', 'Copies of one text count once.'),
  column('sources', 'text', 'Publishers, joined by "; ".', '#meta+source'),
  column('claims', 'integer', 'Claims that it rests on.'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** Every incident of the record, placed and dated or not. */
export function incidentsTable(context: ExportContext): Table {
  const rows = context.record.incidents.map(incident => {
    const { id, type, when, places, roles, contradictions } = incident;
    const first = places.find(({ lat }) => lat !== null) ?? places[0];
    const reports = reportsOfIncident(incident, context);
    const named = (wanted: readonly string[]) =>
      roles
        .filter(({ role }) => wanted.includes(role))
        .map(({ actor }) => actor.name)
        .join('; ') || null;
    return rowOf(COLUMNS, {
      incident_id: id,
      summary: incidentSentence(incident),
      type,
      date_start: when.start,
      date_end: when.end,
      date_precision: when.precision,
      when_words: whenInWords(when),
      country: first?.country ?? null,
      admin1: first?.admin1 ?? null,
      place: places.map(({ name }) => name).join('; ') || null,
      latitude: first?.lat ?? null,
      longitude: first?.lon ?? null,
      radius_km: first?.radiusKm ?? null,
      place_precision: first?.precision ?? null,
      actors: named(['actor', 'party']),
      recipients: named(['recipient']),
      tolls: tollsInWords(incident) || null,
      contradictions: contradictions.map(({ field, why }) => `${field}: ${why}`).join('; ') || null,
      reports: reports.length,
      independent_sources: incident.independentSources,
      sources: publishersOf(reports).join('; ') || null,
      claims: claimsOfIncident(incident, context).length,
      casus_export: stampLine(context.stamp),
    });
  });
  return { name: 'incidents', title: 'Incidents over all reports', columns: COLUMNS, rows };
}
