import type { EventTypeEntry } from '../coding/index.ts';
import type { ActorRef, Claim, Incident, Place, Report } from '../model/index.ts';
import type { CountryCode } from './country-codes.ts';
import { claimsOfIncident, type ExportContext, reportsOfIncident } from './export-context.ts';
import { REFUSALS, type Refusal, type RefusalCode } from './table.ts';

/** An incident that may become a row of an event table: asserted to have happened, somewhere and some time. */
export interface EventRow {
  readonly incident: Incident;
  readonly type: EventTypeEntry;
  readonly place: PlacedPlace;
  /** Other places of the same happening. */
  readonly otherPlaces: readonly Place[];
  readonly country: CountryCode | null;
  readonly start: string;
  readonly end: string;
  /** UCDP's date_prec, 1 to 5. */
  readonly datePrecision: number;
  /** Who acts, or the sides of a fight, in the order told. */
  readonly actors: readonly ActorRef[];
  /** Who is acted upon. */
  readonly recipients: readonly ActorRef[];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
}

export type PlacedPlace = Place & {
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly precision: number;
};

export interface RowLimits {
  /** The vaguest where_prec (1–7) that the format can say. */
  readonly placePrecision: number;
  /** The vaguest date_prec (1–5) that the format can say. */
  readonly datePrecision: number;
}

const NOT_ASSERTING = new Set(['deny', 'threaten', 'warn', 'fear']);

/**
 * The incident as an event row, or why it cannot be one. No default place, day or side is put in: an incident without
 * them is refused, with the reason for the refusal log.
 */
export function eventRow(incident: Incident, context: ExportContext, limits: RowLimits): EventRow | Refusal {
  const claims = claimsOfIncident(incident, context);
  if (!claims.some(isAsserted)) return refusal(incident, 'not-asserted');
  const type = context.eventTypes.get(incident.type);
  if (type === undefined) return refusal(incident, 'no-type', incident.type);
  const place = mostExact(incident.places);
  if (place === null) return refusal(incident, 'no-place', incident.places.map(({ name }) => name).join(', '));
  if (place.precision > limits.placePrecision) return refusal(incident, 'place-too-vague', place.name);
  const { start, end, precision } = incident.when;
  if (start === null || end === null || precision === null) return refusal(incident, 'no-day', incident.when.why);
  if (precision > limits.datePrecision) return refusal(incident, 'day-too-vague', `${start} to ${end}`);
  const inRole = (role: string) => incident.roles.filter(item => item.role === role).map(({ actor }) => actor);
  return {
    incident,
    type,
    place,
    otherPlaces: incident.places.filter(other => other !== place),
    country: place.country === null ? null : (context.countries.get(place.country) ?? null),
    start,
    end,
    datePrecision: precision,
    actors: [...inRole('actor'), ...inRole('party')],
    recipients: inRole('recipient'),
    claims,
    reports: reportsOfIncident(incident, context),
  };
}

export function isRefusal(row: EventRow | Refusal): row is Refusal {
  return 'code' in row;
}

/** A refusal with what it is about after the general reason. */
export function refusal(incident: Incident, code: RefusalCode, detail = ''): Refusal {
  return { incidentId: incident.id, code, why: detail === '' ? REFUSALS[code] : `${REFUSALS[code]} (${detail})` };
}

/** Whether somebody says, for certain or probably, that it happened. */
function isAsserted(claim: Claim): boolean {
  const { act, polarity, certainty, scope } = claim;
  return scope === 'incident' && polarity === 'positive' && certainty !== 'possible' && !NOT_ASSERTING.has(act);
}

/** The place told most exactly; the first of equals. */
function mostExact(places: readonly Place[]): PlacedPlace | null {
  const placed = places.filter(isPlaced);
  const best = Math.min(...placed.map(({ precision }) => precision));
  return placed.find(({ precision }) => precision === best) ?? null;
}

function isPlaced(place: Place): place is PlacedPlace {
  return place.lat !== null && place.lon !== null && place.radiusKm !== null && place.precision !== null;
}

/** Publishers of the reports, in the order of reports, each once. */
export function publishersOf(reports: readonly Report[]): readonly string[] {
  return [...new Set(reports.flatMap(({ source, url }) => source?.name ?? hostOf(url) ?? []))];
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (/^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? null);
}
