import { foldName } from '../../base/fold-name.ts';
import type { Place } from '../../model/place.ts';
import type { Span } from '../../model/span.ts';
import type { PlaceInput, PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { wordAt, wordsBetween } from './token-words.ts';

/** "the Syrian-Turkish border", "the border between Syria and Turkey". */
export function borderBetween(
  at: number,
  mentions: readonly PlaceMention[],
  { text, tokens }: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const [a, b] = [mentions[at], mentions[at + 1]];
  const countries = a.place.precision === 6 && b?.place.precision === 6;
  if (!countries || tokens[a.tokenStart].sentence !== tokens[b.tokenStart].sentence) return null;
  const gap = wordsBetween(tokens, a.tokenEnd, b.tokenStart);
  const { border } = gazetteer.words;
  const after = border.has(wordAt(tokens, b.tokenEnd)) && /^[-–—/]$|^and$/.test(gap);
  const before =
    border.has(wordAt(tokens, a.tokenStart - 2)) && wordAt(tokens, a.tokenStart - 1) === 'between' && gap === 'and';
  const with_ = gap.startsWith('border with') || gap.startsWith('frontier with') || gap === "'s border with";
  if (!after && !before && !with_) return null;
  const span = {
    start: before ? tokens[a.tokenStart - 2].start : a.span.start,
    end: after ? tokens[b.tokenEnd].end : b.span.end,
  };
  return borderMention(a, b.place.country, text, span, gazetteer);
}

/** "the Afghan border": with the neighbour that the text speaks of most. */
export function borderOf(
  at: number,
  mentions: readonly PlaceMention[],
  { text, tokens }: PlaceInput,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const mention = mentions[at];
  const before =
    gazetteer.words.border.has(wordAt(tokens, mention.tokenStart - 2)) &&
    /^(?:with|of)$/.test(wordAt(tokens, mention.tokenStart - 1));
  const after = gazetteer.words.border.has(wordAt(tokens, mention.tokenEnd));
  if ((!after && !before) || mention.place.precision !== 6 || mention.place.country === null) return null;
  const country = gazetteer.countryOf(mention.place.country);
  if (country === null) return null;
  const neighbours = new Set(gazetteer.neighbours(country).map(code => gazetteer.countryOf(code)));
  const counts = new Map<string, number>();
  for (const { place } of mentions) {
    const other = place.country === null ? null : gazetteer.countryOf(place.country);
    if (place.country !== null && other !== null && neighbours.has(other))
      counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  }
  const [other] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const span = {
    start: before ? tokens[mention.tokenStart - 2].start : mention.span.start,
    end: after ? tokens[mention.tokenEnd].end : mention.span.end,
  };
  return other ? borderMention(mention, other[0], text, span, gazetteer) : null;
}

function borderMention(
  mention: PlaceMention,
  otherCountry: string | null,
  text: string,
  span: Span,
  gazetteer: Gazetteer,
): PlaceMention | null {
  const [one, other] = [mention.place.country, otherCountry].map(code =>
    code === null ? null : gazetteer.countryOf(code),
  );
  if (one === null || other === null || one === other) return null;
  const key = foldName(`${gazetteer.label(one)} ${gazetteer.label(other)} border`);
  const hit = gazetteer.hits(key)[0];
  if (!hit) return null;
  const line = gazetteer.candidate(hit);
  const why = `the border between ${gazetteer.label(one)} and ${gazetteer.label(other)}: the point is its middle, ${line.radiusKm} km reach both ends; precision 5`;
  const place: Place = {
    name: text.slice(span.start, span.end),
    span,
    id: line.id,
    lat: line.lat,
    lon: line.lon,
    radiusKm: line.radiusKm,
    precision: 5,
    country: null,
    admin1: null,
    basis: 'stated',
    why,
  };
  return { ...mention, role: 'location', reason: 'a border', place };
}
