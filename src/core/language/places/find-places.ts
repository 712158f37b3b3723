import type { Place } from '../../model/place.ts';
import type { Span } from '../../model/span.ts';
import type { Sentence, Token } from '../doc.ts';
import { describeReading } from './describe-reading.ts';
import type { Gazetteer, PlaceCandidate } from './gazetteer.ts';
import { findNameSpans } from './name-spans.ts';
import { queriesOf } from './place-queries.ts';
import { type PlaceRole, roleOf } from './place-role.ts';
import { placeWeights } from './place-weights.ts';
import { type Reading, resolveNames } from './resolve-names.ts';
import { shapePlaces } from './shape-places.ts';
import { type WeighedName, weighNames } from './weigh-names.ts';

export type { PlaceRole } from './place-role.ts';

/** A reading that was weighed: the candidate and its share of belief among all readings of the name. */
export interface WeighedCandidate extends PlaceCandidate {
  readonly share: number;
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
const chanceMin = 0.35;
const candidatesMax = 5;

/** Finds the places that a text names, and decides over the whole text which they are; never throws, never guesses a default. */
export function findPlaces(input: PlaceInput, gazetteer: Gazetteer, options: PlaceOptions = {}): PlaceMention[] {
  const { tokens } = input;
  const named = weighNames(findNameSpans(tokens, input.sentences, gazetteer), tokens, gazetteer);
  const kept = named.filter(({ chance, part }) => chance >= chanceMin || part);
  const publisher = options.publisherCountry ? gazetteer.countryOf(options.publisherCountry) : null;
  const queries = queriesOf(kept, tokens, gazetteer);
  const readings = resolveNames(queries, gazetteer, publisher);
  const mentions = kept.map((name, at) => mentionOf(input, name, readings[at], gazetteer));
  return shapePlaces(mentions, input, gazetteer);
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
    .map(reading => ({ ...gazetteer.candidate(reading), share: reading.share }));
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

function placeOf(
  text: string,
  span: Span,
  readings: readonly Reading[],
  candidates: readonly WeighedCandidate[],
  gazetteer: Gazetteer,
): Place {
  const words = text.slice(span.start, span.end);
  const [best] = candidates;
  const described = describeReading(words, readings, candidates, gazetteer);
  if (!best || described.sure < placeWeights.sure) {
    return {
      name: words,
      span,
      id: null,
      lat: null,
      lon: null,
      radiusKm: null,
      precision: null,
      country: null,
      admin1: null,
      basis: 'unknown',
      why: described.why,
    };
  }
  return {
    name: words,
    span,
    id: best.id,
    lat: best.lat,
    lon: best.lon,
    radiusKm: best.radiusKm,
    precision: described.precision,
    country: best.country,
    admin1: best.kind === 'admin1' ? best.name : best.admin1,
    basis: described.basis,
    why: described.why,
  };
}
