import { asksClaim, asksFigure, type Box, type Filter, foldedName } from '../../core/ledger/index.ts';
import { leastProduct, unitVector } from '../../core/ledger/rows/index.ts';
import { type Asked, allOf, type Clause, clause, isOneOf, type SqlDialect } from './sql-database.ts';

const KM_PER_DEGREE = 111.19;

/** The conditions on a claim `c`, but for what it says. */
export function claimClauses(asked: Asked, dialect: SqlDialect): readonly Clause[] {
  const { filter } = asked;
  return [
    ...dayClauses('c', filter),
    ...placeClauses('c', filter),
    ...equals('c.event_type', filter.type),
    ...actorClauses('claim', 'c', asked),
    ...figureClauses('c', filter),
    ...equals('c.harm', filter.harm),
    ...equals('c.report_id', filter.report),
    ...ofIncident(filter.incident === undefined ? null : clause('i.id = ?', filter.incident)),
    ...ofIncident(filter.contradicted === undefined ? null : isContradicted(filter.contradicted)),
    ...tellingClauses(filter, dialect),
  ];
}

/** The conditions on an incident `i`. */
export function incidentClauses(asked: Asked, dialect: SqlDialect): readonly Clause[] {
  const { filter, matches } = asked;
  const toll = allOf([
    clause('t.incident_key = i.key'),
    ...equals('t.harm', filter.harm),
    ...figureClauses('t', filter),
  ]);
  const said = matches.length === 0 ? [] : [dialect.claimSays(matches)];
  const told = allOf([...equals('c.report_id', filter.report), ...tellingClauses(filter, dialect), ...said]);
  return [
    ...dayClauses('i', filter),
    ...placeClauses('i', filter),
    ...equals('i.type', filter.type),
    ...equals('i.id', filter.incident),
    ...(filter.contradicted === undefined ? [] : [isContradicted(filter.contradicted)]),
    ...actorClauses('incident', 'i', asked),
    ...(asksFigure(filter) ? [clause(`EXISTS (SELECT 1 FROM toll t WHERE ${toll.sql})`, ...toll.values)] : []),
    ...(asksClaim(filter)
      ? [
          clause(
            `EXISTS (SELECT 1 FROM incident_link l JOIN claim c ON c.event_id = l.event_id AND c.report_id = l.report_id
            WHERE l.incident_key = i.key AND ${told.sql})`,
            ...told.values,
          ),
        ]
      : []),
  ];
}

/** The conditions on a report `r`, but for what it says. */
export function reportClauses({ filter, actors }: Asked, dialect: SqlDialect): readonly Clause[] {
  const { from, to, source, text: _text, report, ...ofClaims } = filter;
  const claim = allOf([
    clause('c.report_id = r.id'),
    ...claimClauses({ filter: ofClaims, actors, matches: [] }, dialect),
  ]);
  return [
    ...(from === undefined ? [] : [clause('r.day_key >= ?', from)]),
    ...(to === undefined ? [] : [clause('r.day_key <= ?', to)]),
    ...(from === undefined && to === undefined ? [] : [clause(`r.day_key <> ''`)]),
    ...equals('r.id', report),
    ...(source === undefined ? [] : [dialect.contains('r.source_folded', foldedName(source))]),
    ...(Object.values(ofClaims).every(value => value === undefined)
      ? []
      : [clause(`EXISTS (SELECT 1 FROM claim c WHERE ${claim.sql})`, ...claim.values)]),
  ];
}

/** The conditions on a row `t` of a toll that is itself looked for. */
export function tollClauses(filter: Filter): readonly Clause[] {
  return [...equals('t.harm', filter.harm), ...figureClauses('t', filter)];
}

/** The parts of the map that a filter names, none of them over the 180th meridian; null where it names none. */
export function boxesOf({ box, near }: Filter): readonly Box[] | null {
  if (box !== undefined) return split(box);
  if (near === undefined) return null;
  const rise = near.km / KM_PER_DEGREE + 0.01;
  const [south, north] = [near.lat - rise, near.lat + rise];
  const isPolar = south <= -90 || north >= 90;
  const turn = isPolar ? 180 : rise / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180) + 0.01;
  if (turn >= 180) return [{ west: -180, east: 180, south: Math.max(-90, south), north: Math.min(90, north) }];
  return split({ west: around(near.lon - turn), east: around(near.lon + turn), south, north });
}

function split({ west, east, south, north }: Box): readonly Box[] {
  if (west <= east) return [{ west, east, south, north }];
  return [
    { west, east: 180, south, north },
    { west: -180, east, south, north },
  ];
}

function around(lon: number): number {
  return lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;
}

/** What always speaks of one claim. */
function tellingClauses(filter: Filter, dialect: SqlDialect): readonly Clause[] {
  const { claim, kind, act, scope, review, claimant, source } = filter;
  const published = source === undefined ? null : dialect.contains('p.source_folded', foldedName(source));
  return [
    review === 'edited' || review === 'rejected' ? clause('c.review = ?', review) : clause(`c.review <> 'rejected'`),
    ...equals('c.id', claim),
    ...equals('c.kind', kind),
    ...equals('c.act', act),
    ...equals('c.scope', scope),
    ...(claimant === undefined ? [] : [dialect.contains('c.claimant_folded', foldedName(claimant))]),
    ...(published === null
      ? []
      : [clause(`EXISTS (SELECT 1 FROM report p WHERE p.id = c.report_id AND ${published.sql})`, ...published.values)]),
  ];
}

function dayClauses(alias: string, { from, to }: Filter): readonly Clause[] {
  return [
    ...(from === undefined ? [] : [clause(`${alias}.day_end >= ?`, from)]),
    ...(to === undefined ? [] : [clause(`${alias}.day_key <= ?`, to)]),
    ...(from === undefined && to === undefined ? [] : [clause(`${alias}.day_start IS NOT NULL`)]),
  ];
}

function placeClauses(alias: string, filter: Filter): readonly Clause[] {
  const { country, admin1, box, near } = filter;
  const clauses = [...equals(`${alias}.country`, country), ...equals(`${alias}.admin1`, admin1)];
  if (box !== undefined) {
    const { west, south, east, north } = box;
    clauses.push(clause(`${alias}.x IS NOT NULL AND ${alias}.lat BETWEEN ? AND ?`, south, north));
    if (west <= east) clauses.push(clause(`${alias}.lon BETWEEN ? AND ?`, west, east));
    else clauses.push(clause(`(${alias}.lon >= ? OR ${alias}.lon <= ?)`, west, east));
  }
  if (near !== undefined) {
    const { x, y, z } = unitVector(near.lat, near.lon);
    const product = `${alias}.x * ? + ${alias}.y * ? + ${alias}.z * ?`;
    clauses.push(clause(`${product} >= ?`, x, y, z, leastProduct(near.km)));
  }
  return clauses;
}

/** Families are no persons: a figure of them is never compared with one. */
function figureClauses(alias: string, { atLeast, atMost }: Filter): readonly Clause[] {
  if (atLeast === undefined && atMost === undefined) return [];
  return [
    clause(`(${alias}.unit IS NULL OR ${alias}.unit <> 'families')`),
    ...(atLeast === undefined ? [] : [clause(`${alias}.figure_max >= ?`, atLeast)]),
    ...(atMost === undefined ? [] : [clause(`${alias}.figure_min <= ?`, atMost)]),
  ];
}

function actorClauses(noun: 'claim' | 'incident', alias: string, { actors }: Asked): readonly Clause[] {
  if (actors === null) return [];
  const meant = isOneOf('a.actor_key', actors);
  const key = `a.${noun}_key = ${alias}.key`;
  return [clause(`EXISTS (SELECT 1 FROM ${noun}_actor a WHERE ${key} AND ${meant.sql})`, ...meant.values)];
}

function ofIncident(condition: Clause | null): readonly Clause[] {
  if (condition === null) return [];
  return [
    clause(
      `EXISTS (SELECT 1 FROM incident_link l JOIN incident i ON i.key = l.incident_key
      WHERE l.event_id = c.event_id AND l.report_id = c.report_id AND ${condition.sql})`,
      ...condition.values,
    ),
  ];
}

function isContradicted(wanted: boolean): Clause {
  return clause(wanted ? 'i.contradictions > 0' : 'i.contradictions = 0');
}

function equals(column: string, value: string | undefined): readonly Clause[] {
  return value === undefined ? [] : [clause(`${column} = ?`, value)];
}
