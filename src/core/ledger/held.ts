import type { Incident } from '../model/incident.ts';
import type { Report } from '../model/report.ts';
import type { FoundClaim } from './found.ts';
import type { ClaimSurroundings } from './match-filter.ts';
import type { ReviewedClaim } from './reviewed-claims.ts';
import {
  type ActorRow,
  actorRow,
  type ClaimRow,
  claimActorRows,
  claimActors,
  claimRow,
  type IncidentRow,
  incidentActorRows,
  incidentActors,
  incidentRow,
  type ReportRow,
  reportRow,
  type TollRow,
  tollRows,
} from './rows/index.ts';

/** A report with its claims as reviewed, and the number of the entry that brought it. */
export interface SearchedReport {
  readonly report: Report;
  readonly claims: readonly ReviewedClaim[];
  readonly seq: number;
}

/** What is searched: reports and incidents. */
export interface Searched {
  readonly reports: Iterable<SearchedReport>;
  readonly incidents: readonly Incident[];
}

export interface HeldClaim extends ClaimSurroundings {
  readonly row: ClaimRow;
  readonly found: FoundClaim;
}

export interface HeldReport {
  readonly row: ReportRow;
  readonly report: Report;
  readonly claims: readonly HeldClaim[];
}

export interface HeldIncident {
  readonly row: IncidentRow;
  readonly incident: Incident;
  readonly tolls: readonly TollRow[];
  /** Keys of those who take part. */
  readonly actors: readonly string[];
  /** The claims that tell of it. */
  readonly claims: readonly HeldClaim[];
}

/** Reports and incidents with the columns by which they are found, and every name of every actor. */
export interface Held {
  readonly reports: readonly HeldReport[];
  readonly incidents: readonly HeldIncident[];
  readonly names: readonly ActorRow[];
}

/** Works out the columns of all that is searched. */
export function hold({ reports, incidents }: Searched): Held {
  const names = new Map<string, ActorRow>();
  const links = incidents.flatMap(incident =>
    incident.links.map(link => ({ incident, place: placeOf(link.reportId, link.eventId) })),
  );
  const told = groupBy(links, ({ place }) => place);
  const heldReports = Array.from(reports, one => holdReport(one, told, names));
  const claims = heldReports.flatMap(one => one.claims);
  const byEvent = groupBy(claims, ({ row }) => placeOf(row.report_id, row.event_id));
  const heldIncidents = incidents.map((incident, i) => holdIncident(incident, i, byEvent, names));
  return { reports: heldReports, incidents: heldIncidents, names: [...names.values()] };
}

function holdReport(
  { report, claims: reviewed, seq }: SearchedReport,
  told: ReadonlyMap<string, readonly { readonly incident: Incident }[]>,
  names: Map<string, ActorRow>,
): HeldReport {
  const row = reportRow(report, seq, seq);
  const claims = reviewed.map((one): HeldClaim => {
    const { claim, review } = one;
    const own = claimRow(one, seq);
    for (const [, actor] of claimActors(claim)) addName(names, actorRow(actor));
    const incidents = (told.get(placeOf(own.report_id, own.event_id)) ?? []).map(({ incident }) => incident);
    return {
      row: own,
      found: { reportId: report.id, claim, review },
      actors: claimActorRows(claim, own).map(one => one.actor_key),
      report: row,
      incidents: incidents.map(({ id, contradictions }) => ({ id, isContradicted: contradictions.length > 0 })),
    };
  });
  return { row, report, claims };
}

function holdIncident(
  incident: Incident,
  position: number,
  byEvent: ReadonlyMap<string, readonly HeldClaim[]>,
  names: Map<string, ActorRow>,
): HeldIncident {
  for (const { actor } of incidentActors(incident)) addName(names, actorRow(actor));
  return {
    row: incidentRow(incident, position, position),
    incident,
    tolls: tollRows(incident, position),
    actors: incidentActorRows(incident, position).map(one => one.actor_key),
    claims: incident.links.flatMap(link => byEvent.get(placeOf(link.reportId, link.eventId)) ?? []),
  };
}

function placeOf(reportId: string, eventId: string | null): string {
  return JSON.stringify([reportId, eventId]);
}

function addName(names: Map<string, ActorRow>, row: ActorRow): void {
  const key = JSON.stringify([row.key, row.folded]);
  if (!names.has(key)) names.set(key, row);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
