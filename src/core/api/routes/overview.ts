import { z } from 'zod';
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
    const { total, columns } = await store.outline(filterFromQuery(query), OVERVIEW_MAX);
    const { id, type, country, lon, lat, radiusKm, precision, from, to, deathsLow, deathsHigh, contradictions } =
      columns;
    return {
      total,
      unplaced: lat.filter(one => one === null).length,
      undated: from.filter(one => one === null).length,
      columns: {
        id,
        type,
        country,
        lon,
        lat,
        radiusKm,
        precision,
        from,
        to,
        deathsLow,
        deathsHigh,
        contradicted: contradictions.map(count => count > 0),
        independentSources: columns.independentSources,
      },
    };
  },
});
