import type { Gazetteer } from '../gazetteer.ts';
import { type Box, boxAround, type Frame, type Point, pixels, tenths } from './frame.ts';

/** What is seen of a country on a map: the rings of its outline in pixels, cut at the edges. */
export interface SeenCountry {
  /** Its number in the gazetteer. */
  readonly country: number;
  readonly rings: readonly (readonly Point[])[];
}

/** Rings are cut this far outside the map, so that the cut is not seen. */
const bleedPx = 8;
/** Points nearer to the last one than this are left out. */
const stepPx = 1.2;

/** The countries of which some part lies on the map. */
export function countriesIn(frame: Frame, gazetteer: Gazetteer): readonly SeenCountry[] {
  const seen = new Map<number, Point[][]>();
  for (const { country, points } of ringsOf(gazetteer.outlines)) {
    if (!meet(boxOf(points), frame)) continue;
    const ring = clipped(thinned(points, frame), frame);
    if (ring.length < 3) continue;
    const rings = seen.get(country);
    if (rings) rings.push(ring);
    else seen.set(country, [ring]);
  }
  return Array.from(seen, ([country, rings]) => ({ country, rings }));
}

/** The box of a country's largest ring; null where the gazetteer has no outline of it. */
export function boxOfCountry(country: number, gazetteer: Gazetteer): Box | null {
  let largest: Box | null = null;
  for (const ring of ringsOf(gazetteer.outlines)) {
    if (ring.country !== country) continue;
    const box = boxOf(ring.points);
    if (largest === null || sizeOf(box) > sizeOf(largest)) largest = box;
  }
  return largest;
}

/** The rings of a country as the data of an SVG path. */
export function pathOf({ rings }: SeenCountry): string {
  return rings.map(ring => `M${ring.map(({ x, y }) => `${x} ${y}`).join('L')}Z`).join('');
}

/** Where a country's name may stand: the middle of its largest visible ring, and how much room there is. */
export function middleOf({ rings }: SeenCountry, frame: Frame): Point & { readonly roomPx: number } {
  let best = { x: 0, y: 0, roomPx: 0 };
  for (const ring of rings) {
    const inside = ring.map(({ x, y }) => ({ x: within(x, frame.width), y: within(y, frame.height) }));
    const { area, x, y } = centreOf(inside);
    if (area > best.roomPx ** 2) best = { x, y, roomPx: Math.sqrt(area) };
  }
  return best;
}

interface Ring {
  readonly country: number;
  /** Longitude and latitude in hundredths of a degree, one after the other. */
  readonly points: Int16Array;
}

function* ringsOf(outlines: Int16Array): Iterable<Ring> {
  for (let at = 0; at + 1 < outlines.length; ) {
    const country = outlines[at] ?? 0;
    const end = at + 2 + 2 * (outlines[at + 1] ?? 0);
    yield { country, points: outlines.subarray(at + 2, end) };
    at = end;
  }
}

function boxOf(points: Int16Array): Box {
  let [west, east, south, north] = [360, -360, 90, -90];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [lon, lat] = [(points[i] ?? 0) / 100, (points[i + 1] ?? 0) / 100];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return boxAround([{ west, east, south, north }]);
}

function meet(a: Box, b: Box): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}

function sizeOf({ south, north, west, east }: Box): number {
  return (north - south) * (east - west);
}

/** A ring in pixels, without the points that nobody could tell from the one before. */
function thinned(points: Int16Array, frame: Frame): Point[] {
  const ring: Point[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const point = pixels((points[i + 1] ?? 0) / 100, (points[i] ?? 0) / 100, frame);
    const last = ring.at(-1);
    if (last === undefined || Math.abs(point.x - last.x) + Math.abs(point.y - last.y) >= stepPx) ring.push(point);
  }
  return ring;
}

/** What of a ring lies on the map (Sutherland and Hodgman: one edge after the other). */
function clipped(ring: readonly Point[], frame: Frame): Point[] {
  const edges: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly sign: 1 | -1 }[] = [
    { axis: 'x', at: -bleedPx, sign: 1 },
    { axis: 'x', at: frame.width + bleedPx, sign: -1 },
    { axis: 'y', at: -bleedPx, sign: 1 },
    { axis: 'y', at: frame.height + bleedPx, sign: -1 },
  ];
  let points = [...ring];
  for (const { axis, at, sign } of edges) {
    const kept: Point[] = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1) ?? point;
      const [inside, wasInside] = [sign * (point[axis] - at) >= 0, sign * (before[axis] - at) >= 0];
      if (inside !== wasInside) kept.push(crossing(before, point, axis, at));
      if (inside) kept.push(point);
    });
    points = kept;
  }
  return points;
}

function crossing(a: Point, b: Point, axis: 'x' | 'y', at: number): Point {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  return { x: tenths(a.x + share * (b.x - a.x)), y: tenths(a.y + share * (b.y - a.y)) };
}

function centreOf(ring: readonly Point[]): Point & { readonly area: number } {
  let [area, x, y] = [0, 0, 0];
  ring.forEach((b, i) => {
    const a = ring.at(i - 1) ?? b;
    const cross = a.x * b.y - b.x * a.y;
    area += cross / 2;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  return area === 0 ? { x: 0, y: 0, area: 0 } : { x: x / (6 * area), y: y / (6 * area), area: Math.abs(area) };
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
