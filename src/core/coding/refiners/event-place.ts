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
      .filter(({ role }) => role === 'location')
      .map(({ place }) => place);
    return { ...draft, places: finest(places) };
  });
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
