import { flatPoint } from './projection.ts';

/** The outlines of the countries, flattened once: drawing them is then one call for each. */
export interface Outlines {
  readonly countries: readonly Country[];
}

export interface Country {
  readonly name: string;
  readonly path: Path2D;
  /** Its largest part, for the name: the middle and the width. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly width: number;
}

/** How finely coasts are drawn: a globe needs few points, a province many. */
export type Fineness = 'coarse' | 'fine';

// Natural Earth, in the public domain, as packed by world-atlas.
const FILES: Readonly<Record<Fineness, URL>> = {
  coarse: new URL('../../node_modules/world-atlas/countries-110m.json', import.meta.url),
  fine: new URL('../../node_modules/world-atlas/countries-50m.json', import.meta.url),
};

/** Loads the outlines. Throws where the file cannot be had: the map is then drawn without a coast, and says so. */
export async function loadOutlines(fineness: Fineness): Promise<Outlines> {
  const answer = await fetch(FILES[fineness]);
  if (!answer.ok) throw new Error(`the outlines of the countries: ${answer.status}`);
  // The file is built with the page: its shape is known.
  return outlinesOf((await answer.json()) as Topology);
}

/** TopoJSON, as far as these files use it: lines as steps between whole numbers, and shapes made of lines. */
interface Topology {
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly objects: { readonly countries: { readonly geometries: readonly Shape[] } };
}

type Shape = { readonly properties: { readonly name: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: Polygon }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly Polygon[] }
);
type Polygon = readonly (readonly number[])[];
type Line = readonly { readonly x: number; readonly y: number }[];

function outlinesOf(topology: Topology): Outlines {
  const lines = topology.arcs.map(arc => lineOf(arc, topology.transform));
  return { countries: topology.objects.countries.geometries.map(shape => countryOf(shape, lines)) };
}

function lineOf(arc: Topology['arcs'][number], { scale, translate }: Topology['transform']): Line {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return flatPoint(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  });
}

function countryOf(shape: Shape, lines: readonly Line[]): Country {
  const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
  const path = new Path2D();
  let largest = { middle: { x: 0, y: 0 }, width: 0 };
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const points = ring.flatMap(index => (index < 0 ? [...(lines[~index] ?? [])].reverse() : (lines[index] ?? [])));
      const extent = drawRing(path, points);
      if (extent.width > largest.width) largest = extent;
    }
  }
  return { name: shape.properties.name, path, ...largest };
}

/** Adds a ring to a path, and says where it lies. One over the 180th meridian is drawn whole at both edges of the map. */
function drawRing(path: Path2D, points: Line): Pick<Country, 'middle' | 'width'> {
  const whole = unwrapped(points);
  let [west, east, north, south] = [2, -1, 1, 0];
  for (const { x, y } of whole) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  addRing(path, whole, 0);
  if (west < 0) addRing(path, whole, 1);
  if (east > 1) addRing(path, whole, -1);
  return { middle: { x: (west + east) / 2, y: (north + south) / 2 }, width: Math.max(0, east - west) };
}

function addRing(path: Path2D, points: Line, shift: number): void {
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) path.moveTo(x + shift, y);
    else path.lineTo(x + shift, y);
  }
  path.closePath();
}

/** A ring that goes on beyond the edge of the map, where it would jump to the other one. One round a pole stays as it is. */
function unwrapped(points: Line): Line {
  let turns = 0;
  const whole = points.map(({ x, y }, i) => {
    const step = x - (points[i - 1]?.x ?? x);
    if (step > 0.5) turns -= 1;
    else if (step < -0.5) turns += 1;
    return { x: x + turns, y };
  });
  return turns === 0 ? whole : points;
}
