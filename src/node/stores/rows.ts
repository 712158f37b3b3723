import { isoWeek, parseIsoDay } from '../../core/base/iso-day.ts';
import {
  type ActorRef,
  type Claim,
  type Coding,
  claimantName,
  type Incident,
  type Place,
  type Report,
  type When,
} from '../../core/model/index.ts';

/** One row of a table: column names to values. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The columns of a report by which it is found. */
export function reportRow(report: Report, seq: number, headSeq: number): Row {
  const { headline, source } = report;
  return {
    id: report.id,
    seq,
    head_seq: headSeq,
    published_at: report.publishedAt,
    iso_week: weekOf(report.publishedAt),
    month: report.publishedAt?.slice(0, 7) ?? null,
    source_name: source?.name ?? null,
    source_kind: source?.kind ?? null,
    source_country: source?.country ?? null,
    url: report.url,
    language: report.language,
    headline: headline === null ? null : report.text.slice(headline.start, headline.end),
    fingerprint: report.fingerprint,
    syndicated_from: report.syndicatedFrom,
  };
}

export function codingRow(coding: Coding, seq: number): Row {
  const { reportId, id, coder, claims, problems } = coding;
  return { report_id: reportId, seq, id, coder, claims: claims.length, problems: problems.length };
}

/**
 * The columns of a claim by which it is found. A claim that names no place or day of its own is found under those of
 * the event it is about.
 */
export function claimRow(claim: Claim, position: number, coding: Coding): Row {
  const event = coding.events.find(({ id }) => id === claim.eventId);
  const { claimant, evidence } = claim;
  return {
    report_id: coding.reportId,
    id: claim.id,
    position,
    kind: claim.kind,
    scope: claim.scope,
    act: claim.act,
    certainty: claim.certainty,
    polarity: claim.polarity,
    claimant_kind: claimant.kind,
    claimant_id: claimant.actor?.id ?? null,
    claimant_name: claimantName(claimant),
    rule: claim.rule,
    span_start: evidence.span.start,
    span_end: evidence.span.end,
    quote: evidence.quote,
    event_id: claim.eventId,
    event_type: claim.kind === 'event' ? claim.type : (event?.type ?? null),
    ...figureColumns(claim),
    ...placeColumns([...ownPlaces(claim), ...(event?.places ?? [])]),
    ...dayColumns(ownDays(claim) ?? event?.when ?? null),
  };
}

/** The actors of a claim, each with what they are in it. */
export function claimActorRows(claim: Claim, reportId: string): readonly Row[] {
  return [
    ...claimActors(claim),
    ...(claim.claimant.actor === null ? [] : [['claimant', claim.claimant.actor] as const]),
  ].map(([role, actor]) => ({
    report_id: reportId,
    claim_id: claim.id,
    role,
    actor_id: actor.id,
    actor_name: actor.name,
  }));
}

export function incidentRow(incident: Incident, position: number): Row {
  return {
    id: incident.id,
    position,
    type: incident.type,
    ...placeColumns(incident.places),
    ...dayColumns(incident.when),
    reports: new Set(incident.links.map(({ reportId }) => reportId)).size,
    independent_sources: incident.independentSources,
    contradictions: incident.contradictions.length,
    body: JSON.stringify(incident),
  };
}

export function incidentActorRows({ id, roles }: Incident): readonly Row[] {
  return roles.map(({ role, actor }) => ({ incident_id: id, role, actor_id: actor.id, actor_name: actor.name }));
}

export function incidentLinkRows({ id, links }: Incident): readonly Row[] {
  return links.map(({ reportId, eventId, score }) => ({
    incident_id: id,
    report_id: reportId,
    event_id: eventId,
    score,
  }));
}

export function tollRows({ id, tolls }: Incident): readonly Row[] {
  return tolls.map(({ harm, side, status, unit, low, best, high, policy }, position) => ({
    incident_id: id,
    position,
    harm,
    side_id: side?.id ?? null,
    side_name: side?.name ?? null,
    status,
    unit,
    low,
    best,
    high,
    policy,
  }));
}

function figureColumns(claim: Claim): Row {
  const estimate = claim.kind === 'casualty' || claim.kind === 'strength' ? claim.estimate : null;
  const casualty = claim.kind === 'casualty' ? claim : null;
  return {
    harm: casualty?.harm ?? null,
    side_id: casualty?.victims.side?.id ?? null,
    side_name: casualty?.victims.side?.name ?? null,
    status: casualty?.victims.status ?? null,
    unit: casualty?.unit ?? null,
    low: estimate?.low ?? null,
    best: estimate?.best ?? null,
    high: estimate?.high ?? null,
    qualifier: estimate?.qualifier ?? null,
  };
}

function claimActors(claim: Claim): readonly (readonly [role: string, ActorRef])[] {
  const one = (role: string, actor: ActorRef | null) => (actor === null ? [] : [[role, actor] as const]);
  switch (claim.kind) {
    case 'casualty':
      return one('side', claim.victims.side);
    case 'event':
      return claim.roles.map(({ role, actor }) => [role, actor] as const);
    case 'responsibility':
      return one('accused', claim.actor);
    case 'denial':
      return one('side', claim.rejects?.side ?? null);
    case 'strength':
      return one('owner', claim.owner);
    case 'relation':
      return [...one('from', claim.from), ...one('to', claim.to)];
    case 'warning':
      return one('target', claim.target);
    case 'ceasefire':
      return claim.parties.map(party => ['party', party] as const);
    default:
      return [];
  }
}

function ownPlaces(claim: Claim): readonly Place[] {
  if (claim.kind === 'casualty') return claim.place === null ? [] : [claim.place];
  return claim.kind === 'event' ? claim.places : [];
}

function ownDays(claim: Claim): When | null {
  const when =
    claim.kind === 'casualty' ? claim.period : claim.kind === 'event' || claim.kind === 'ceasefire' ? claim.when : null;
  return when === null || when.start === null ? null : when;
}

/** The first place that is on the map, else the first. */
function placeColumns(places: readonly Place[]): Row {
  const place = places.find(({ lat }) => lat !== null) ?? places[0];
  return {
    place_id: place?.id ?? null,
    place_name: place?.name ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    radius_km: place?.radiusKm ?? null,
    place_precision: place?.precision ?? null,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
  };
}

/** Days as an interval; week and month only where the whole interval lies in one. */
function dayColumns(when: When | null): Row {
  const { start = null, end = null, precision = null } = when ?? {};
  const week = weekOf(start);
  const month = start?.slice(0, 7) ?? null;
  return {
    day_start: start,
    day_end: end,
    day_precision: precision,
    iso_week: week === weekOf(end) ? week : null,
    month: month === (end?.slice(0, 7) ?? null) ? month : null,
  };
}

/** "2025-W42" */
function weekOf(day: string | null): string | null {
  const number = day === null ? null : parseIsoDay(day);
  if (number === null) return null;
  const { year, week } = isoWeek(number);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
