import { parseIsoDay } from '../../base/iso-day.ts';
import type { CodedReport } from '../../ledger/index.ts';
import { type ActorRef, estimate, exactly, type Place, type When } from '../../model/index.ts';
import { actorOf, codedRow, type ForeignClaim, type ForeignRow, numberIn, rowReport } from './foreign-row.ts';
import type { ForeignTables } from './read-acled.ts';

/** The columns without which a table is not in UCDP GED's shape. */
export const UCDP_NEEDS = [
  'type_of_violence',
  'side_a',
  'side_b',
  'date_start',
  'date_end',
  'latitude',
  'longitude',
  'best',
  'high',
  'low',
] as const;

/** Where_prec as a radius in kilometres. */
const RADIUS = [0, 5, 25, 40, 100, 150, 500, 300] as const;

/** A row in UCDP GED's shape as a report coded by `import:ucdp`. Throws a `RangeError` that says what cannot be read. */
export function readUcdpRow(row: ForeignRow, tables: ForeignTables): CodedReport {
  const report = rowReport(row, row['source_office'] ? { source: { name: row['source_office'] } } : {});
  const [start, end] = ['date_start', 'date_end'].map(column => (row[column] ?? '').slice(0, 10));
  if (start === undefined || end === undefined || parseIsoDay(start) === null || parseIsoDay(end) === null) {
    throw new RangeError(`date_start ${JSON.stringify(start)} or date_end ${JSON.stringify(end)} is no day`);
  }
  const [a, b] = [sideOf(row, 'side_a'), sideOf(row, 'side_b')];
  const oneSided = numberIn(row, 'type_of_violence') === 3;
  const place = placeOf(row, tables);
  const event: ForeignClaim = {
    column: 'type_of_violence',
    content: {
      kind: 'event',
      type: oneSided ? 'civilian-attack' : 'armed-clash',
      roles: oneSided
        ? [
            { role: 'actor', actor: a },
            { role: 'recipient', actor: b },
          ]
        : [a, b].map(actor => ({ role: 'party', actor })),
      places: place === null ? [] : [place],
      when: whenOf(start, end, numberIn(row, 'date_prec') ?? 1),
      object: null,
      began: false,
      outcome: null,
      times: null,
    },
  };
  return codedRow(row, report, { coder: 'import:ucdp', claims: [event, ...deathsOf(row, a, b)], problems: [] });
}

/** The total as a range, and each side that has dead. A 0 of UCDP's four columns may mean that nobody gives a figure. */
function deathsOf(row: ForeignRow, a: ActorRef, b: ActorRef): readonly ForeignClaim[] {
  const [low, best, high] = [numberIn(row, 'low'), numberIn(row, 'best'), numberIn(row, 'high')];
  const bounds = [low, best, high].filter(value => value !== null);
  const least = bounds.length === 0 ? null : Math.min(...bounds);
  const total =
    best === null
      ? []
      : [
          casualty(
            'best',
            estimate(least, best, high === null ? null : Math.max(high, best), 'between'),
            null,
            'unknown',
          ),
        ];
  const sides = [
    ['deaths_a', a, 'combatant'],
    ['deaths_b', b, b.kind === 'civilians' ? 'civilian' : 'combatant'],
    ['deaths_civilians', actorOf('Civilians', 'civilians', null), 'civilian'],
  ] as const;
  return [
    ...total,
    ...sides.flatMap(([column, side, status]) => {
      const dead = numberIn(row, column) ?? 0;
      return dead > 0 ? [casualty(column, exactly(dead), side, status)] : [];
    }),
  ];
}

function casualty(
  column: string,
  count: ReturnType<typeof exactly>,
  side: ActorRef | null,
  status: string,
): ForeignClaim {
  const victims = { side, status, words: null, span: null, partOf: null, addsTo: null };
  return {
    column,
    content: {
      kind: 'casualty',
      harm: 'killed',
      estimate: count,
      victims,
      unit: 'persons',
      place: null,
      period: null,
      supersedes: null,
    },
  };
}

function sideOf(row: ForeignRow, column: string): ActorRef {
  const name = (row[column] ?? '').trim();
  if (name === '') throw new RangeError(`${column} is empty`);
  if (/^civilians$/i.test(name)) return actorOf('Civilians', 'civilians', null);
  return actorOf(name, /^government of /i.test(name) ? 'government' : 'armed-group', null);
}

function placeOf(row: ForeignRow, { countries }: ForeignTables): Place | null {
  const [lat, lon] = [numberIn(row, 'latitude'), numberIn(row, 'longitude')];
  const precision = numberIn(row, 'where_prec') ?? 1;
  const radiusKm = RADIUS[precision];
  if (lat === null || lon === null || radiusKm === undefined || radiusKm === 0) return null;
  const number = numberIn(row, 'country_id');
  const country = [...countries.values()].find(({ gw }) => gw !== null && gw === number)?.iso3 ?? null;
  const name = (row['where_coordinates'] ?? '').trim() || (row['adm_1'] ?? '').trim() || 'place of the row';
  const admin1 = (row['adm_1'] ?? '').trim();
  return {
    name,
    span: null,
    id: null,
    lat,
    lon,
    radiusKm,
    precision,
    country,
    admin1: admin1 === '' ? null : admin1,
    basis: 'stated',
    why: 'columns of the row',
  };
}

function whenOf(start: string, end: string, precision: number): When {
  const [first, last] = start <= end ? [start, end] : [end, start];
  const known = Math.min(5, Math.max(1, precision));
  return {
    words: null,
    span: null,
    start: first,
    end: last,
    precision: known,
    partOfDay: null,
    basis: 'stated',
    why: 'columns of the row',
  };
}
