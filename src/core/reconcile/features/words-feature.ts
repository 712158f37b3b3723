import { cosine, type TermVector } from '../account-words.ts';
import type { Feature } from '../feature.ts';

/** From this cosine on, two texts are copies or rewritings of one. */
const FULL = 0.6;

/** Fewer words than these are alike or not by chance. */
const WORDS_MIN = 4;

/** Below this likeness short texts say nothing: a headline leaves most words out. */
const ALIKE = 0.1;
const FEW_WORDS = 15;

/** Do the two use the same words and names? */
export function wordsFeature(a: TermVector, b: TermVector): Feature | null {
  if (a.size < WORDS_MIN || b.size < WORDS_MIN) return null;
  const likeness = cosine(a, b);
  if (likeness < ALIKE && Math.min(a.size, b.size) < FEW_WORDS) return null;
  const shared = [...a].filter(([term]) => b.has(term));
  const top = shared.sort((x, y) => y[1] * (b.get(y[0]) ?? 0) - x[1] * (b.get(x[0]) ?? 0)).slice(0, 3);
  const words = top.map(([term]) => term).join(', ');
  const why = `words ${likeness.toFixed(2)} alike${words === '' ? '' : ` (${words})`}`;
  return { value: Math.min(1, likeness / FULL), why };
}
