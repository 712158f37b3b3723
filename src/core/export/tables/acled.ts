import { parseIsoDay } from '../../base/iso-day.ts';
import { totalDeaths } from '../../model/deaths.ts';
import type { ActorRef, Incident } from '../../model/index.ts';
import { geoPrecision } from '../../model/index.ts';
import { rolesInWords } from '../claim-words.ts';
import { type EventRow, eventRow, isRefusal, publishersOf, refusal } from '../event-row.ts';
import type { ExportContext } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { type Cell, column, type Refusal, rowOf, type TableExport } from '../table.ts';
import { tollsInWords } from '../toll-words.ts';
import { eventTypeInWords, rangeInWords } from '../words.ts';
import { ACLED_KIND_CODE, acledSourceScale, type InterCode, interactionText } from './acled-terms.ts';

export interface AcledOptions {
  /** `interaction`, `inter1` and `inter2` as words (since 2024) or as the older numbers. */
  readonly interactions: 'words' | 'numbers';
}

/** The 31 columns of ACLED's file since 2023-03-20, in its order, and three of ours at the end. */
const COLUMNS = [
  column('event_id_cnty', 'text', 'Country code and our incident id: not an ACLED number.'),
  column('event_date', 'day', 'First day of the incident.', '#date+occurred'),
  column('year', 'integer', 'Year of event_date.'),
  column('time_precision', 'integer', '1 day, 2 week, 3 month.'),
  column('disorder_type', 'text', 'ACLED disorder type, from the codebook’s crosswalk.'),
  column('event_type', 'text', 'ACLED event type, from the codebook’s crosswalk.', '#event+type'),
  column('sub_event_type', 'text', 'ACLED sub-event type, from the codebook’s crosswalk.', '#event+type+sub'),
  column('actor1', 'text', 'Who acts, or the first side told.', '#group+name+first'),
  column('assoc_actor_1', 'text', 'Others on the side of actor1.'),
  column('inter1', 'text', 'Kind of actor1.'),
  column('actor2', 'text', 'Who is acted upon, or the second side told.', '#group+name+second'),
  column('assoc_actor_2', 'text', 'Others on the side of actor2.'),
  column('inter2', 'text', 'Kind of actor2.'),
  column('interaction', 'text', 'Both kinds together.'),
  column('civilian_targeting', 'text', 'Filled where civilians are the main target.'),
  column('iso', 'integer', 'ISO 3166-1 numeric code of the country.'),
  column('region', 'text', 'Region of the country.'),
  column('country', 'text', 'Country of the place.'),
  column('admin1', 'text', 'Largest unit below the country.', '#adm1+name'),
  column('admin2', 'text', 'Empty: our places do not carry it.', '#adm2+name'),
  column('admin3', 'text', 'Empty: our places do not carry it.', '#adm3+name'),
  column('location', 'text', 'Name of the place.', '#loc+name'),
  column('latitude', 'number', 'Degrees, WGS 84.', '#geo+lat'),
  column('longitude', 'number', 'Degrees, WGS 84.', '#geo+lon'),
  column('geo_precision', 'integer', '1 the place, 2 near it or part of a region, 3 region.'),
  column('source', 'text', 'Publishers, joined by "; ".'),
  column('source_scale', 'text', 'Scale of the publishers.'),
  column('notes', 'text', 'What happened, and every figure with who gives it.', '#description'),
  column('fatalities', 'integer', 'Our lower bound of deaths; empty where nobody gives one.', '#affected+killed'),
  column('tags', 'text', 'Empty.'),
  column('timestamp', 'integer', 'Newest publication day of the reports, as Unix seconds; empty where undated.'),
  column('casus_incident_id', 'text', 'Id of the incident in the ledger.'),
  column('casus_claim_ids', 'text', 'Ids of the claims it rests on, joined by "; ".'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** Incidents as rows of ACLED's shape; those that cannot honestly be one come as refusals. */
export function acledTable(context: ExportContext, options: AcledOptions = { interactions: 'words' }): TableExport {
  const rows: (readonly Cell[])[] = [];
  const refusals: Refusal[] = [];
  for (const incident of context.record.incidents) {
    const row = acledRow(incident, context);
    if (isRefusal(row)) refusals.push(row);
    else rows.push(rowOf(COLUMNS, values(row, context, options)));
  }
  return { table: { name: 'acled', title: 'Incidents in the shape of ACLED rows', columns: COLUMNS, rows }, refusals };
}

/** ACLED says a day, a week or a month, and a place no vaguer than a region. */
function acledRow(incident: Incident, context: ExportContext): EventRow | Refusal {
  const row = eventRow(incident, context, { placePrecision: 5, datePrecision: 4 });
  if (isRefusal(row)) return row;
  return row.type.acledEvent === '' ? refusal(incident, 'no-type', eventTypeInWords(incident.type)) : row;
}

function values(row: EventRow, context: ExportContext, options: AcledOptions): Readonly<Record<string, Cell>> {
  const { incident, place, country, reports } = row;
  const { low, high } = totalDeaths(incident.tolls);
  return {
    event_id_cnty: `${country?.iso3 ?? 'XXX'}-${incident.id}`,
    event_date: row.start,
    year: Number(row.start.slice(0, 4)),
    time_precision: row.datePrecision === 1 ? 1 : row.datePrecision <= 3 ? 2 : 3,
    ...typeValues(row),
    ...actorValues(row, options),
    iso: country?.number ?? null,
    region: country?.acledRegion ?? null,
    country: country?.name ?? null,
    admin1: place.admin1,
    location: place.name,
    latitude: place.lat,
    longitude: place.lon,
    geo_precision: geoPrecision(place.precision),
    source: publishersOf(reports).join('; '),
    source_scale: acledSourceScale(reports),
    notes: notes(row, low, high),
    fatalities: low,
    timestamp: newest(reports),
    casus_incident_id: incident.id,
    casus_claim_ids: row.claims.map(({ id }) => id).join('; '),
    casus_export: stampLine(context.stamp),
  };
}

/** Battles need an armed side on both ends; what only civilians suffer is violence against them (ACLED codebook). */
function typeValues(row: EventRow): Readonly<Record<string, Cell>> {
  const { event, subEvent } = acledType(row);
  const demonstration = event === 'Protests' || (event === 'Riots' && subEvent === 'Violent demonstration');
  const excessive = subEvent === 'Excessive force against protesters';
  const strategic = event === 'Strategic developments';
  return {
    disorder_type: strategic
      ? 'Strategic developments'
      : excessive
        ? 'Political violence; Demonstrations'
        : demonstration
          ? 'Demonstrations'
          : 'Political violence',
    event_type: event,
    sub_event_type: subEvent,
    civilian_targeting:
      event === 'Violence against civilians' || excessive || hitsCivilians(row) ? 'Civilian targeting' : null,
  };
}

function acledType({ type, recipients }: EventRow): { event: string; subEvent: string } {
  const civilians = recipients.length > 0 && recipients.every(({ kind }) => kind === 'civilians');
  const armed = recipients.some(({ kind }) => kind !== null && ARMED.has(kind));
  if (type.acledEvent === 'Battles' && civilians) return { event: 'Violence against civilians', subEvent: 'Attack' };
  if (type.acledEvent === 'Violence against civilians' && type.acledSubEvent === 'Attack' && armed) {
    return { event: 'Battles', subEvent: 'Armed clash' };
  }
  return { event: type.acledEvent, subEvent: type.acledSubEvent };
}

const ARMED: ReadonlySet<string> = new Set(['military', 'police', 'armed-group', 'militia', 'government']);

function hitsCivilians({ type, recipients, incident }: EventRow): boolean {
  if (type.acledEvent !== 'Explosions/Remote violence') return false;
  if (recipients.length > 0) return recipients.every(({ kind }) => kind === 'civilians');
  const statuses = new Set(incident.tolls.map(({ status }) => status));
  return statuses.has('civilian') && !statuses.has('combatant');
}

function actorValues(row: EventRow, { interactions }: AcledOptions): Readonly<Record<string, Cell>> {
  const [first, ...others] = row.actors;
  const opposed = row.recipients.length > 0 ? row.recipients : others;
  const [second, ...moreSecond] = opposed;
  const assocFirst = row.recipients.length > 0 ? others : [];
  const lead = first ?? null;
  const codes = [interOf(lead, row), interOf(second ?? null, row)] as const;
  const shown = (code: InterCode | null) =>
    code === null ? null : interactions === 'numbers' ? String(code.number) : code.name;
  return {
    actor1: lead?.name ?? null,
    assoc_actor_1: assocFirst.map(({ name }) => name).join('; ') || null,
    inter1: shown(codes[0]),
    actor2: second?.name ?? null,
    assoc_actor_2: moreSecond.map(({ name }) => name).join('; ') || null,
    inter2: shown(codes[1]),
    interaction: interactionText(codes[0], codes[1], interactions),
  };
}

/** A state's forces outside of their country are external (code 8). */
function interOf(actor: ActorRef | null, { country, type }: EventRow): InterCode | null {
  if (actor === null) return null;
  const crowd = type.acledEvent === 'Protests' ? 'protesters' : type.acledEvent === 'Riots' ? 'rioters' : null;
  if (crowd !== null && (actor.kind === 'civilians' || actor.kind === null)) return ACLED_KIND_CODE[crowd] ?? null;
  const abroad = country !== null && actor.country !== null && actor.country !== country.iso3;
  const state = actor.kind === 'military' || actor.kind === 'police' || actor.kind === 'government';
  if (abroad && state) return ACLED_KIND_CODE['external'] ?? null;
  return actor.kind === null ? null : (ACLED_KIND_CODE[actor.kind] ?? null);
}

function notes(row: EventRow, low: number | null, high: number | null): string {
  const { incident } = row;
  const what = `${row.type.name}: ${rolesInWords(incident.roles, incident.type)}, ${incident.places.map(({ name }) => name).join(' and ')}`;
  const deaths = low === null && high === null ? 'Deaths: not stated' : `Deaths in all: ${rangeInWords({ low, high })}`;
  const tolls = tollsInWords(incident);
  const disputed =
    incident.contradictions.length === 0
      ? ''
      : ` Accounts disagree on ${[...new Set(incident.contradictions.map(({ field }) => field))].join(', ')}.`;
  return `${what}. ${deaths}.${tolls === '' ? '' : ` ${tolls}.`}${disputed}`;
}

const SECONDS_OF_DAY = 86_400;

function newest(reports: EventRow['reports']): number | null {
  const day = reports
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
  const number = day === undefined ? null : parseIsoDay(day);
  return number === null ? null : number * SECONDS_OF_DAY;
}
