import type { Genre } from '../codebook.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft } from '../draft.ts';

/** A text is of another world from this weight of different words on, and only where they outnumber its armed actors. */
const WEIGHT_MIN = 5;

/**
 * Battles that nobody fights (codebook §1.4): of a text on sport or fiction nothing is kept; in one on an exercise or game
 * what would be news is hypothetical.
 */
export function otherWorlds(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const genre = genreOf(context);
  if (genre === null) return drafts;
  if (genre !== 'exercise')
    return drafts.map(draft => ({ ...draft, dropped: draft.dropped ?? `the text is of the genre ${genre}` }));
  return drafts.map(draft => {
    const acted =
      draft.scope === 'incident' &&
      (draft.kind === 'event' || draft.kind === 'casualty') &&
      draft.polarity === 'positive';
    return acted && sentenceOf(context, draft.anchor).kind !== 'dateline'
      ? { ...draft, scope: 'hypothetical' as const }
      : draft;
  });
}

function genreOf(context: Context): Genre | null {
  const { genreWords } = context.codebook;
  const found = new Map<Genre, Set<string>>();
  for (const { lemma } of context.tree.tokens) {
    for (const { genre } of genreWords.get(lemma.toLowerCase()) ?? []) {
      found.set(genre, (found.get(genre) ?? new Set()).add(lemma.toLowerCase()));
    }
  }
  const armed = new Set(
    context.doc.actors.filter(({ ref }) => ref.id !== null && ref.kind !== 'civilians').map(({ ref }) => ref.id),
  );
  let best: { genre: Genre; weight: number } | null = null;
  for (const [genre, lemmas] of found) {
    const weight = [...lemmas].reduce(
      (sum, lemma) => sum + (genreWords.get(lemma)?.find(word => word.genre === genre)?.weight ?? 0),
      0,
    );
    if (weight > (best?.weight ?? 0)) best = { genre, weight };
  }
  return best !== null && best.weight >= WEIGHT_MIN && best.weight > armed.size * 2 ? best.genre : null;
}
