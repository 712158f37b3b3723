import type { ActorRef, Place } from '../../model/index.ts';
import type { ExportContext } from '../export-context.ts';
import { type PloverEvent, ploverEvents, ploverScore, ploverSector } from '../plover-events.ts';
import type { Refusal } from '../table.ts';

/** Records in the shape of PLOVER's JSON, with the stamp of the export before them. */
export function ploverDocument(context: ExportContext): { document: object; refusals: readonly Refusal[] } {
  const { events, refusals } = ploverEvents(context);
  return { document: { casus: context.stamp, records: events.map(event => ploverRecord(event, context)) }, refusals };
}

function ploverRecord(event: PloverEvent, context: ExportContext): object {
  const [claim] = event.claims;
  const [report] = event.reports;
  return {
    id: event.id,
    has_event: true,
    date: event.date,
    time: null,
    enddate: event.endDate,
    endtime: null,
    actor: event.actors.map(entity),
    recipient: event.recipients.map(entity),
    event: [{ event_text: claim?.evidence.quote ?? null, dead: size(event.killed), injured: size(event.injured) }],
    event_loc: event.place === null ? [] : [location(event.place, context)],
    event_text: event.claims.map(({ evidence }) => evidence.quote),
    quad_code: event.quad,
    event_scale: ploverScore(event.root),
    category: event.root,
    mode: event.mode === '' ? [] : [event.mode],
    context: [],
    link: event.reports.flatMap(({ url }) => url ?? []),
    text: null,
    text_info: null,
    cite_info: event.reports.map(({ source, publishedAt }) => ({ publisher: source?.name ?? null, date: publishedAt })),
    coder: context.stamp.coders.join('; '),
    coded_date: null,
    coded_time: null,
    comment: report === undefined ? null : `casus claims ${event.claims.map(({ id }) => id).join(', ')}`,
  };
}

/** A number of people as the range that accounts give: PLOVER has one figure, we keep the bounds. */
function size({ low, high }: PloverEvent['killed']): { low: number | null; high: number | null } {
  return { low, high };
}

function entity(actor: ActorRef): object {
  return {
    code: actor.country,
    sector: [ploverSector(actor)],
    entity_text: actor.name,
    identifier_id: null,
    identifier_text: actor.id,
    religion: null,
    ethnicity: null,
    office: actor.kind === 'office' ? actor.name : null,
    gender: null,
    age: null,
  };
}

/** PLOVER's resolution: 5 within a city, 4 city, 3 district, 2 province, 1 country. */
function location(place: Place, context: ExportContext): object {
  const resolution =
    place.precision === null
      ? null
      : place.precision <= 2
        ? 4
        : place.precision === 3
          ? 3
          : place.precision <= 5
            ? 2
            : 1;
  return {
    extracted_place: place.name,
    resolved_place: place.id === null ? null : place.name,
    geonameid: place.id?.startsWith('gn:') ? Number(place.id.slice(3)) : null,
    lat: place.lat,
    lon: place.lon,
    city: place.precision !== null && place.precision <= 2 ? place.name : null,
    district: place.precision === 3 ? place.name : null,
    province: place.admin1,
    country: place.country === null ? null : (context.countries.get(place.country)?.name ?? null),
    country_code: place.country,
    feature_class: null,
    feature_code: null,
    resolution,
  };
}
