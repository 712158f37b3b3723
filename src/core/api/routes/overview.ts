import { z } from 'zod';
import { totalDeaths } from '../../export/deaths.ts';
import type { Incident } from '../../model/index.ts';
import { everyItem } from '../every-page.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { route } from '../route.ts';

/** More incidents than this are not drawn: the newest are. */
export const OVERVIEW_MAX = 100_000;

const texts = z.array(z.string()).readonly();
const textsOrNull = z.array(z.string().nullable()).readonly();
const numbersOrNull = z.array(z.number().nullable()).readonly();

/** Incidents column by column, the newest first, so that very many fit into one answer. */
export const Overview = z
  .object({
    /** How many fit the filter; the columns hold at most 100,000 of them. */
    total: z.int(),
    /** Of those in the columns: without coordinates, and without a day. */
    unplaced: z.int(),
    undated: z.int(),
    columns: z
      .object({
        id: texts,
        type: texts,
        country: textsOrNull,
        /** Where, with how far from it the true place may lie; null where it is not placed on the map. */
        lon: numbersOrNull,
        lat: numbersOrNull,
        radiusKm: numbersOrNull,
        precision: numbersOrNull,
        /** ISO days, both included; null where no day is known. */
        from: textsOrNull,
        to: textsOrNull,
        /** Bounds of the killed in all; null is not known, and an open high bound. */
        deathsLow: numbersOrNull,
        deathsHigh: numbersOrNull,
        contradicted: z.array(z.boolean()).readonly(),
        independentSources: z.array(z.int()).readonly(),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const overviewRoute = route({
  id: 'overview',
  method: 'GET',
  path: '/overview',
  summary: 'All incidents that fit, column by column, for a map and a timeline',
  query: z.strictObject(filterParameters),
  params: z.object({}),
  answer: Overview,
  async run({ store }, { query }) {
    const filter = filterFromQuery(query);
    const rows = await everyItem(page => store.findIncidents(filter, page), rowOf, OVERVIEW_MAX);
    const column = <K extends keyof Row>(name: K): readonly Row[K][] => rows.map(row => row[name]);
    return {
      total: rows.length,
      unplaced: rows.filter(({ lat }) => lat === null).length,
      undated: rows.filter(({ from }) => from === null).length,
      columns: {
        id: column('id'),
        type: column('type'),
        country: column('country'),
        lon: column('lon'),
        lat: column('lat'),
        radiusKm: column('radiusKm'),
        precision: column('precision'),
        from: column('from'),
        to: column('to'),
        deathsLow: column('deathsLow'),
        deathsHigh: column('deathsHigh'),
        contradicted: column('contradicted'),
        independentSources: column('independentSources'),
      },
    };
  },
});

type Row = ReturnType<typeof rowOf>;

function rowOf({ id, type, places, when, tolls, contradictions, independentSources }: Incident) {
  const place = places.find(({ lat }) => lat !== null) ?? places[0];
  const { low, high } = totalDeaths(tolls);
  return {
    id,
    type,
    country: place?.country ?? null,
    lon: place?.lon ?? null,
    lat: place?.lat ?? null,
    radiusKm: place?.radiusKm ?? null,
    precision: place?.precision ?? null,
    from: when.start,
    to: when.end,
    deathsLow: low,
    deathsHigh: high,
    contradicted: contradictions.length > 0,
    independentSources,
  };
}
