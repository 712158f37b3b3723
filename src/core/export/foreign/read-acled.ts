import { formatIsoDay, parseIsoDay } from '../../base/iso-day.ts';
import type { EventTypeEntry } from '../../coding/index.ts';
import type { CodedReport } from '../../ledger/index.ts';
import { type ActorKind, exactly, type Place, type When } from '../../model/index.ts';
import type { CountryCode } from '../country-codes.ts';
import { actorOf, codedRow, type ForeignClaim, type ForeignRow, numberIn, rowReport } from './foreign-row.ts';

export interface ForeignTables {
  readonly eventTypes: ReadonlyMap<string, EventTypeEntry>;
  readonly countries: ReadonlyMap<string, CountryCode>;
}

/** The columns without which a table is not in ACLED's shape. */
export const ACLED_NEEDS = [
  'event_date',
  'event_type',
  'sub_event_type',
  'actor1',
  'location',
  'latitude',
  'longitude',
] as const;

/** A row in ACLED's shape as a report coded by `import:acled`. Throws a `RangeError` that says what cannot be read. */
export function readAcledRow(row: ForeignRow, tables: ForeignTables): CodedReport {
  const report = rowReport(row, row['source'] ? { source: { name: row['source'] } } : {});
  const day = row['event_date'] ?? '';
  if (parseIsoDay(day) === null) throw new RangeError(`event_date ${JSON.stringify(day)} is no day`);
  const type = typeOf(row, tables);
  const country = countryOf(row, tables);
  const place = placeOf(row, country);
  const actors = [
    ...namesIn(row, 'actor1', 'assoc_actor_1').map(name => ({
      role: 'actor',
      actor: actorOf(name, kindOf(row['inter1'], name), null),
    })),
    ...namesIn(row, 'actor2', 'assoc_actor_2').map(name => ({
      role: 'recipient',
      actor: actorOf(name, kindOf(row['inter2'], name), null),
    })),
  ];
  const event: ForeignClaim = {
    column: 'sub_event_type',
    content: {
      kind: 'event',
      type,
      roles: actors,
      places: place === null ? [] : [place],
      when: whenOf(day, row),
      object: null,
      began: false,
      outcome: null,
      times: null,
    },
  };
  const dead = numberIn(row, 'fatalities');
  const deaths: readonly ForeignClaim[] = dead === null ? [] : [deathClaim('fatalities', dead)];
  return codedRow(row, report, { coder: 'import:acled', claims: [event, ...deaths], problems: [] });
}

/** So many dead whose side and status the column does not tell. */
export function deathClaim(column: string, dead: number): ForeignClaim {
  const victims = { side: null, status: 'unknown', words: null, span: null, partOf: null, addsTo: null };
  return {
    column,
    content: {
      kind: 'casualty',
      harm: 'killed',
      estimate: exactly(dead),
      victims,
      unit: 'persons',
      place: null,
      period: null,
      supersedes: null,
    },
  };
}

/** The type whose crosswalk names this sub-event, the more telling one first. */
function typeOf(row: ForeignRow, { eventTypes }: ForeignTables): string {
  const fits = [...eventTypes.values()].filter(
    entry => entry.acledEvent === row['event_type'] && entry.acledSubEvent === row['sub_event_type'],
  );
  const found = fits.find(({ detail }) => detail !== 'broad') ?? fits[0];
  if (found === undefined) throw new RangeError(`no event type for ${row['event_type']}, ${row['sub_event_type']}`);
  return found.id;
}

function countryOf(row: ForeignRow, { countries }: ForeignTables): string | null {
  const number = numberIn(row, 'iso');
  const name = (row['country'] ?? '').toLowerCase();
  const found = [...countries.values()].find(
    code => (number !== null && code.number === number) || code.name.toLowerCase() === name,
  );
  return found?.iso3 ?? null;
}

/** ACLED's geo_precision as a radius: the place, near it, or a region. */
function placeOf(row: ForeignRow, country: string | null): Place | null {
  const [lat, lon, precision] = [
    numberIn(row, 'latitude'),
    numberIn(row, 'longitude'),
    numberIn(row, 'geo_precision') ?? 1,
  ];
  const name = (row['location'] ?? '').trim();
  if (name === '') return null;
  const at = lat === null || lon === null ? null : { lat, lon };
  const shape = {
    1: { radiusKm: 5, precision: 1 },
    2: { radiusKm: 25, precision: 2 },
    3: { radiusKm: 100, precision: 4 },
  }[precision];
  const placed =
    at === null || shape === undefined
      ? { lat: null, lon: null, radiusKm: null, precision: null }
      : { ...at, ...shape };
  const admin1 = (row['admin1'] ?? '').trim();
  return {
    name,
    span: null,
    id: null,
    ...placed,
    country,
    admin1: admin1 === '' ? null : admin1,
    basis: 'stated',
    why: 'columns of the row',
  };
}

/** ACLED's time_precision: 1 the day, 2 the week around it, 3 its month. */
function whenOf(day: string, row: ForeignRow): When {
  const number = parseIsoDay(day) ?? 0;
  const precision = numberIn(row, 'time_precision') ?? 1;
  const month = day.slice(0, 8);
  const last = [31, 30, 29, 28].map(date => `${month}${date}`).find(text => parseIsoDay(text) !== null) ?? day;
  const spans: Readonly<Record<number, readonly [string, string, number]>> = {
    1: [day, day, 1],
    2: [formatIsoDay(number - 3) ?? day, formatIsoDay(number + 3) ?? day, 3],
    3: [`${month}01`, last, 4],
  };
  const [start, end, known] = spans[precision] ?? [day, day, 1];
  return {
    words: null,
    span: null,
    start,
    end,
    precision: known,
    partOfDay: null,
    basis: 'stated',
    why: 'columns of the row',
  };
}

function namesIn(row: ForeignRow, ...columns: readonly string[]): readonly string[] {
  return columns.flatMap(column => (row[column] ?? '').split(';').map(name => name.trim())).filter(name => name !== '');
}

const KINDS: Readonly<Record<string, ActorKind>> = {
  '1': 'military',
  'state forces': 'military',
  '2': 'armed-group',
  'rebel group': 'armed-group',
  '3': 'militia',
  'political militia': 'militia',
  '4': 'militia',
  'identity militia': 'militia',
  '5': 'civilians',
  rioters: 'civilians',
  '6': 'civilians',
  protesters: 'civilians',
  '7': 'civilians',
  civilians: 'civilians',
};

function kindOf(inter: string | undefined, name: string): ActorKind | null {
  if (/^police/i.test(name)) return 'police';
  return KINDS[(inter ?? '').trim().toLowerCase()] ?? null;
}
