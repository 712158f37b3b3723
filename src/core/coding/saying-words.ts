import type { Speech } from '../language/speech/speech.ts';
import { type Context, sentenceOf } from './context.ts';

/** Words of time and place so near to a word of saying belong to the saying ("police said on Wednesday"). */
const NEAR_TOKENS = 4;

/**
 * Whether words stand with the saying while the happening stands in what is said: "In X, the minister said on Monday that
 * troops had …" tells neither where nor when the troops did it.
 */
export function isFarSaying(context: Context, words: number, happening: number): boolean {
  const speeches = speechesOf(context, words);
  if (speeches.some(speech => holds(speech, happening) && holds(speech, words))) return false;
  return speeches.some(speech => holds(speech, happening) && belongsToSaying(speech, words));
}

/** Whether words belong to a speaker or to the saying itself: "officials in X", "said on Wednesday". */
export function isSaying(context: Context, words: number): boolean {
  const speeches = speechesOf(context, words);
  if (speeches.some(speech => holds(speech, words))) return false;
  return speeches.some(speech => belongsToSaying(speech, words));
}

/** Outside what is said: before the cue, between the cue and what follows it, or right behind the cue. */
function belongsToSaying(speech: Speech, words: number): boolean {
  const { sourceRange, cueToken, cueEnd, content } = speech;
  if (sourceRange !== null && sourceRange.start <= words && words < sourceRange.end) return true;
  const [first, last] = [content.at(0), content.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (words < cueToken) return words < first.start;
  return words < first.start || words - cueEnd < NEAR_TOKENS;
}

function speechesOf(context: Context, words: number): readonly Speech[] {
  const { tokenStart, tokenEnd } = sentenceOf(context, words);
  return context.doc.speeches.filter(
    ({ cueToken, negated }) => !negated && tokenStart <= cueToken && cueToken < tokenEnd,
  );
}

function holds({ content }: Speech, token: number): boolean {
  return content.some(({ start, end }) => start <= token && token < end);
}
