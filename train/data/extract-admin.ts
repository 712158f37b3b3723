import { distanceKm } from '../../src/core/base/distance.ts';
import { type Disc, discOf, type Outline, type Ring } from './outlines.ts';
import { alternatesOf } from './place-columns.ts';
import type { Row } from './tsv.ts';

/** Admin units of one level with a label point and how far they reach. */
export function adminOf(
  rows: readonly Row[],
  level: 1 | 2,
  places: readonly Row[],
  shapes: readonly Outline[],
  discs: ReadonlyMap<string, Disc>,
): Row[] {
  const outlines = new Map<string, Outline[]>();
  for (const shape of shapes) {
    const code = String(shape.properties['gn_admin1'] ?? '');
    if (Number(shape.properties['gn_share']) < 0.6) continue;
    outlines.set(code, [...(outlines.get(code) ?? []), shape]);
  }
  const members = new Map<string, Row[]>();
  for (const place of places) {
    const code = [place['country'], place['admin1'], level === 2 ? place['admin2'] : null]
      .filter(part => part !== null)
      .join('.');
    members.set(code, [...(members.get(code) ?? []), place].slice(0, 400));
  }
  return rows
    .filter(row => row['lat'] || outlines.has(row['code'] ?? '') || discs.has(row['code'] ?? ''))
    .map(row => {
      const code = row['code'] ?? '';
      const inside = members.get(code) ?? [];
      return adminRow(row, level, inside, discs.get(code) ?? fittingDisc(outlines.get(code) ?? [], inside));
    });
}

/** The disc of the outline that holds the unit's own places: some outlines bear the code of a neighbour. */
function fittingDisc(outlines: readonly Outline[], members: readonly Row[]): Disc | null {
  for (const { rings } of outlines) {
    const held = members.filter(({ lat, lon }) => rings.some(ring => holdsPoint(ring, Number(lat), Number(lon))));
    if (held.length >= 0.5 * members.length) return discOf(rings);
  }
  return null;
}

function holdsPoint(ring: Ring, lat: number, lon: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i];
    const [bx = 0, by = 0] = ring[j];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function adminRow(row: Row, level: 1 | 2, members: readonly Row[], disc: Disc | null): Row {
  const [country = '', admin1 = '', admin2 = ''] = (row['code'] ?? '').split('.');
  const middle = middleOf(members);
  const lat = disc?.lat ?? middle?.lat ?? Number(row['lat']);
  const lon = disc?.lon ?? middle?.lon ?? Number(row['lon']);
  const reach = Math.max(
    level === 1 ? 25 : 12,
    ...members.map(place => 1.2 * distanceKm(lat, lon, Number(place['lat']), Number(place['lon']))),
  );
  const name = row['name'] || row['name_2020'] || '';
  return {
    name,
    kind: level === 1 ? 'admin1' : 'admin2',
    country,
    admin1,
    admin2,
    lat: lat.toFixed(3),
    lon: lon.toFixed(3),
    radius_km: Math.min(disc?.radiusKm ?? reach, level === 1 ? 3000 : 400).toFixed(0),
    id: row['geonameid'] ?? '',
    alternates: alternatesOf(name, [row['name_2020'] ?? '', row['ascii_name_2020'] ?? '']),
  };
}

/** The middle of the box that holds nine in ten of the places, or null where there are few. */
function middleOf(members: readonly Row[]): { lat: number; lon: number } | null {
  if (members.length < 8) return null;
  const middle = (column: string) => {
    const sorted = members.map(place => Number(place[column])).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 20);
    return ((sorted[cut] ?? 0) + (sorted[sorted.length - 1 - cut] ?? 0)) / 2;
  };
  return { lat: middle('lat'), lon: middle('lon') };
}
