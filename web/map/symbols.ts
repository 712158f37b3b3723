import { type FlatPoint, type MapSize, type MapView, onScreen, pixelsPerKm } from './projection.ts';

/** All incidents that are placed alike: at one point, with one distance within which they may truly lie. */
export interface MapPlace {
  readonly lon: number;
  readonly lat: number;
  readonly flat: FlatPoint;
  readonly radiusKm: number;
  /** UCDP's precision, from 1 (the place itself) to 5; what is known by country only is no place on a map. */
  readonly precision: number;
}

/** What is drawn: a dot where the place is known as well as the map can show, a ring round the area where it is not. */
export interface MapSymbol {
  readonly kind: 'dot' | 'area';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How many incidents it stands for. */
  readonly count: number;
  /** Numbers of the places that it stands for; the first is the one it is drawn at. */
  readonly places: readonly number[];
}

/** Smaller than this on the screen, places that lie together are drawn as one. */
const CELL = 26;
const SMALLEST = 4.5;

/**
 * The symbols of a view. A place is drawn at its true size where that can be seen. Smaller ones that lie together become
 * one symbol, drawn at the place of most incidents and never at a point between places; what is known exactly is never
 * put together with what is not.
 */
export function symbolsOf(
  places: readonly MapPlace[],
  counts: ArrayLike<number>,
  view: MapView,
  size: MapSize,
): readonly MapSymbol[] {
  const symbols: MapSymbol[] = [];
  const cells = new Map<
    string,
    { readonly kind: MapSymbol['kind']; radius: number; count: number; places: number[] }
  >();
  for (let i = 0; i < places.length; i++) {
    const place = places[i];
    const count = counts[i] ?? 0;
    if (place === undefined || count === 0) continue;
    const at = onScreen(place.flat, view, size);
    const radius = place.radiusKm * pixelsPerKm(place.flat, view.scale);
    if (!isSeen(at, Math.max(radius, CELL), size)) continue;
    const kind = place.precision <= 2 && radius < CELL / 2 ? 'dot' : 'area';
    if (radius >= CELL / 2) {
      symbols.push({ kind: 'area', ...at, radius, count, places: [i] });
      continue;
    }
    const key = `${kind} ${Math.floor(at.x / CELL)} ${Math.floor(at.y / CELL)}`;
    const cell = cells.get(key);
    if (cell === undefined) {
      cells.set(key, { kind, radius, count, places: [i] });
      continue;
    }
    cell.radius = Math.max(cell.radius, radius);
    cell.count += count;
    if (count > (counts[cell.places[0] ?? 0] ?? 0)) cell.places.unshift(i);
    else cell.places.push(i);
  }
  for (const { kind, radius, count, places: held } of cells.values()) {
    const place = places[held[0] ?? 0];
    if (place === undefined) continue;
    const { x, y } = onScreen(place.flat, view, size);
    const drawn = kind === 'dot' ? sizeOf(count) : Math.max(sizeOf(count), radius, SMALLEST + 2);
    symbols.push({ kind, x, y, radius: drawn, count, places: held });
  }
  // The large below the small, so that every one can be reached.
  return symbols.sort((a, b) => b.radius - a.radius);
}

/** The symbol under a point, the smallest that holds it; null where there is none. */
export function symbolAt(symbols: readonly MapSymbol[], { x, y }: FlatPoint): MapSymbol | null {
  const reach = 6;
  return symbols.findLast(symbol => Math.hypot(symbol.x - x, symbol.y - y) <= symbol.radius + reach) ?? null;
}

/** Grows slowly with how many there are: by their area up to a size at which symbols still stand apart. */
function sizeOf(count: number): number {
  return Math.min(CELL / 2 - 2, SMALLEST + 0.8 * Math.log2(count));
}

function isSeen({ x, y }: FlatPoint, reach: number, { width, height }: MapSize): boolean {
  return x >= -reach && y >= -reach && x <= width + reach && y <= height + reach;
}
