import type { Incident, PublicRecord } from '../../../core/model/index.ts';

/** The part of a record that is about one incident: it, the reports that tell of it, and their codings. */
export function recordOfIncident(incident: Incident, record: PublicRecord): PublicRecord {
  const told = new Set(incident.links.map(link => link.reportId));
  return {
    ...record,
    reports: record.reports.filter(report => told.has(report.id)),
    codings: record.codings.filter(coding => told.has(coding.reportId)),
    incidents: [incident],
    problems: [],
  };
}
