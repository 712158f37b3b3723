import { hashText, mixHash } from '../../base/hash.ts';
import type { PlaceMention } from '../../language/places/find-places.ts';
import { type Anchors, standingOf } from './anchors.ts';
import { Features } from './features.ts';
import type { Reading } from './reading.ts';

/** Where an incident may have been: a country alone, a place in it, or a place in a place in it. */
export interface PlaceOption {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** The place and what holds it, finest last; empty for the country alone. */
  readonly mentions: readonly PlaceMention[];
  readonly features: Int32Array;
}

/** Words that may stand between two names of which one holds the other. */
const togetherMax = 12;

/** Every reading of the places of a document as the place of an incident. */
export function placeOptions(reading: Reading, anchors: Anchors, triggers: ReadonlySet<number>): PlaceOption[] {
  const { places } = reading.doc;
  const countries = countriesOf(places);
  const [main] = countries;
  if (main === undefined) return [];
  const named = places.filter(({ candidates }) => candidates[0]?.kind !== 'country');
  const text = ({ tokenStart, tokenEnd }: PlaceMention): string =>
    reading.words.lower.slice(tokenStart, tokenEnd).join(' ');
  const counts = new Map<string, number>();
  for (const mention of named) counts.set(text(mention), (counts.get(text(mention)) ?? 0) + 1);
  const commonest = [...named].sort(
    (a, b) => (counts.get(text(b)) ?? 0) - (counts.get(text(a)) ?? 0) || a.tokenStart - b.tokenStart,
  )[0];
  const countryOf = (mention: PlaceMention): string => mention.place.country ?? main;
  const options: PlaceOption[] = countries.map((country, rank) => ({
    country,
    mentions: [],
    features: countryFeatures(reading, anchors, country, rank, named),
  }));
  for (const mention of named) {
    const own = {
      country: countryOf(mention),
      rank: countries.indexOf(countryOf(mention)),
      count: counts.get(text(mention)) ?? 1,
    };
    const base = placeFeatures(reading, anchors, mention, own, triggers);
    options.push({
      country: own.country,
      mentions: [mention],
      features: withContainer(base, reading, mention, null, false),
    });
    for (const other of named) {
      const isCommonest = commonest !== undefined && text(other) === text(commonest);
      const near = Math.abs(other.tokenStart - mention.tokenStart) <= togetherMax;
      const same = reading.doc.tokens[other.tokenStart].sentence === reading.doc.tokens[mention.tokenStart].sentence;
      if (other === mention || text(other) === text(mention) || countryOf(other) !== own.country) continue;
      if (!(near && same) && !(isCommonest && other === commonest)) continue;
      const features = withContainer(base, reading, mention, other, isCommonest);
      options.push({ country: own.country, mentions: [other, mention], features });
    }
  }
  return options;
}

/** The countries that the places of a document lie in, the one named most first. */
function countriesOf(places: readonly PlaceMention[]): string[] {
  const counts = new Map<string, number>();
  for (const { place, role } of places) {
    if (place.country !== null)
      counts.set(place.country, (counts.get(place.country) ?? 0) + (role === 'location' ? 2 : 1));
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([country]) => country);
}

function countryFeatures(
  { doc, sentences }: Reading,
  anchors: Anchors,
  country: string,
  rank: number,
  named: readonly PlaceMention[],
): Int32Array {
  const features = new Features();
  const inAnchors = named.filter(
    ({ tokenStart, place, role }) =>
      role === 'location' && place.country === country && anchors.sentences.has(doc.tokens[tokenStart].sentence),
  ).length;
  const first = doc.places.find(({ place }) => place.country !== null)?.place.country === country ? 1 : 0;
  const here = doc.places.some(
    ({ tokenStart, place }) => place.country === country && anchors.sentences.has(doc.tokens[tokenStart].sentence),
  );
  features.add(1, 0);
  features.add(2, Math.min(4, rank));
  features.add(3, Math.min(3, inAnchors));
  features.add(4, mixHash(Math.min(4, rank), Math.min(3, inAnchors)));
  features.add(5, mixHash(Math.min(4, rank), mixHash(first, here ? 1 : 0)));
  features.add(6, hashText(country));
  features.add(7, mixHash(anchors.type, Math.min(3, inAnchors)));
  features.add(8, mixHash(Math.min(6, named.length), Math.min(3, inAnchors)));
  features.add(9, Math.min(20, sentences.length));
  return features.all;
}

function placeFeatures(
  reading: Reading,
  anchors: Anchors,
  mention: PlaceMention,
  { country, rank, count }: { readonly country: string; readonly rank: number; readonly count: number },
  triggers: ReadonlySet<number>,
): Int32Array {
  const { words, doc } = reading;
  const token = doc.tokens[mention.tokenEnd - 1];
  const standing = standingOf(reading, anchors, token, triggers);
  const kind = hashText(`${mention.candidates[0]?.kind ?? 'none'} ${mention.role}`);
  const inTop = token.sentence === 0 && mention.tokenStart < 4 ? 1 : 0;
  const before = words.word[mention.tokenStart - 1] ?? 7;
  const features = new Features();
  features.add(20, 0);
  features.add(21, kind);
  features.add(22, standing.away);
  features.add(23, mixHash(kind, standing.away));
  features.add(24, mixHash(standing.away, standing.told));
  features.add(25, mixHash(standing.near, standing.away));
  features.add(26, standing.trigger);
  features.add(27, mixHash(standing.above, before));
  features.add(28, mixHash(before, standing.away));
  features.add(29, mixHash(inTop, standing.away));
  features.add(30, mixHash(Math.min(5, count), standing.away));
  features.add(31, mixHash(Math.min(3, rank), kind));
  features.add(32, hashText(`${country} ${words.lower.slice(mention.tokenStart, mention.tokenEnd).join(' ')}`));
  features.add(33, words.word[mention.tokenEnd] ?? 7);
  features.add(34, mixHash(words.label[token.index], standing.away));
  features.add(35, mixHash(Math.min(6, token.sentence), inTop));
  features.add(36, mixHash(before, words.word[mention.tokenStart - 2] ?? 7));
  features.add(37, mixHash(inTop, Math.min(5, count)));
  return features.all;
}

/** What holds the place, or that nothing does. */
function withContainer(
  base: Int32Array,
  { words, doc }: Reading,
  mention: PlaceMention,
  holder: PlaceMention | null,
  isCommonest: boolean,
): Int32Array {
  const features = new Features();
  const kindOf = (one: PlaceMention): string => one.candidates[0]?.kind ?? 'none';
  if (holder === null) {
    features.add(60, hashText(kindOf(mention)));
    features.add(61, words.word[mention.tokenEnd] ?? 7);
    return Int32Array.from([...base, ...features.all]);
  }
  const kinds = hashText(`${kindOf(mention)} in ${kindOf(holder)}`);
  const [from, to] = [Math.min(mention.tokenEnd, holder.tokenEnd), Math.max(mention.tokenStart, holder.tokenStart)];
  const same = doc.tokens[holder.tokenStart].sentence === doc.tokens[mention.tokenStart].sentence;
  const between = same && to - from <= 4 ? hashText(words.lower.slice(from, to).join(' ')) : same ? 1 : 2;
  const order = holder.tokenStart > mention.tokenStart ? 1 : 0;
  features.add(70, kinds);
  features.add(71, mixHash(between, order));
  features.add(72, mixHash(mixHash(between, order), kinds));
  features.add(73, mixHash(isCommonest ? 1 : 0, kinds));
  features.add(74, hashText(`in ${words.lower.slice(holder.tokenStart, holder.tokenEnd).join(' ')}`));
  features.add(75, mixHash(same ? 1 : 0, mixHash(Math.min(13, to - from), order)));
  return Int32Array.from([...base, ...features.all]);
}
