import { foldName } from '../../base/fold-name.ts';
import type { Span } from '../../model/span.ts';
import type { PlaceInput, PlaceOptions, WeighedCandidate } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findNameSpans, type NameSpan } from './name-spans.ts';
import { queriesOf } from './place-queries.ts';
import { resolveNames } from './resolve-names.ts';

/** Resolves spans that somebody else found (a reviewer, another recogniser): the best reading of each, or null where no place bears the name. */
export function resolveSpans(
  input: PlaceInput,
  spans: readonly Span[],
  gazetteer: Gazetteer,
  options: PlaceOptions = {},
): (WeighedCandidate | null)[] {
  const publisher = options.publisherCountry ? gazetteer.countryOf(options.publisherCountry) : null;
  const names = spans.map(span => ({ span: nameSpanOf(input, span, gazetteer), chance: 1 }));
  const readings = resolveNames(queriesOf(names, input.tokens, gazetteer), gazetteer, publisher);
  return readings.map(([best]) => (best ? { ...gazetteer.candidate(best), share: best.share } : null));
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
