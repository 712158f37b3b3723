import { fingerprint } from '../../src/core/ingest/fingerprint.ts';
import { type Claim, Coding, type Event, type Place, Report, type When } from '../../src/core/model/index.ts';
import { incidentWhen } from '../../src/core/reconcile/incident-when.ts';
import type { GoldClaim, GoldFolder, GoldIncident, GoldReport } from './gold-set.ts';
import { oracleClaim, oracleRoles, oracleType } from './oracle-claim.ts';
import { oracleWhen } from './oracle-when.ts';

/** What a faultless coder would have made of a folder: the input for measuring reconciling alone. */
export interface OracleInput {
  readonly reports: readonly Report[];
  readonly codings: readonly Coding[];
}

export interface OracleOptions {
  /** `coordinates` gives every place name the incident's own coordinates, `names` leaves the names unresolved. */
  readonly places: 'coordinates' | 'names';
}

/**
 * The reports and codings of a folder from its gold claims: the claims of one incident in one report are one event.
 * Only what a coder of that one report could know is used: no side that other reports tell, no reference across reports.
 */
export function oracleInput(gold: GoldFolder, options: OracleOptions): OracleInput {
  const reports = gold.reports.map(report => oracleReport(gold, report));
  const codings = gold.reports.map((report, i) => oracleCoding(gold, report, reports[i] ?? never(), options));
  return { reports, codings };
}

export function reportId(folder: string, file: string): string {
  return `${folder}/${file.replace(/\.txt$/, '')}`;
}

function oracleReport(gold: GoldFolder, { file, source, published, headline }: GoldReport): Report {
  const text = gold.texts.get(file) ?? '';
  return Report.parse({
    id: reportId(gold.folder, file),
    text,
    headline: headline === null ? null : { start: 0, end: headline.length },
    dateline: null,
    byline: null,
    source: { name: source.name, kind: source.kind, country: null, affiliation: source.affiliation },
    url: null,
    publishedAt: published,
    publishedBasis: published === null ? null : 'given',
    retrievedAt: null,
    provenance: null,
    language: 'en',
    fingerprint: fingerprint(text),
    syndicatedFrom: null,
  });
}

function oracleCoding(gold: GoldFolder, { claims }: GoldReport, report: Report, options: OracleOptions): Coding {
  const made: Claim[] = [];
  const events: Event[] = [];
  for (const incident of gold.incidents) {
    const own = claims.filter(claim => claim.incident === incident.id);
    if (own.length === 0) continue;
    const id = `${report.id}/${incident.id}`;
    const about = own.map(claim => oracleClaim(claim, report, id)).filter(claim => claim !== null);
    made.push(...about);
    events.push(oracleEvent(id, own, incident, report, about, options));
  }
  const rest = claims.filter(({ incident }) => incident === null).map(claim => oracleClaim(claim, report, null));
  made.push(...rest.filter(claim => claim !== null));
  return Coding.parse({ id: report.id, reportId: report.id, coder: 'person:gold', claims: made, events, problems: [] });
}

function oracleEvent(
  id: string,
  golds: readonly GoldClaim[],
  incident: GoldIncident,
  report: Report,
  claims: readonly Claim[],
  options: OracleOptions,
): Event {
  const told = golds.filter(({ kind }) => kind === 'event');
  const positive = told.filter(({ polarity }) => polarity === 'positive');
  const types = positive.map(oracleType);
  const roles = new Map(positive.flatMap(oracleRoles).map(role => [JSON.stringify(role), role]));
  const type = types.find(name => name !== 'destruction' && name !== 'seizure') ?? types[0] ?? 'attack';
  return {
    id,
    reportId: report.id,
    type,
    roles: [...roles.values()] as unknown as Event['roles'],
    places: oraclePlaces(told.length > 0 ? told : golds, incident, options),
    when: eventWhen(positive),
    claimIds: claims.map(claim => claim.id),
  };
}

function eventWhen(told: readonly GoldClaim[]): When {
  return incidentWhen(told.map(({ when }) => oracleWhen(when ?? null)));
}

function oraclePlaces(claims: readonly GoldClaim[], { place }: GoldIncident, { places }: OracleOptions): Place[] {
  const names = [...new Set(claims.map(claim => claim.place).filter(name => typeof name === 'string'))];
  const known = { lat: place.lat, lon: place.lon, radiusKm: place.toleranceKm, precision: 2, country: place.country };
  const unknown = { lat: null, lon: null, radiusKm: null, precision: null, country: null };
  const where = places === 'coordinates' ? known : unknown;
  return names.map(name => ({ name, span: null, id: null, ...where, admin1: null, basis: 'stated', why: 'gold' }));
}

function never(): never {
  throw new Error('a report without its record');
}
