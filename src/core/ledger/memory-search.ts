import type { Incident } from '../model/incident.ts';
import type { Report } from '../model/report.ts';
import { sortedCounts } from './counting.ts';
import { type Count, CountQuery, type Dimension, Filter, type Page, type PageRequest } from './filter.ts';
import type { FoundClaim, FoundContradiction, FoundToll, Outline, TollOutline } from './found.ts';
import { type Held, type HeldClaim, type HeldIncident, type HeldReport, hold, type Searched } from './held.ts';
import { asksClaim, claimMatches, hasFigure, incidentMatches, isWithinDays, tellsOf } from './match-filter.ts';
import { OUTLINE_COLUMNS, outlineOf, TOLL_OUTLINE_COLUMNS, tollOutlineOf } from './outline.ts';
import { ORDERS, pageOf } from './page-of.ts';
import { type ClaimRow, type IncidentRow, isMeant, type ReportRow } from './rows/index.ts';
import { foldedName, saysAll, searchTerms, wholePhrase } from './search-words.ts';

/** Answers the queries of the `Store` contract by looking at everything: the measure of what databases must give. */
export class MemorySearch {
  readonly #held: Held;

  constructor(searched: Searched) {
    this.#held = hold(searched);
  }

  findClaims(filter: Filter, request: PageRequest = {}): Page<FoundClaim> {
    const asked = Filter.parse(filter);
    const terms = searchTerms(asked.text ?? '');
    const phrase = wholePhrase(terms);
    const held = this.#claims(asked).map(({ row, found }) => {
      if (terms.length === 0) return { sort: [row.day_key, row.key] as const, item: found };
      const isPhrase = phrase !== null && saysAll(row.words.split(' '), [{ words: phrase, isPrefix: false }]);
      return { sort: [phrase !== null && !isPhrase ? 1 : 0, row.key] as const, item: found };
    });
    return pageOf(terms.length === 0 ? ORDERS.claims : ORDERS.said, held, request);
  }

  findReports(filter: Filter, request: PageRequest = {}): Page<Report> {
    const asked = Filter.parse(filter);
    const terms = searchTerms(asked.text ?? '');
    const held = this.#askedReports(asked).map(({ row, report }) => ({
      sort:
        terms.length === 0 ? ([row.day_key, row.seq] as const) : ([rankOf(row, asked.text ?? ''), row.seq] as const),
      item: report,
    }));
    return pageOf(terms.length === 0 ? ORDERS.reports : ORDERS.written, held, request);
  }

  findIncidents(filter: Filter, request: PageRequest = {}): Page<Incident> {
    const held = this.#askedIncidents(Filter.parse(filter)).map(({ row, incident }) => ({
      sort: [row.day_key, row.id] as const,
      item: incident,
    }));
    return pageOf(ORDERS.incidents, held, request);
  }

  findTolls(filter: Filter, request: PageRequest = {}): Page<FoundToll> {
    const asked = Filter.parse(filter);
    const held = this.#askedIncidents(asked).flatMap(({ row, incident, tolls }) =>
      incident.tolls.flatMap((toll, position) => {
        const own = tolls[position];
        if (own === undefined || !hasFigure(own, asked)) return [];
        return [{ sort: [row.day_key, row.id, position] as const, item: { incidentId: incident.id, toll } }];
      }),
    );
    return pageOf(ORDERS.tolls, held, request);
  }

  findContradictions(filter: Filter, request: PageRequest = {}): Page<FoundContradiction> {
    const held = this.#askedIncidents(Filter.parse(filter)).flatMap(({ row, incident }) =>
      incident.contradictions.map((contradiction, position) => ({
        sort: [row.day_key, row.id, position] as const,
        item: { incidentId: incident.id, contradiction },
      })),
    );
    return pageOf(ORDERS.contradictions, held, request);
  }

  outline(filter: Filter, most: number): Outline {
    const held = this.#askedIncidents(Filter.parse(filter));
    const rows = held.map(({ row }) => row).sort(newestFirst);
    return outlineOf(
      rows.slice(0, most).map(row => OUTLINE_COLUMNS.map(name => row[name])),
      rows.length,
    );
  }

  outlineTolls(filter: Filter): TollOutline {
    const held = [...this.#askedIncidents(Filter.parse(filter))].sort((a, b) => newestFirst(a.row, b.row));
    return tollOutlineOf(
      held.flatMap(({ row, tolls }) => tolls.map(toll => [row.id, ...TOLL_OUTLINE_COLUMNS.map(name => toll[name])])),
    );
  }

  count(query: CountQuery): readonly Count[] {
    const { of, by, filter } = CountQuery.parse(query);
    const counts = new Map<string, { values: readonly (string | null)[]; count: number }>();
    const held =
      of === 'claims'
        ? this.#claims(filter)
        : of === 'reports'
          ? this.#askedReports(filter)
          : this.#askedIncidents(filter);
    for (const { row, ...rest } of held) {
      const actors = by.includes('actor') && 'actors' in rest ? rest.actors : [null];
      const source = 'report' in rest && 'source_name' in rest.report ? rest.report.source_name : null;
      for (const actor of actors.length === 0 ? [null] : actors) {
        const values = by.map(dimension => this.#valueOf(dimension, { source_name: source, ...row }, actor));
        const key = JSON.stringify(values);
        counts.set(key, { values, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
    return sortedCounts([...counts.values()]);
  }

  #valueOf(
    dimension: Dimension,
    row: Partial<ClaimRow & ReportRow & IncidentRow>,
    actor: string | null,
  ): string | null {
    switch (dimension) {
      case 'day':
        return row.day_start === undefined
          ? (row.published_at ?? null)
          : row.day_start === row.day_end
            ? row.day_start
            : null;
      case 'week':
        return row.iso_week ?? null;
      case 'type':
        return row.event_type ?? row.type ?? null;
      case 'source':
        return row.source_name ?? null;
      case 'actor':
        return actor === null ? null : this.#nameOf(actor);
      default:
        return row[dimension] ?? null;
    }
  }

  /** The first of its names by their letters. */
  #nameOf(key: string): string {
    const names = this.#held.names.filter(row => row.key === key);
    return names.map(({ name }) => name).reduce((a, b) => (a < b ? a : b));
  }

  #meant({ actor }: Filter): ReadonlySet<string> | null {
    if (actor === undefined) return null;
    const names = this.#held.names;
    return new Set(names.filter(name => isMeant(name, actor)).map(({ key }) => key));
  }

  #claims(filter: Filter): readonly HeldClaim[] {
    const meant = this.#meant(filter);
    return this.#held.reports.flatMap(({ claims }) => claims.filter(one => claimMatches(one.row, one, filter, meant)));
  }

  #askedReports(filter: Filter): readonly HeldReport[] {
    const { from: _from, to: _to, source, text, report, ...ofClaims } = filter;
    const meant = this.#meant(filter);
    const terms = searchTerms(text ?? '');
    return this.#held.reports.filter(
      ({ row, claims }) =>
        isWithinDays({ day_start: row.published_at, day_end: row.published_at }, filter) &&
        (report === undefined || row.id === report) &&
        (source === undefined || row.source_folded.includes(foldedName(source))) &&
        saysAll(row.words.split(' '), terms) &&
        (Object.values(ofClaims).every(value => value === undefined) ||
          claims.some(one => claimMatches(one.row, one, ofClaims, meant))),
    );
  }

  #askedIncidents(filter: Filter): readonly HeldIncident[] {
    const meant = this.#meant(filter);
    const terms = searchTerms(filter.text ?? '');
    return this.#held.incidents.filter(
      ({ row, tolls, actors, claims }) =>
        incidentMatches(row, tolls, actors, filter, meant) &&
        (!asksClaim(filter) ||
          claims.some(one => tellsOf(one.row, one.report, filter) && saysAll(one.row.words.split(' '), terms))),
    );
  }
}

function newestFirst(a: IncidentRow, b: IncidentRow): number {
  return compare(b.day_key, a.day_key) || compare(b.id, a.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How closely a report fits: 0 where its headline has all words, 1 where they stand together, else 2. */
function rankOf(row: ReportRow, text: string): number {
  const terms = searchTerms(text);
  const phrase = wholePhrase(terms);
  if (saysAll(row.headline_words.split(' '), terms)) return 0;
  return phrase !== null && saysAll(row.words.split(' '), [{ words: phrase, isPrefix: false }]) ? 1 : 2;
}
