import type { ActorRef } from '../../model/index.ts';
import { publishersOf } from '../event-row.ts';
import type { ExportContext } from '../export-context.ts';
import { type PloverEvent, ploverEvents, ploverScore, ploverSector } from '../plover-events.ts';
import { stampLine } from '../stamp.ts';
import { type Cell, column, rowOf, type TableExport } from '../table.ts';

/** POLECAT's 40 columns in its order, and three of ours at the end. */
const COLUMNS = [
  column('Event ID', 'text', 'Our incident or claim id.'),
  column('Event Date', 'day', 'First day; for speech the day of publication.'),
  column('Event Type', 'text', 'PLOVER category.'),
  column('Event Mode', 'text', 'PLOVER mode; empty where the words do not tell it.'),
  column('Intensity', 'number', 'PLOVER score, where its table gives one.'),
  column('Quad Code', 'text', 'Verbal or material, cooperation or conflict.'),
  column('Contexts', 'text', 'Empty: not coded.'),
  column('Actor Name', 'text', 'Who acts, joined by "; ".'),
  column('Actor Country', 'text', 'Country of the first of them.'),
  column('Actor COW', 'integer', 'Correlates of War number of that country.'),
  column('Primary Actor Sector', 'text', 'Sector of the first of them.'),
  column('Actor Sectors', 'text', 'Sectors of all.'),
  column('Actor Title', 'text', 'Empty.'),
  column('Actor Name Raw', 'text', 'The words of the report.'),
  column('Wikipedia Actor ID', 'text', 'Empty: no mapping.'),
  column('Recipient Name', 'text', 'Who is acted upon, joined by "; ".'),
  column('Recipient Country', 'text', 'Country of the first of them.'),
  column('Recipient COW', 'integer', 'Correlates of War number of that country.'),
  column('Primary Recipient Sector', 'text', 'Sector of the first of them.'),
  column('Recipient Sectors', 'text', 'Sectors of all.'),
  column('Recipient Title', 'text', 'Empty.'),
  column('Recipient Name Raw', 'text', 'The words of the report.'),
  column('Wikipedia Recipient ID', 'text', 'Empty: no mapping.'),
  column('Placename', 'text', 'Name of the place.'),
  column('City', 'text', 'The place, where it is a settlement or near one.'),
  column('District', 'text', 'The place, where it is a district.'),
  column('Province', 'text', 'Largest unit below the country.'),
  column('Country', 'text', 'Country of the place.'),
  column('Latitude', 'number', 'Degrees, WGS 84.'),
  column('Longitude', 'number', 'Degrees, WGS 84.'),
  column('GeoNames ID', 'integer', 'GeoNames id of the place, where it has one.'),
  column('Raw Placename', 'text', 'The words of the report.'),
  column('Feature Type', 'text', 'Empty.'),
  column('Source', 'text', 'Publishers, joined by "; ".'),
  column('Publication Date', 'day', 'Day of the first report.'),
  column('Story People', 'text', 'Empty.'),
  column('Story Organizations', 'text', 'Empty.'),
  column('Story Locations', 'text', 'Empty.'),
  column('Language', 'text', 'ISO 639-1 code of the first report.'),
  column('Version', 'text', 'Version of casus.'),
  column('casus_incident_id', 'text', 'Id of the incident in the ledger; empty for speech.'),
  column('casus_claim_ids', 'text', 'Ids of the claims, joined by "; ".'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

const QUADS = ['', 'VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'] as const;

/** Incidents and speech as rows of POLECAT's shape. */
export function polecatTable(context: ExportContext): TableExport {
  const { events, refusals } = ploverEvents(context);
  const rows = events.map(event => rowOf(COLUMNS, values(event, context)));
  return { table: { name: 'polecat', title: 'Events in the shape of POLECAT rows', columns: COLUMNS, rows }, refusals };
}

function values(event: PloverEvent, context: ExportContext): Readonly<Record<string, Cell>> {
  const [report] = event.reports;
  return {
    'Event ID': event.id,
    'Event Date': event.date,
    'Event Type': event.root,
    'Event Mode': event.mode || null,
    Intensity: ploverScore(event.root),
    'Quad Code': QUADS[event.quad] ?? null,
    ...actorValues('Actor', event.actors, context),
    ...actorValues('Recipient', event.recipients, context),
    ...placeValues(event, context),
    Source: publishersOf(event.reports).join('; ') || null,
    'Publication Date': report?.publishedAt ?? null,
    Language: report?.language ?? null,
    Version: context.stamp.generator,
    casus_incident_id: event.incidentId,
    casus_claim_ids: event.claims.map(({ id }) => id).join('; '),
    casus_export: stampLine(context.stamp),
  };
}

function actorValues(who: 'Actor' | 'Recipient', actors: readonly ActorRef[], context: ExportContext) {
  const [first] = actors;
  const country = first?.country ?? null;
  return {
    [`${who} Name`]: actors.map(({ name }) => name).join('; ') || null,
    [`${who} Country`]: country,
    [`${who} COW`]: country === null ? null : (context.countries.get(country)?.cow ?? null),
    [`Primary ${who} Sector`]: first === undefined ? null : ploverSector(first),
    [`${who} Sectors`]: [...new Set(actors.map(ploverSector))].join('; ') || null,
    [`${who} Name Raw`]: null,
  };
}

function placeValues({ place }: PloverEvent, context: ExportContext): Readonly<Record<string, Cell>> {
  if (place === null) return {};
  const { name, precision, country } = place;
  return {
    Placename: name,
    City: precision !== null && precision <= 2 ? name : null,
    District: precision === 3 ? name : null,
    Province: place.admin1,
    Country: country === null ? null : (context.countries.get(country)?.name ?? null),
    Latitude: place.lat,
    Longitude: place.lon,
    'GeoNames ID': place.id?.startsWith('gn:') ? Number(place.id.slice(3)) : null,
    'Raw Placename': name,
  };
}
