import { z } from 'zod';
import { Basis } from './basis.ts';
import { Span } from './span.ts';

/** UCDP's where_prec: 1 exact, 2 within 25 km, 3 district, 4 province, 5 line or fuzzy area, 6 country, 7 sea or air. */
export const PlacePrecision = z.int().min(1).max(7).meta({ id: 'PlacePrecision' });

/**
 * Where something is, as far as the words tell. An unresolved place keeps its words and has no coordinates: it is never
 * put at a default pin. `radiusKm` is how far from the coordinates the true place may lie.
 */
export const Place = z
  .object({
    name: z.string().min(1),
    span: Span.nullable(),
    /** Gazetteer id, `gn:1234` or `iso:PAK`; null where the name is not resolved. */
    id: z.string().nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    radiusKm: z.number().positive().nullable(),
    precision: PlacePrecision.nullable(),
    country: z.string().length(3).nullable(),
    admin1: z.string().nullable(),
    basis: Basis,
    /** The reason for this choice, in words. */
    why: z.string(),
  })
  .refine(
    place => (place.lat === null) === (place.lon === null) && (place.lat === null) === (place.radiusKm === null),
    {
      error: 'coordinates come as latitude, longitude and radius, or not at all',
    },
  )
  .readonly()
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

/** ACLED's geo_precision from UCDP's: 1 exact place, 2 part of a region, 3 region; null where a row cannot be placed. */
export function geoPrecision(precision: number): 1 | 2 | 3 | null {
  if (precision === 1) return 1;
  if (precision <= 3) return 2;
  return precision <= 5 ? 3 : null;
}
