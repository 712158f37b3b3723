import { isSettlement } from '../containment.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { type Frame, isInside, type Point, pixels } from './frame.ts';
import type { Labels } from './labels.ts';

const townsMax = 14;
/** Towns nearer to each other than this crowd the map. */
const apartPx = 95;

/** The largest towns of the map, faintly, for finding one's way; where their names fit. */
export function landmarks(
  frame: Frame,
  gazetteer: Gazetteer,
  labels: Labels,
  marked: readonly Point[],
): readonly string[] {
  const chosen: Point[] = [];
  const drawn: string[] = [];
  for (const entry of townsIn(frame, gazetteer)) {
    const at = pixels(gazetteer.lat(entry), gazetteer.lon(entry), frame);
    if (chosen.some(other => isNear(other, at, apartPx)) || marked.some(other => isNear(other, at, 12))) continue;
    const style = { sizePx: 10, class: 'town halo', gapPx: 5, centred: false };
    const label = labels.place(gazetteer.label(entry), at, style);
    if (label === null) continue;
    chosen.push(at);
    drawn.push(`<rect class="townmark" x="${at.x - 2}" y="${at.y - 2}" width="4" height="4"/>`, label);
    if (chosen.length === townsMax) break;
  }
  return drawn;
}

function isNear(a: Point, b: Point, px: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < px;
}

/** Capitals first, then the largest. */
function townsIn(frame: Frame, gazetteer: Gazetteer): readonly number[] {
  const towns: { readonly entry: number; readonly rank: number }[] = [];
  for (let entry = 0; entry < gazetteer.size; entry++) {
    const [lat, lon] = [gazetteer.lat(entry), gazetteer.lon(entry)];
    if (lat < frame.south || lat > frame.north || lon < frame.west || lon > frame.east) continue;
    const kind = gazetteer.kind(entry);
    const { people } = gazetteer.weight(entry);
    if (!isSettlement(kind) || people === 0 || !isInside(pixels(lat, lon, frame), frame)) continue;
    towns.push({ entry, rank: people + (kind === 'capital' ? 6 : 0) });
  }
  return towns.toSorted((a, b) => b.rank - a.rank || a.entry - b.entry).map(({ entry }) => entry);
}
