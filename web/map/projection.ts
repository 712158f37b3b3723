/** A point on the flattened globe: Web Mercator, both from 0 to 1, north up. */
export interface FlatPoint {
  readonly x: number;
  readonly y: number;
}

/** What part of the globe is seen: its middle, and how many pixels the whole globe would be wide. */
export interface MapView {
  readonly middle: FlatPoint;
  readonly scale: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Farther north or south the projection runs off to infinity. */
const LATITUDE_MAX = 85;
const GLOBE_KM = 40_030;
/** One pixel is then about 40 metres: closer than any report knows. */
const SCALE_MAX = 1_000_000;

export function flatPoint(lon: number, lat: number): FlatPoint {
  const phi = (Math.max(-LATITUDE_MAX, Math.min(LATITUDE_MAX, lat)) * Math.PI) / 180;
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI) };
}

export function lonLat({ x, y }: FlatPoint): { readonly lon: number; readonly lat: number } {
  return { lon: (x - 0.5) * 360, lat: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI };
}

/** How many pixels a kilometre is at a place. It grows towards the poles, as everything on this map does. */
export function pixelsPerKm({ y }: FlatPoint, scale: number): number {
  return (scale * Math.cosh((0.5 - y) * 2 * Math.PI)) / GLOBE_KM;
}

/** Where a point stands on the screen. */
export function onScreen({ x, y }: FlatPoint, { middle, scale }: MapView, { width, height }: MapSize): FlatPoint {
  return { x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 };
}

export function fromScreen({ x, y }: FlatPoint, { middle, scale }: MapView, { width, height }: MapSize): FlatPoint {
  return { x: (x - width / 2) / scale + middle.x, y: (y - height / 2) / scale + middle.y };
}

/** The view nearest to this one that shows the globe and not the void around it. */
export function within({ middle, scale }: MapView, { width, height }: MapSize): MapView {
  const held = Math.min(SCALE_MAX, Math.max(scale, Math.max(width, height * 0.7)));
  const [halfWidth, halfHeight] = [Math.min(0.5, width / held / 2), Math.min(0.5, height / held / 2)];
  return {
    middle: { x: clamp(middle.x, halfWidth, 1 - halfWidth), y: clamp(middle.y, halfHeight, 1 - halfHeight) },
    scale: held,
  };
}

/** The view enlarged by a factor, with the point under the pointer kept in its place. */
export function zoomed(view: MapView, size: MapSize, factor: number, at: FlatPoint): MapView {
  const before = fromScreen(at, view, size);
  const { scale } = within({ ...view, scale: view.scale * factor }, size);
  const shift = (across: number, pixel: number, length: number) => across - (pixel - length / 2) / scale;
  return within(
    { middle: { x: shift(before.x, at.x, size.width), y: shift(before.y, at.y, size.height) }, scale },
    size,
  );
}

/** The view that shows all points with some room round them; the whole globe where there are none. */
export function viewOfPoints(points: readonly FlatPoint[], size: MapSize): MapView {
  if (points.length === 0) return within({ middle: { x: 0.5, y: 0.42 }, scale: 0 }, size);
  let [west, east, north, south] = [1, 0, 1, 0];
  for (const { x, y } of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const room = 1.25;
  const scale = Math.min(
    size.width / Math.max(1e-9, (east - west) * room),
    size.height / Math.max(1e-9, (south - north) * room),
    // A single place is shown with its surroundings.
    size.width * 60,
  );
  return within({ middle: { x: (west + east) / 2, y: (north + south) / 2 }, scale }, size);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
