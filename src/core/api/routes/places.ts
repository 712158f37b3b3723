import { z } from 'zod';
import type { Outline } from '../../ledger/index.ts';
import { PlacePrecision } from '../../model/index.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { route } from '../route.ts';
import { OVERVIEW_MAX } from './overview.ts';

/** How many places are listed, those of most incidents first. */
const PLACES_MAX = 1_000;

/** A province with how many incidents lie in it. Null: the country, or the province, is not known. */
export const ProvinceLine = z
  .object({
    country: z.string().nullable(),
    countryName: z.string().nullable(),
    admin1: z.string().nullable(),
    incidents: z.int(),
  })
  .readonly()
  .meta({ id: 'ProvinceLine' });
export type ProvinceLine = z.infer<typeof ProvinceLine>;

/** A place of incidents. Without coordinates it is not placed on the map. */
export const PlaceLine = z
  .object({
    name: z.string(),
    id: z.string().nullable(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    radiusKm: z.number().nullable(),
    precision: PlacePrecision.nullable(),
    incidents: z.int(),
  })
  .readonly()
  .meta({ id: 'PlaceLine' });
export type PlaceLine = z.infer<typeof PlaceLine>;

export const Places = z
  .object({ provinces: z.array(ProvinceLine).readonly(), places: z.array(PlaceLine).readonly() })
  .readonly()
  .meta({ id: 'Places' });
export type Places = z.infer<typeof Places>;

export const placesRoute = route({
  id: 'places',
  method: 'GET',
  path: '/places',
  summary: 'Provinces and places of the incidents that fit, those of most incidents first',
  query: z.strictObject(filterParameters),
  params: z.object({}),
  answer: Places,
  async run({ store, knowledge }, { query }) {
    const filter = filterFromQuery(query);
    const [counts, { columns }] = await Promise.all([
      store.count({ of: 'incidents', by: ['country', 'admin1'], filter }),
      store.outline(filter, OVERVIEW_MAX),
    ]);
    return {
      provinces: counts
        .map(({ values: [country = null, admin1 = null], count }) => {
          const countryName = country === null ? null : (knowledge.countries.get(country) ?? country);
          return { country, countryName, admin1, incidents: count };
        })
        .sort((a, b) => b.incidents - a.incidents),
      places: placesOf(columns)
        .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1))
        .slice(0, PLACES_MAX),
    };
  },
});

/** The places of incidents, each with how many: of an incident of several places, the first that is on the map. */
function placesOf(columns: Outline['columns']): PlaceLine[] {
  const places = new Map<string, PlaceLine>();
  for (const [i, name] of columns.placeName.entries()) {
    if (name === null) continue;
    const id = columns.placeId[i] ?? null;
    const country = columns.country[i] ?? null;
    const admin1 = columns.admin1[i] ?? null;
    const key = id ?? `${name}|${country}|${admin1}`;
    places.set(key, {
      name,
      id,
      country,
      admin1,
      lat: columns.lat[i] ?? null,
      lon: columns.lon[i] ?? null,
      radiusKm: columns.radiusKm[i] ?? null,
      precision: columns.precision[i] ?? null,
      incidents: (places.get(key)?.incidents ?? 0) + 1,
    });
  }
  return [...places.values()];
}
