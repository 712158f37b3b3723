import type { Place } from '../../../model/place.ts';

/** A place with coordinates: what a map can show. */
export type Placed = Place & { readonly lat: number; readonly lon: number; readonly radiusKm: number };

/** A box in degrees. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** A stretch of the map in degrees, and how degrees become pixels. */
export interface Frame extends Box {
  readonly width: number;
  readonly height: number;
  readonly pxPerLon: number;
  readonly pxPerLat: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const kmPerDegree = 111.2;
/** Less than this to each side of the places would show no outline to go by. */
const marginDegrees = 0.9;
/** Circles of more than this do not widen the map of a town, unless the finest place is wide itself. */
const reachKmMin = 250;
const world: Box = { south: -56, north: 78, west: -170, east: 180 };

/** The box round points and circles; a province's or sea's circle does not blow up the map of a town. */
export function boxOfPlaces(placed: readonly Placed[]): Box {
  const finest = Math.min(...placed.map(place => place.radiusKm));
  const reach = Math.max(reachKmMin, finest * 3);
  return boxAround(
    placed.map(({ lat, lon, radiusKm }) => {
      const up = Math.min(radiusKm, reach) / kmPerDegree;
      const side = up / squeezeAt(lat);
      return { south: lat - up, north: lat + up, west: lon - side, east: lon + side };
    }),
  );
}

/** The least box that holds some boxes; the world where there are none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return world;
  return {
    south: Math.min(...boxes.map(box => box.south)),
    north: Math.max(...boxes.map(box => box.north)),
    west: Math.min(...boxes.map(box => box.west)),
    east: Math.max(...boxes.map(box => box.east)),
  };
}

/** A map of a box, as wide as asked for and as high as its shape needs, within what is good to look at. */
export function frameOf(box: Box, width: number): Frame {
  const south = Math.max(-89, box.south - marginDegrees);
  const north = Math.min(89, box.north + marginDegrees);
  const lat = (south + north) / 2;
  const lon = (box.west + box.east) / 2;
  const squeeze = squeezeAt(lat);
  const wide = (box.east - box.west + (2 * marginDegrees) / squeeze) * squeeze;
  const height = Math.round(Math.min(width * 0.85, Math.max(width * 0.5, (width * (north - south)) / wide)));
  const pxPerLat = Math.min(width / wide, height / (north - south));
  const pxPerLon = pxPerLat * squeeze;
  return {
    south: lat - height / 2 / pxPerLat,
    north: lat + height / 2 / pxPerLat,
    west: lon - width / 2 / pxPerLon,
    east: lon + width / 2 / pxPerLon,
    width,
    height,
    pxPerLon,
    pxPerLat,
  };
}

/** Where a point stands on the map, to a tenth of a pixel. */
export function pixels(lat: number, lon: number, frame: Frame): Point {
  return { x: tenths((lon - frame.west) * frame.pxPerLon), y: tenths((frame.north - lat) * frame.pxPerLat) };
}

/** The half axes of what a circle on the ground is on the map. */
export function axesOf({ lat, radiusKm }: Pick<Placed, 'lat' | 'radiusKm'>, frame: Frame): Point {
  const y = (radiusKm * frame.pxPerLat) / kmPerDegree;
  return { x: tenths((y * frame.pxPerLon) / frame.pxPerLat / squeezeAt(lat)), y: tenths(y) };
}

export function isInside({ x, y }: Point, frame: Frame): boolean {
  return x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How much shorter a degree of longitude is than one of latitude; bounded, so that poles do not divide by nothing. */
function squeezeAt(lat: number): number {
  return Math.max(0.2, Math.cos((lat * Math.PI) / 180));
}
