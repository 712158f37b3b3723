import type { PlaceMention } from '../../language/places/find-places.ts';
import type { Place } from '../../model/place.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/**
 * Where the victims were harmed, as the words of their own clause say it: "12 dead in X", "on the Y side", "In Z, two
 * were killed" (codebook §6.4). Coordinated figures before one place share it; a comma ends its reach.
 */
export function harmPlace(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft =>
    draft.kind === 'casualty' && draft.place === null ? { ...draft, place: placeOf(context, draft) } : draft,
  );
}

function placeOf(context: Context, draft: DraftOf<'casualty'>): Place | null {
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  for (let i = draft.range.start; i < tokenEnd; i += 1) {
    const token = context.tree.tokens[i];
    if (i >= draft.range.end && /^(?:[,;:()]|when|after|as|while|before)$/i.test(token.text)) break;
    const place = locationAt(context, i);
    if (place !== null) return place;
  }
  for (let i = draft.range.start - 1; i >= tokenStart; i -= 1) {
    const token = context.tree.tokens[i];
    if (token.upos === 'VERB' || /^[;:]$/.test(token.text)) break;
    const place = locationAt(context, i);
    if (place !== null) return place;
  }
  return null;
}

/** A place that a preposition makes a location, or a nationality with "side" ("on the Kenyan side"). */
function locationAt(context: Context, i: number): Place | null {
  const mention = context.placeAt[i];
  if (mention === null || mention.tokenStart !== i) return null;
  if (mention.role === 'demonym')
    return isSide(context, mention)
      ? { ...mention.place, name: mention.candidates[0]?.name ?? mention.place.name }
      : null;
  return mention.role === 'location' ? mention.place : null;
}

function isSide(context: Context, mention: PlaceMention): boolean {
  return context.tree.tokens[mention.tokenEnd]?.text.toLowerCase() === 'side';
}
