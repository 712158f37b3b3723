import { distanceKm, midpoint, pointAt } from '../../base/distance.ts';
import type { Token } from '../token.ts';
import type { PlaceInput, PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { borderBetween, borderOf } from './shape-borders.ts';
import { wordAt, wordsBetween } from './token-words.ts';

/** Turns the place of a mention into what the words round it ask for, or leaves it (null). */
type Shape = (
  at: number,
  mentions: readonly PlaceMention[],
  input: PlaceInput,
  gazetteer: Gazetteer,
) => PlaceMention | null;

/** In this order; the first that fits wins. */
const shapes: readonly Shape[] = [borderBetween, pairShape, borderOf, offsetShape, nearShape];

/** Places that lie "12 km north of X", "near X", "between X and Y", "on the X–Y road", "on the X border". */
export function shapePlaces(
  mentions: readonly PlaceMention[],
  input: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention[] {
  const shaped: PlaceMention[] = [];
  let partner = -1;
  mentions.forEach((mention, at) => {
    if (at === partner) {
      shaped.push({ ...mention, role: 'name-part', reason: 'the other end of the stretch named before it' });
      return;
    }
    let found: PlaceMention | null = null;
    for (const shape of shapes) found ??= shape(at, mentions, input, gazetteer);
    const next = mentions[at + 1];
    if (next && (found?.place.span?.end ?? 0) >= next.span.end) partner = at + 1;
    shaped.push(found ?? mention);
  });
  return shaped;
}

/** "between Tank and Jandola", "the Tank–Jandola road", "the road from Tank to Jandola": the middle, out to both ends. */
function pairShape(
  at: number,
  mentions: readonly PlaceMention[],
  { text, tokens }: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const [a, b] = [mentions[at], mentions[at + 1]];
  if (!b || a.role !== 'location' || tokens[a.tokenStart].sentence !== tokens[b.tokenStart].sentence) return null;
  const gap = wordsBetween(tokens, a.tokenEnd, b.tokenStart);
  const before = wordAt(tokens, a.tokenStart - 1);
  const { road } = gazetteer.words;
  const roadAfter = road.has(wordAt(tokens, b.tokenEnd));
  const roadBefore = [1, 2, 3].some(back => road.has(wordAt(tokens, a.tokenStart - back)));
  const dashed = /^[-–—/]$/.test(gap);
  const between = before === 'between' && gap === 'and';
  const stretch = (dashed && roadAfter) || (roadBefore && (gap === 'and' || gap === 'to' || dashed));
  if (!between && !stretch) return null;
  const [p, q] = [a.place, b.place];
  if (p.lat === null || p.lon === null || q.lat === null || q.lon === null) return null;
  const length = distanceKm(p.lat, p.lon, q.lat, q.lon);
  if (length > 600) return null;
  const middle = midpoint(p.lat, p.lon, q.lat, q.lon);
  const start = between ? tokens[a.tokenStart - 1].start : a.span.start;
  const span = { start, end: roadAfter ? tokens[b.tokenEnd].end : b.span.end };
  const radiusKm = round(Math.max(3, length / 2));
  const precision = radiusKm <= 25 ? 2 : 5;
  const what = stretch ? 'on the road between' : 'between';
  const why = `somewhere ${what} ${p.name} and ${q.name}: the point is the middle, ${radiusKm} km reach both ends; precision ${precision}; ${p.name} is ${p.why}; ${q.name} is ${q.why}`;
  return {
    ...a,
    place: {
      ...p,
      name: text.slice(span.start, span.end),
      span,
      id: null,
      ...rounded(middle),
      radiusKm,
      precision,
      country: p.country === q.country ? p.country : null,
      admin1: p.admin1 === q.admin1 ? p.admin1 : null,
      basis: 'implied',
      why,
    },
  };
}

/** "18 km short of X" has no bearing and gives a ring; "12 km north of X" a point. */
function offsetShape(
  at: number,
  mentions: readonly PlaceMention[],
  { text, tokens }: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const mention = mentions[at];
  const { place } = mention;
  const offset = offsetBefore(mention.tokenStart, tokens, gazetteer);
  if (!offset || place.lat === null || place.lon === null || place.radiusKm === null || mention.role !== 'location')
    return null;
  const span = { start: tokens[offset.tokenStart].start, end: mention.span.end };
  const centre =
    offset.bearing === null
      ? { lat: place.lat, lon: place.lon }
      : pointAt(place.lat, place.lon, offset.bearing, offset.km);
  const slack =
    offset.bearing === null
      ? offset.km + Math.min(place.radiusKm, 10)
      : Math.max(2, offset.km * 0.3) + Math.min(place.radiusKm, 10);
  const radiusKm = round(slack);
  const precision = radiusKm <= 25 ? 2 : 5;
  const how =
    offset.bearing === null
      ? 'in a direction that is not said'
      : 'measured from its middle, the distance and bearing taken as rough';
  const why = `${text.slice(span.start, mention.span.start).trim()} ${mention.place.name}, ${how}: within ${radiusKm} km, precision ${precision}; ${place.why}`;
  return {
    ...mention,
    place: {
      ...place,
      name: text.slice(span.start, span.end),
      span,
      id: null,
      ...rounded(centre),
      radiusKm,
      precision,
      basis: 'implied',
      why,
    },
  };
}

/** "near X", "outside X", "on the outskirts of X": round the place, up to 25 km. */
function nearShape(
  at: number,
  mentions: readonly PlaceMention[],
  { text, tokens }: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const mention = mentions[at];
  const { place } = mention;
  if (place.radiusKm === null || place.precision === null || place.precision > 2 || mention.role !== 'location')
    return null;
  const start = [1, 2, 3, 4].find(back => gazetteer.words.near.has(wordAt(tokens, mention.tokenStart - back)));
  if (start === undefined) return null;
  const between = tokens
    .slice(mention.tokenStart - start + 1, mention.tokenStart)
    .map(token => token.text.toLowerCase());
  const filler = between.every(word => /^(?:of|to|the)$/.test(word) || gazetteer.words.feature.has(word));
  if (!filler) return null;
  const span = { start: tokens[mention.tokenStart - start].start, end: mention.span.end };
  const radiusKm = round(Math.min(25, place.radiusKm + 10));
  const why = `near ${place.name}, how near is not said: within ${radiusKm} km of it, precision 2; ${place.why}`;
  return {
    ...mention,
    place: {
      ...place,
      name: text.slice(span.start, span.end),
      span,
      radiusKm: Math.max(radiusKm, place.radiusKm),
      precision: 2,
      basis: 'implied',
      why,
    },
  };
}

interface Offset {
  readonly tokenStart: number;
  readonly km: number;
  readonly bearing: number | null;
}

/** `NUMBER UNIT [(…)] [BEARING] of|from|outside|short of` right before a name, kind words and "the" let through. */
function offsetBefore(tokenStart: number, tokens: readonly Token[], gazetteer: Gazetteer): Offset | null {
  const { bearing: bearings, unit: units, feature } = gazetteer.words;
  let at = tokenStart - 1;
  const word = () => wordAt(tokens, at);
  while (word() === 'the' || (word() === 'of' && feature.has(wordAt(tokens, at - 1))) || feature.has(word())) at--;
  if (!/^(?:of|from|outside)$/.test(word())) return null;
  at--;
  let bearing: number | null = null;
  for (let steps = 0; steps < 9 && at >= 0 && tokens[at].sentence === tokens[tokenStart].sentence; steps++, at--) {
    if (units.has(word()) && /^\d/.test(wordAt(tokens, at - 1)) && !isBracketed(tokens, at)) {
      const number = Number(tokens[at - 1].text.replaceAll(',', ''));
      return Number.isFinite(number) && number > 0 && number < 1000
        ? { tokenStart: at - 1, km: number * (units.get(word()) ?? 1), bearing }
        : null;
    }
    bearing ??= bearings.get(word()) ?? hyphenBearing(tokens, at, bearings);
    const filler =
      bearings.has(word()) || units.has(word()) || /^(?:to|the|away|due|short|about|-|[()]|\d[\d.,]*)$/.test(word());
    if (!filler) return null;
  }
  return null;
}

/** "south-east" is three tokens. */
function hyphenBearing(tokens: readonly Token[], at: number, bearings: ReadonlyMap<string, number>): number | null {
  if (wordAt(tokens, at - 1) !== '-') return null;
  return bearings.get(`${wordAt(tokens, at - 2)}-${wordAt(tokens, at)}`) ?? null;
}

function isBracketed(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at + 1) === ')';
}

function rounded({ lat, lon }: { lat: number; lon: number }): { lat: number; lon: number } {
  return { lat: Math.round(lat * 1e4) / 1e4, lon: Math.round(lon * 1e4) / 1e4 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
