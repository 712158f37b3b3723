import type { PlaceMention } from '../../language/places/find-places.ts';
import { childWith } from '../../language/tree.ts';
import type { Place } from '../../model/place.ts';
import { type Context, sentenceOf, within } from '../context.ts';
import type { Draft } from '../draft.ts';

/** Precisions up to this one name a spot, a town or a district; coarser ones are kept only where nothing finer is said. */
const FINE = 3;

/**
 * Where an event happened: the locations of its own sentence, the finer ones alone where there are any (codebook §6.3). Two
 * towns of one event stay two; a nationality or a government is no place.
 */
export function eventPlace(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.places.length > 0) return draft;
    const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
    const places = within(context.placeAt, { start: tokenStart, end: tokenEnd })
      .filter(mention => mention.role === 'location' && isLocative(context, mention) && !isContainer(context, mention))
      .map(({ place }) => place);
    return { ...draft, places: finest(places) };
  });
}

/** "in the department of X": the unit that holds the place named beside it, and no second place. */
function isContainer(context: Context, { tokenStart }: PlaceMention): boolean {
  const { tokens } = context.tree;
  const unit = tokens[tokenStart - 2]?.lemma.toLowerCase() ?? '';
  return tokens[tokenStart - 1]?.text.toLowerCase() === 'of' && context.codebook.wordSets['admin-unit'].has(unit);
}

/** A name inside an actor's is no place. Whether a preposition of place governs a name: its own, or that of the noun it belongs to ("the X border crossings"). */
function isLocative(context: Context, mention: PlaceMention): boolean {
  const { tokens } = context.tree;
  if (context.actorAt[mention.tokenStart] !== null) return false;
  let at = mention.tokenEnd - 1;
  for (let steps = 0; steps < 5; steps += 1) {
    const preposition = childWith(context.tree, at, 'case');
    if (preposition !== null) return context.codebook.wordSets['place-preposition'].has(preposition.text.toLowerCase());
    const { label, head } = tokens[at];
    if (head === at || !/^(?:compound|flat|conj|appos|nmod|amod|nummod|dep)/.test(label)) return false;
    at = head;
  }
  return false;
}

/** The finer places where there are any, each once. */
export function finest(places: readonly Place[]): readonly Place[] {
  const fine = places.filter(({ precision }) => precision !== null && precision <= FINE);
  const chosen = fine.length > 0 ? fine : places;
  return chosen.filter((place, i) => chosen.findIndex(other => samePlace(other, place)) === i);
}

/** Whether two places are one by id, or by name where neither is resolved. */
export function samePlace(a: Place, b: Place): boolean {
  return a.id !== null || b.id !== null ? a.id === b.id : a.name.toLowerCase() === b.name.toLowerCase();
}
