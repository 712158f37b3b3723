import type { PublicRecord } from '../../model/index.ts';
import type { ExportContext } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { column, rowOf, type Table } from '../table.ts';

const COLUMNS = [
  column('report_id', 'text', 'Id of the report: a hash of its text and publisher.'),
  column('headline', 'text', 'Its headline; empty where it has none.', '#meta+title'),
  column('publisher', 'text', 'Who published it.', '#meta+source'),
  column('publisher_kind', 'text', 'wire, local, national, international, state, ngo, social or analysis.'),
  column('publisher_country', 'text', 'ISO 3166-1 alpha-3 code.'),
  column('affiliation', 'text', 'The actor whose voice the publisher is; empty where it is nobody’s.'),
  column('published', 'day', 'Publication day.', '#date'),
  column('published_basis', 'text', 'Where the day was found.'),
  column('language', 'text', 'ISO 639-1 code.'),
  column('url', 'text', 'Where it stands.', '#meta+url'),
  column('syndicated_from', 'text', 'The agency that the text names as its origin.'),
  column('claims', 'integer', 'Claims coded from it.'),
  column('incident_ids', 'text', 'Incidents that it tells of, joined by "; ".'),
  column('coder', 'text', 'Who coded it.'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** Every report of the record with its publisher: the sources behind every other table. Texts are not repeated. */
export function reportsTable(context: ExportContext): Table {
  const { record } = context;
  const codings = new Map(record.codings.map(coding => [coding.reportId, coding]));
  const incidents = incidentsOfReports(record);
  const rows = record.reports.map(report => {
    const coding = codings.get(report.id);
    return rowOf(COLUMNS, {
      report_id: report.id,
      headline: report.headline === null ? null : report.text.slice(report.headline.start, report.headline.end),
      publisher: report.source?.name ?? null,
      publisher_kind: report.source?.kind ?? null,
      publisher_country: report.source?.country ?? null,
      affiliation: report.source?.affiliation ?? null,
      published: report.publishedAt,
      published_basis: report.publishedBasis,
      language: report.language,
      url: report.url,
      syndicated_from: report.syndicatedFrom,
      claims: coding?.claims.length ?? 0,
      incident_ids: [...(incidents.get(report.id) ?? [])].join('; ') || null,
      coder: coding?.coder ?? null,
      casus_export: stampLine(context.stamp),
    });
  });
  return { name: 'sources', title: 'Reports and their publishers', columns: COLUMNS, rows };
}

function incidentsOfReports({ incidents }: PublicRecord): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, links } of incidents) {
    for (const { reportId } of links) found.set(reportId, (found.get(reportId) ?? new Set()).add(id));
  }
  return found;
}
