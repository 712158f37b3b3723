import type { Place } from '../../model/place.ts';
import type { Gazetteer } from './gazetteer.ts';

export interface MapOptions {
  readonly widthPx?: number;
}

/** A stretch of the map in degrees, and how degrees become pixels. */
interface Frame {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
  readonly pxPerLon: number;
  readonly pxPerLat: number;
}

type Placed = Place & { readonly lat: number; readonly lon: number; readonly radiusKm: number };

const kmPerDegree = 111.2;
const lineHeight = 16;
/** Less than this to each side of the places would show no outline to go by. */
const marginDegrees = 1.2;

/**
 * A static map of places as SVG text: country outlines, a dot for each point and a circle as wide as its uncertainty.
 * Places without coordinates are listed below the map, never drawn.
 */
export function renderPlacesSvg(
  places: readonly Place[],
  gazetteer: Gazetteer,
  { widthPx = 720 }: MapOptions = {},
): string {
  const seen = new Set<string>();
  const distinct = places.filter(place => {
    const key = `${place.name}|${place.lat}|${place.lon}|${place.radiusKm}`;
    return !seen.has(key) && seen.add(key);
  });
  const placed = distinct.filter(isPlaced).sort((a, b) => b.radiusKm - a.radiusKm);
  const lost = distinct.filter(place => !isPlaced(place));
  const frame = frameOf(placed, widthPx);
  const height = frame.height + lineHeight * (lost.length + 1) + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(`Map of ${placed.length} places${lost.length > 0 ? `, ${lost.length} more without coordinates` : ''}`)}</title>`,
    `<clipPath id="map"><rect width="${frame.width}" height="${frame.height}"/></clipPath>`,
    `<rect width="${frame.width}" height="${height}" fill="#fff"/>`,
    `<g clip-path="url(#map)"><rect width="${frame.width}" height="${frame.height}" fill="#dce9f2"/>`,
    `<path d="${landPath(gazetteer.outlines, frame)}" fill="#f5f2ea" stroke="#9a958a" stroke-width="0.7" stroke-linejoin="round"/>`,
    ...placed.map(place => circleOf(place, frame)),
    ...labels(placed, frame),
    '</g>',
    scaleBar(frame),
    ...lost.map((place, at) =>
      lineOf(`not placed: ${place.name} – ${place.why}`, frame.height + lineHeight * (at + 1)),
    ),
    lineOf('Outlines: Natural Earth. A circle holds the place; its size is what the report leaves open.', height - 6),
    '</svg>',
    '',
  ].join('\n');
}

function isPlaced(place: Place): place is Placed {
  return place.lat !== null && place.lon !== null && place.radiusKm !== null;
}

/** The box round all points and circles; a country's or sea's circle does not blow up the map of a town. */
function frameOf(placed: readonly Placed[], width: number): Frame {
  const [finest = 1] = placed.map(place => place.radiusKm).sort((a, b) => a - b);
  const reach = Math.max(300, finest * 4);
  const boxes = placed.map(({ lat, lon, radiusKm }) => {
    const up = Math.min(radiusKm, reach) / kmPerDegree;
    const side = up / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
    return { south: lat - up, north: lat + up, west: lon - side, east: lon + side };
  });
  const world = { south: -58, north: 84, west: -180, east: 180 };
  const all = boxes.length === 0 ? [world] : boxes;
  const south = Math.max(-89, Math.min(...all.map(box => box.south)) - marginDegrees);
  const north = Math.min(89, Math.max(...all.map(box => box.north)) + marginDegrees);
  const west = Math.min(...all.map(box => box.west)) - marginDegrees;
  const east = Math.max(...all.map(box => box.east)) + marginDegrees;
  const squeeze = Math.max(0.2, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const tall = Math.min(width * 1.2, Math.max(width * 0.45, (width * (north - south)) / ((east - west) * squeeze)));
  const pxPerLat = Math.min(width / ((east - west) * squeeze), tall / (north - south));
  const pxPerLon = pxPerLat * squeeze;
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  return {
    west: middle.lon - width / 2 / pxPerLon,
    north: middle.lat + tall / 2 / pxPerLat,
    width,
    height: Math.round(tall),
    pxPerLon,
    pxPerLat,
  };
}

function landPath(outlines: Int16Array, frame: Frame): string {
  const parts: string[] = [];
  for (let at = 0; at < outlines.length; ) {
    const count = outlines[at++];
    if (touches(outlines, at, count, frame)) parts.push(ringPath(outlines, at, count, frame));
    at += 2 * count;
  }
  return parts.join('');
}

function touches(outlines: Int16Array, start: number, count: number, frame: Frame): boolean {
  let [west, east, south, north] = [360, -360, 90, -90];
  for (let i = start; i < start + 2 * count; i += 2) {
    west = Math.min(west, outlines[i] / 100);
    east = Math.max(east, outlines[i] / 100);
    south = Math.min(south, outlines[i + 1] / 100);
    north = Math.max(north, outlines[i + 1] / 100);
  }
  const [right, bottom] = [frame.west + frame.width / frame.pxPerLon, frame.north - frame.height / frame.pxPerLat];
  return west <= right && east >= frame.west && south <= frame.north && north >= bottom;
}

function ringPath(outlines: Int16Array, start: number, count: number, frame: Frame): string {
  let path = '';
  for (let i = start; i < start + 2 * count; i += 2) {
    const { x, y } = pixels(outlines[i + 1] / 100, outlines[i] / 100, frame);
    path += `${i === start ? 'M' : 'L'}${x} ${y}`;
  }
  return `${path}Z`;
}

function circleOf(place: Placed, frame: Frame): string {
  const { x, y } = pixels(place.lat, place.lon, frame);
  const radius = Math.max(4, Math.round((10 * place.radiusKm * frame.pxPerLat) / kmPerDegree) / 10);
  const spot =
    place.precision !== null && place.precision <= 2 ? `<circle cx="${x}" cy="${y}" r="2.5" fill="#8c1c13"/>` : '';
  const edge = place.basis === 'stated' ? '' : ' stroke-dasharray="4 3"';
  return `<g><title>${escaped(`${place.name}: ${place.why}`)}</title><circle cx="${x}" cy="${y}" r="${radius}" fill="#c0392b" fill-opacity="0.12" stroke="#8c1c13" stroke-width="1"${edge}/>${spot}</g>`;
}

/** A name beside each point, moved down where it would cover another. */
function labels(placed: readonly Placed[], frame: Frame): string[] {
  const rows: { x: number; y: number; width: number }[] = [];
  return [...placed].reverse().map(place => {
    const at = pixels(place.lat, place.lon, frame);
    const width = place.name.length * 6.5;
    const x = Math.max(2, Math.min(at.x + 6, frame.width - width - 2));
    let y = Math.max(12, Math.min(at.y + 4, frame.height - 4));
    for (
      let tries = 0;
      tries < 12 && rows.some(row => Math.abs(row.y - y) < 12 && row.x < x + width && x < row.x + row.width);
      tries++
    )
      y += 12;
    rows.push({ x, y, width });
    return `<text x="${x}" y="${y}" fill="#222" stroke="#fff" stroke-width="2.5" paint-order="stroke">${escaped(place.name)}</text>`;
  });
}

function scaleBar(frame: Frame): string {
  const kmPerPx = kmPerDegree / frame.pxPerLat;
  const unit = 10 ** Math.floor(Math.log10(kmPerPx * 120));
  const km = [5, 2, 1].map(times => times * unit).find(length => length / kmPerPx <= 120) ?? unit;
  const y = frame.height - 10;
  return `<path d="M10 ${y}h${Math.round(km / kmPerPx)}" stroke="#222" stroke-width="2"/><text x="10" y="${y - 5}" fill="#222">${km} km</text>`;
}

function lineOf(text: string, y: number): string {
  return `<text x="4" y="${y}" fill="#444" font-size="11">${escaped(text)}</text>`;
}

function pixels(lat: number, lon: number, frame: Frame): { x: number; y: number } {
  const x = (lon - frame.west) * frame.pxPerLon;
  const y = (frame.north - lat) * frame.pxPerLat;
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cc}|\p{Cs}|\p{Cn}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
