import type { Feature } from '../feature.ts';
import type { ReportWords } from '../report-words.ts';
import type { StoryProfile } from '../stories/story-score.ts';

/** Texts of fewer words are alike or not by chance. */
const WORDS_MIN = 6;
/** From the first to the second score (logarithms of odds) the value rises from 0 to 1. */
const LEAST = -6;
const MOST = 4;

/** The value that speaks neither for one happening nor against it. */
export const NEUTRAL = 0.4;
/** Up to so many different words (a headline) nothing speaks against it. */
const FEW_WORDS = 20;
/** From so many different words on, a text says enough for all that it says and lacks to count. */
export const ENOUGH_WORDS = 100;

/** Do the two reports tell the same story by their words, names and days of publication? */
export function storyFeature(a: StoryProfile, b: StoryProfile, words: ReportWords): Feature | null {
  if (a.full.size < WORDS_MIN || b.full.size < WORDS_MIN) return null;
  const score = words.score(a, b);
  const names = [...a.names].filter(([name]) => b.names.has(name));
  const rarest = names.sort(([x, p], [y, q]) => q - p || (x < y ? -1 : 1)).slice(0, 3);
  const why =
    rarest.length === 0 ? 'the reports share no names' : `the reports share ${rarest.map(([name]) => name).join(', ')}`;
  const value = Math.min(1, Math.max(0, (score - LEAST) / (MOST - LEAST)));
  // Two short texts may share nothing and tell the same: the fewer words, the less that speaks against it.
  const length = (Math.min(a.full.size, b.full.size) - FEW_WORDS) / (ENOUGH_WORDS - FEW_WORDS);
  const weight = value < NEUTRAL ? Math.min(1, Math.max(0, length)) : 1;
  return { value: NEUTRAL + (value - NEUTRAL) * weight, why };
}
