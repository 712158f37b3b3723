import { foldName } from '../../base/fold-name.ts';
import type { Span } from '../../model/span.ts';
import { isSettlement } from './containment.ts';
import type { PlaceInput, PlaceOptions, WeighedCandidate } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findNameSpans, type NameSpan } from './name-spans.ts';
import { queriesOf } from './place-queries.ts';
import { type Reading, resolveNames } from './resolve-names.ts';

/** How far from the point of a city a thing may lie that stands beside it in the text. */
const besideKmMax = 160;

/**
 * Resolves spans that somebody else found (a reviewer, another recogniser): the best reading of each. Where no place bears
 * the name ("Christopher Inn"), the place named next to it stands in, with the small share that such a guess deserves;
 * null where there is none.
 */
export function resolveSpans(
  input: PlaceInput,
  spans: readonly Span[],
  gazetteer: Gazetteer,
  options: PlaceOptions = {},
): (WeighedCandidate | null)[] {
  const publisher = options.publisherCountry ? gazetteer.countryOf(options.publisherCountry) : null;
  const names = spans.map(span => ({ span: nameSpanOf(input, span, gazetteer), chance: 1 }));
  const readings = resolveNames(queriesOf(names, input.tokens, gazetteer), gazetteer, publisher);
  const found = readings.map(([best], at) => {
    if (!best) return null;
    // A word out of a longer name ("*Hatch*" of "Brands Hatch") counts only where the rest of the text leads there too.
    if (!isWhole(input, spans[at], names[at].span) && !hasSupport(best, gazetteer)) return null;
    return { ...gazetteer.candidate(best), share: best.share, reasons: best.reasons };
  });
  return found.map((place, at) => place ?? beside(at, found, names));
}

function isWhole({ tokens }: PlaceInput, { start, end }: Span, name: NameSpan): boolean {
  return tokens[name.tokenStart]?.start <= start && tokens[name.tokenEnd - 1]?.end >= end;
}

function hasSupport({ entry, reasons }: Reading, gazetteer: Gazetteer): boolean {
  if (!isSettlement(gazetteer.kind(entry))) return true;
  return reasons.includes('near') || reasons.includes('same-admin1') || reasons.includes('contained');
}

/** The resolved place whose name stands nearest in the text, a following one before a preceding one. */
function beside(
  at: number,
  found: readonly (WeighedCandidate | null)[],
  names: readonly { readonly span: NameSpan }[],
): WeighedCandidate | null {
  let best: WeighedCandidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  found.forEach((place, other) => {
    if (place === null || place.radiusKm > besideKmMax) return;
    const ahead = names[other].span.tokenStart - names[at].span.tokenEnd;
    const distance = ahead >= 0 ? ahead : 1.5 * (names[at].span.tokenStart - names[other].span.tokenEnd);
    if (distance < least) {
      least = distance;
      best = { ...place, match: 'variant', share: 0.1, reasons: ['near'] };
    }
  });
  return best;
}

/** The name of a span: all of its words, or the longest known name among them. */
function nameSpanOf({ text, tokens, sentences }: PlaceInput, { start, end }: Span, gazetteer: Gazetteer): NameSpan {
  let tokenStart = tokens.findIndex(token => token.end > start);
  if (tokenStart < 0) tokenStart = Math.max(0, tokens.length - 1);
  let tokenEnd = tokenStart;
  while (tokenEnd < tokens.length && tokens[tokenEnd].start < end) tokenEnd++;
  const key = foldName(text.slice(start, end));
  const whole = {
    tokenStart,
    tokenEnd: Math.max(tokenEnd, tokenStart + 1),
    key,
    hits: gazetteer.hits(key),
    mode: 'mixed' as const,
  };
  const short =
    tokens[tokenStart - 1]?.text === ',' || /\.$/.test(text.slice(start, end)) ? gazetteer.abbreviated(key) : null;
  if (short !== null) return { ...whole, key: `^${key}`, hits: [{ entry: short, match: 'alternate' }] };
  if (whole.hits.length > 0) return whole;
  const inside = findNameSpans(
    tokens.slice(0, tokenEnd),
    sentences
      .filter(sentence => sentence.tokenEnd > tokenStart && sentence.tokenStart < tokenEnd)
      .map(sentence => ({
        ...sentence,
        tokenStart: Math.max(tokenStart, sentence.tokenStart),
        tokenEnd: Math.min(tokenEnd, sentence.tokenEnd),
      })),
    gazetteer,
  );
  const longest = [...inside].sort((a, b) => b.key.length - a.key.length)[0];
  return longest ?? { ...whole, hits: gazetteer.variants(key) };
}
