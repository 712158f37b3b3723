import type { Place } from '../../model/place.ts';
import { compareSpans, type Span } from '../../model/span.ts';
import type { Sentence, Token } from '../token.ts';
import { findCoordinates } from './find-coordinates.ts';
import type { Gazetteer, PlaceCandidate } from './gazetteer.ts';
import { findNameSpans } from './name-spans.ts';
import { placeOf, placeWithin } from './place-of-reading.ts';
import { queriesOf } from './place-queries.ts';
import { type PlaceRole, roleOf } from './place-role.ts';
import { placesOnMap } from './places-on-map.ts';
import { type Reading, type ReadingReason, resolveNames } from './resolve-names.ts';
import { shapePlaces } from './shape-places.ts';
import { findUnknownNames } from './unknown-names.ts';
import { type WeighedName, weighNames } from './weigh-names.ts';

export type { PlaceRole } from './place-role.ts';

/** A reading that was weighed: the candidate and its share of belief among all readings of the name. */
export interface WeighedCandidate extends PlaceCandidate {
  readonly share: number;
  /** What spoke for it, strongest first. */
  readonly reasons: readonly ReadingReason[];
}

/** One name of a place in a text. */
export interface PlaceMention {
  /** The words of the name itself; `place.span` may be wider ("12 km north of Chaman"). */
  readonly span: Span;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly place: Place;
  /** The best readings, best first. */
  readonly candidates: readonly WeighedCandidate[];
  /** Where something may have happened, who speaks, what somebody is called after, or a part of another name. */
  readonly role: PlaceRole;
  /** Why it has this role, in words. */
  readonly reason: string;
}

/** What findPlaces reads of a document. */
export interface PlaceInput {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

export interface PlaceOptions {
  /** ISO 3166-1 code of the publisher's country: a prior for names that many places bear. */
  readonly publisherCountry?: string | null;
}

/** Names whose chance of being a place is below this are not reported. */
const chanceMin = 0.34;
const candidatesMax = 5;

/** Finds the places that a text names, and decides over the whole text which they are; never throws, never guesses a default. */
export function findPlaces(input: PlaceInput, gazetteer: Gazetteer, options: PlaceOptions = {}): PlaceMention[] {
  const { tokens } = input;
  const known = findNameSpans(tokens, input.sentences, gazetteer);
  const unknown = findUnknownNames(tokens, input.sentences, known, gazetteer);
  const spans = [...known, ...unknown].sort((a, b) => a.tokenStart - b.tokenStart);
  const named = weighNames(spans, tokens, gazetteer);
  const kept = named.filter(({ chance, part }) => chance >= chanceMin || part);
  const publisher = options.publisherCountry ? gazetteer.countryOf(options.publisherCountry) : null;
  const queries = queriesOf(kept, tokens, gazetteer);
  const readings = resolveNames(queries, gazetteer, publisher);
  const mentions = kept.map((name, at) => mentionOf(input, name, readings[at], gazetteer));
  const settled = mentions.map((mention, at) => {
    const within = queries[at].isToldInside ? queries[at].within : null;
    return mention.place.lat !== null || within === null || !mayLieIn(mention, mentions[within])
      ? mention
      : { ...mention, place: placeWithin(mention.place, mentions[within].place) };
  });
  const shaped = shapePlaces(placesOnMap(settled), input, gazetteer);
  const points = findCoordinates(input.text, tokens);
  return points.length === 0 ? shaped : [...shaped, ...points].sort((a, b) => compareSpans(a.span, b.span));
}

/** A name without a place of its own is somewhere in the unit that the text names as holding it. */
function mayLieIn({ role, candidates }: PlaceMention, container: PlaceMention): boolean {
  const kind = container.candidates[0]?.kind;
  return (
    role === 'location' &&
    candidates[0]?.kind !== 'country' &&
    (kind === 'country' || kind === 'admin1' || kind === 'admin2')
  );
}

function mentionOf(
  input: PlaceInput,
  weighed: WeighedName,
  readings: readonly Reading[],
  gazetteer: Gazetteer,
): PlaceMention {
  const name = weighed.span;
  const { role, reason } = roleOf(weighed, readings, input.tokens, gazetteer);
  const span = { start: input.tokens[name.tokenStart].start, end: input.tokens[name.tokenEnd - 1].end };
  const candidates = readings
    .slice(0, candidatesMax)
    .map(reading => ({ ...gazetteer.candidate(reading), share: rounded(reading.share), reasons: reading.reasons }));
  return {
    span,
    tokenStart: name.tokenStart,
    tokenEnd: name.tokenEnd,
    place: placeOf(input.text, span, readings, candidates, gazetteer),
    candidates,
    role,
    reason,
  };
}

/** To four digits: exponents differ in the last of sixteen between engines, and the same text must give the same bytes. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
