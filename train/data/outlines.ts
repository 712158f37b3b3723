import { readFileSync } from 'node:fs';
import { distanceKm } from '../../src/core/base/distance.ts';

/** A closed ring of `[longitude, latitude]`. */
export type Ring = readonly (readonly number[])[];

/** An outline with the properties that its file gives it. */
export interface Outline {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly rings: readonly Ring[];
}

/** A label point and how far the outline reaches from it. */
export interface Disc {
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
}

/** The outer rings of a GeoJSON file's polygons. */
export function readGeojson(path: string): Outline[] {
  const { features } = JSON.parse(readFileSync(path, 'utf8'));
  return features.map(
    (feature: { properties: Outline['properties']; geometry: { type: string; coordinates: never } }) => ({
      properties: feature.properties,
      rings: outerRings(feature.geometry.type, feature.geometry.coordinates),
    }),
  );
}

/** The outer rings of a TopoJSON file without quantisation. */
export function readTopojson(path: string, object: string): Outline[] {
  const topology = JSON.parse(readFileSync(path, 'utf8'));
  const arcs: Ring[] = topology.arcs;
  const arcOf = (index: number): Ring => (index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []));
  const ringOf = (indexes: number[]): Ring => indexes.flatMap((index, at) => arcOf(index).slice(at === 0 ? 0 : 1));
  return topology.objects[object].geometries
    .filter((geometry: { type: string | null }) => geometry.type)
    .map((geometry: { type: string; arcs: number[][] | number[][][]; properties: Outline['properties'] }) => ({
      properties: geometry.properties,
      rings:
        geometry.type === 'Polygon'
          ? [ringOf(geometry.arcs[0] as number[])]
          : geometry.arcs.map(polygon => ringOf((polygon as number[][])[0] ?? [])),
    }));
}

/** The disc round the largest ring: its centre of gravity and its farthest corner. */
export function discOf(rings: readonly Ring[]): Disc {
  const main = [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? [];
  const { lat, lon } = centreOf(main);
  const radiusKm = Math.max(...main.map(([x = 0, y = 0]) => distanceKm(lat, lon, y, x)));
  return { lat, lon, radiusKm };
}

/** How far the ring nearest to a point reaches from that point. */
export function reachOf(rings: readonly Ring[], lat: number, lon: number): number {
  const far = rings.map(ring => ring.map(([x = 0, y = 0]) => distanceKm(lat, lon, y, x)));
  const nearest = [...far].sort((a, b) => Math.min(...a) - Math.min(...b))[0] ?? [1];
  return Math.max(...nearest);
}

function outerRings(type: string, coordinates: Ring[] & Ring[][]): Ring[] {
  if (type === 'Polygon') return [(coordinates as Ring[])[0] ?? []];
  return type === 'MultiPolygon' ? (coordinates as Ring[][]).map(polygon => polygon[0] ?? []) : [];
}

/** Square degrees within a ring, negative where it runs clockwise. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += crossOf(ring, i);
  return sum / 2;
}

function centreOf(ring: Ring): { lat: number; lon: number } {
  const area = areaOf(ring);
  const [first = [0, 0]] = ring;
  if (area === 0) return { lat: first[1] ?? 0, lon: first[0] ?? 0 };
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[i], ring[i + 1]];
    x += (ax + bx) * crossOf(ring, i);
    y += (ay + by) * crossOf(ring, i);
  }
  return { lat: y / (6 * area), lon: x / (6 * area) };
}

function crossOf(ring: Ring, at: number): number {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[at], ring[at + 1]];
  return ax * by - bx * ay;
}
