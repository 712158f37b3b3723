import { areaOf, type Outline, type Ring } from './outlines.ts';
import type { Row } from './tsv.ts';

type Position = readonly number[];

const thinDegrees = 0.04;
const smallestSquareDegrees = 0.02;

/**
 * Country outlines for a map, thinned: one row a ring, `lon lat` in hundredths of a degree, separated by commas. What two
 * countries share is thinned once for both, so that they still meet.
 */
export function outlineRows(shapes: readonly Outline[]): Row[] {
  const kept = shapes.flatMap(shape => {
    const largest = Math.max(...shape.rings.map(ring => Math.abs(areaOf(ring))));
    return shape.rings
      .filter(ring => Math.abs(areaOf(ring)) > Math.min(smallestSquareDegrees, largest / 2))
      .map(ring => ({ iso3: codeOf(shape), ring }));
  });
  const isJunction = junctionsOf(kept.map(({ ring }) => ring));
  return kept.map(({ iso3, ring }) => ({
    iso3,
    ring: thinnedRing(ring, isJunction)
      .map(([x = 0, y = 0]) => `${Math.round(x * 100)} ${Math.round(y * 100)}`)
      .join(','),
  }));
}

function codeOf({ properties }: Outline): string {
  const { iso3, adm0_a3 } = properties;
  return String(iso3 && iso3 !== '-99' ? iso3 : (adm0_a3 ?? ''));
}

/** The points at which lines meet or end: those with other than two neighbours over all rings. */
function junctionsOf(rings: readonly Ring[]): (point: Position) => boolean {
  const neighbours = new Map<string, Set<string>>();
  const join = (a: Position, b: Position) => {
    const known = neighbours.get(nameOf(a));
    if (known) known.add(nameOf(b));
    else neighbours.set(nameOf(a), new Set([nameOf(b)]));
  };
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i], ring[i + 1]];
      if (a === undefined || b === undefined || nameOf(a) === nameOf(b)) continue;
      join(a, b);
      join(b, a);
    }
  }
  return point => neighbours.get(nameOf(point))?.size !== 2;
}

/** A ring, thinned between its junctions; one that meets no other is thinned from two of its points. */
function thinnedRing(ring: Ring, isJunction: (point: Position) => boolean): Ring {
  const open = ring.slice(0, -1);
  const start = open.findIndex(isJunction);
  if (start < 0)
    return [...thinned(ring.slice(0, (ring.length >> 1) + 1)), ...thinned(ring.slice(ring.length >> 1)).slice(1)];
  const turned = [...open.slice(start), ...open.slice(0, start + 1)];
  const result: Position[] = [];
  let from = 0;
  for (let i = 1; i < turned.length; i++) {
    const point = turned[i];
    if (point === undefined || (!isJunction(point) && i < turned.length - 1)) continue;
    result.push(...eitherWay(turned.slice(from, i + 1)).slice(0, -1));
    from = i;
  }
  return [...result, ...turned.slice(-1)];
}

/** A line thinned alike whichever of its ends comes first. */
function eitherWay(line: Ring): Ring {
  const [first, second, last, beforeLast] = [line[0], line[1], line.at(-1), line.at(-2)].map(point =>
    nameOf(point ?? []),
  );
  const isForward = `${first} ${second}` <= `${last} ${beforeLast}`;
  return isForward ? thinned(line) : [...thinned([...line].reverse())].reverse();
}

/** Leaves out the points that lie close to the line between their neighbours (Douglas and Peucker). */
function thinned(line: Ring): Ring {
  const keep = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  while (open.length > 0) {
    const [start, end] = open.pop() ?? [0, 0];
    let [far, most] = [-1, thinDegrees];
    for (let i = start + 1; i < end; i++) {
      const away = offLine(line[i], line[start], line[end]);
      if (away > most) [far, most] = [i, away];
    }
    if (far < 0) continue;
    keep.add(far);
    open.push([start, far], [far, end]);
  }
  return line.filter((_, i) => keep.has(i));
}

function nameOf([x = 0, y = 0]: Position): string {
  return `${x} ${y}`;
}

function offLine(
  [x = 0, y = 0]: Position = [],
  [ax = 0, ay = 0]: Position = [],
  [bx = 0, by = 0]: Position = [],
): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
