import type { PlaceMention } from '../../language/places/find-places.ts';
import type { Sentence } from '../../language/token.ts';
import { childrenWith } from '../../language/tree.ts';
import { type Context, sentenceOf, tellsEvent, within } from '../context.ts';
import type { Draft } from '../draft.ts';
import { trustedPlace } from '../place-trust.ts';
import { finest } from '../places-together.ts';
import { isFarSaying, isSaying } from '../saying-words.ts';

/**
 * Where an event happened, by its own sentence: its locations, the finer ones alone where there are any (codebook §6.3).
 * Two towns of one event stay two; a nationality, a government or where a speaker sits is no place of it.
 */
export function eventPlace(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.places.length > 0) return draft;
    const located = locations(context, sentenceOf(context, draft.anchor)).filter(
      ({ tokenStart }) => !isFarSaying(context, tokenStart, draft.anchor),
    );
    const nearest = [...located].sort((a, b) => distance(a, draft.anchor) - distance(b, draft.anchor));
    return { ...draft, places: finest(nearest.map(mention => trustedPlace(context, mention))) };
  });
}

/** The places that a sentence puts something in, and not where somebody speaks, goes or comes from. */
export function locations(context: Context, { tokenStart, tokenEnd }: Sentence): readonly PlaceMention[] {
  return within(context.placeAt, { start: tokenStart, end: tokenEnd }).filter(
    mention =>
      mention.role === 'location' &&
      context.dateAt[mention.tokenStart] === null &&
      isLocative(context, mention) &&
      !isContainer(context, mention) &&
      !isSaying(context, mention.tokenStart),
  );
}

function distance({ tokenStart }: PlaceMention, at: number): number {
  return Math.abs(tokenStart - at);
}

/** The unit that holds the place named before it, and no second place: "in X in the department of Y", "in X (Y)". */
function isContainer(context: Context, { tokenStart }: PlaceMention): boolean {
  const { tokens } = context.tree;
  const before = tokens[tokenStart - 1]?.text.toLowerCase() ?? '';
  if (before === '(') return tokenStart >= 2 && context.placeAt[tokenStart - 2] !== null;
  const unit = tokens[tokenStart - 2]?.lemma.toLowerCase() ?? '';
  if (before !== 'of' || !context.codebook.wordSets['admin-unit'].has(unit)) return false;
  const { tokenStart: start } = sentenceOf(context, tokenStart);
  return within(context.placeAt, { start, end: tokenStart - 1 }).some(({ role }) => role === 'location');
}

/** Whether a preposition of place governs a name: its own, or that of the noun it belongs to ("the X border crossings"). */
function isLocative(context: Context, mention: PlaceMention): boolean {
  const { tokens } = context.tree;
  const { wordSets } = context.codebook;
  // A name inside an actor's is no place, and a river is none that a gazetteer of towns can pin.
  if (context.actorAt[mention.tokenStart] !== null) return false;
  if (wordSets.water.has(tokens[mention.tokenEnd]?.lemma.toLowerCase() ?? '')) return false;
  if (isHome(context, mention)) return false;
  let at = mention.tokenEnd - 1;
  for (let steps = 0; steps < 5; steps += 1) {
    const prepositions = childrenWith(context.tree, at, 'case');
    if (prepositions.length > 0)
      return prepositions.some(({ text }) => wordSets['place-preposition'].has(text.toLowerCase()));
    const { label, head } = tokens[at];
    // "They shelled X": what is attacked is where it happened.
    if (/^(?:obj|nsubj:pass)$/.test(label) && tellsEvent(context, head)) return true;
    if (head === at || !/^(?:compound|flat|conj|appos|nmod|amod|nummod|dep)/.test(label)) break;
    at = head;
  }
  return followsPreposition(context, mention);
}

/** "Captain Ali Sow, a resident of X, was killed": where somebody is from is not where it happened. */
function isHome({ tree, codebook }: Context, { tokenEnd }: PlaceMention): boolean {
  const { label, head } = tree.tokens[tokenEnd - 1];
  const noun = tree.tokens[head];
  return label === 'nmod' && noun.label === 'appos' && codebook.wordSets['native-of'].has(noun.lemma);
}

/** "in general area | X", in a parse that hangs the name elsewhere: only nouns and adjectives stand between. */
function followsPreposition(context: Context, { tokenStart }: PlaceMention): boolean {
  const { tokens } = context.tree;
  for (let i = tokenStart - 1; i >= Math.max(0, tokenStart - 5); i -= 1) {
    const { upos, text } = tokens[i];
    if (upos === 'ADP') return context.codebook.wordSets['place-preposition'].has(text.toLowerCase());
    if (upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'DET' && upos !== 'PROPN') return false;
  }
  return false;
}
