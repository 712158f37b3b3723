import type { EventTypeEntry } from '../coding/index.ts';
import type { Claim, Event, Incident, PublicRecord, Report } from '../model/index.ts';
import type { CountryCode } from './country-codes.ts';
import type { Stamp } from './stamp.ts';

/** What every export is made from: a record, and the tables that say what others call things. */
export interface ExportContext {
  readonly record: PublicRecord;
  readonly reports: ReadonlyMap<string, Report>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly events: ReadonlyMap<string, Event>;
  readonly eventTypes: ReadonlyMap<string, EventTypeEntry>;
  readonly countries: ReadonlyMap<string, CountryCode>;
  readonly stamp: Stamp;
}

export interface ExportTables {
  readonly eventTypes: readonly EventTypeEntry[];
  readonly countries: ReadonlyMap<string, CountryCode>;
}

/** Indexes a record for exporting. */
export function exportContext(record: PublicRecord, tables: ExportTables, stamp: Stamp): ExportContext {
  return {
    record,
    reports: new Map(record.reports.map(report => [report.id, report])),
    claims: new Map(record.codings.flatMap(coding => coding.claims).map(claim => [claim.id, claim])),
    events: new Map(record.codings.flatMap(coding => coding.events).map(event => [event.id, event])),
    eventTypes: new Map(tables.eventTypes.map(entry => [entry.id, entry])),
    countries: tables.countries,
    stamp,
  };
}

/** The claims that an incident rests on, in the order of its reports and then of their text. */
export function claimsOfIncident(incident: Incident, context: ExportContext): readonly Claim[] {
  return incident.links
    .flatMap(({ eventId }) => context.events.get(eventId)?.claimIds ?? [])
    .flatMap(id => context.claims.get(id) ?? []);
}

/** The reports that tell of an incident, each once, oldest first; undated ones last. */
export function reportsOfIncident(incident: Incident, context: ExportContext): readonly Report[] {
  const ids = [...new Set(incident.links.map(({ reportId }) => reportId))];
  return ids
    .flatMap(id => context.reports.get(id) ?? [])
    .sort((a, b) => compare(a.publishedAt ?? '~', b.publishedAt ?? '~') || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
