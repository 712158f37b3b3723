import { mixHash } from '../../base/hash.ts';
import type { Scorer } from './linear-model.ts';
import { outside, type WordFeatures } from './word-features.ts';

/** Room for the features of one word. */
export const tagFeatureLimit = 48;

/** The greedy tagger: from left to right, each word's tag from its own look, its neighbours' and the last two tags. */
export interface TaggerModel {
  readonly scorer: Scorer;
  /** `UPOS|XPOS` pairs; a tag is an index into them. */
  readonly tags: readonly string[];
  /** Words that have one tag in all of the training data: form hash → tag. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** The tag of each word of one sentence. */
export function tagWords(words: readonly WordFeatures[], { scorer, tags, fixed }: TaggerModel): Int32Array {
  const result = new Int32Array(words.length);
  const features = new Int32Array(tagFeatureLimit);
  const scores = new Float32Array(tags.length);
  let previous = -1;
  let beforePrevious = -1;
  for (let i = 0; i < words.length; i++) {
    let tag = fixed.get(words[i].form);
    if (tag === undefined) {
      const count = tagFeatures(words, i, previous, beforePrevious, features);
      scorer.score(features, count, scores);
      tag = argmax(scores);
    }
    result[i] = tag;
    beforePrevious = previous;
    previous = tag;
  }
  return result;
}

/** Fills `out` with the features of word `i` and returns how many there are. */
export function tagFeatures(
  words: readonly WordFeatures[],
  i: number,
  previous: number,
  beforePrevious: number,
  out: Int32Array,
): number {
  const word = words[i];
  const left = words[i - 1] ?? outside;
  const left2 = words[i - 2] ?? outside;
  const right = words[i + 1] ?? outside;
  const right2 = words[i + 2] ?? outside;
  const tagPair = mixHash(previous, beforePrevious);
  let n = 0;
  out[n++] = mixHash(1, 0);
  out[n++] = mixHash(2, word.form);
  out[n++] = mixHash(3, word.lower);
  for (let s = 0; s < 4; s++) out[n++] = mixHash(4 + s, word.suffixes[s]);
  for (let p = 0; p < 3; p++) out[n++] = mixHash(8 + p, word.prefixes[p]);
  out[n++] = mixHash(11, word.shape);
  out[n++] = mixHash(12, previous);
  out[n++] = mixHash(13, tagPair);
  out[n++] = mixHash(14, mixHash(previous, word.lower));
  out[n++] = mixHash(15, left.lower);
  out[n++] = mixHash(16, left2.lower);
  out[n++] = mixHash(17, right.lower);
  out[n++] = mixHash(18, right2.lower);
  out[n++] = mixHash(19, left.suffixes[2]);
  out[n++] = mixHash(20, right.suffixes[2]);
  out[n++] = mixHash(21, right.shape);
  out[n++] = mixHash(22, mixHash(word.lower, right.lower));
  out[n++] = mixHash(23, mixHash(left.lower, word.lower));
  out[n++] = mixHash(24, mixHash(word.case, i === 0 ? 1 : 0));
  out[n++] = mixHash(25, mixHash(previous, right.suffixes[1]));
  out[n++] = mixHash(26, left.shape);
  out[n++] = mixHash(27, mixHash(word.suffixes[2], mixHash(previous, right.suffixes[2])));
  out[n++] = mixHash(28, mixHash(left.lower, right.lower));
  out[n++] = mixHash(29, mixHash(word.case, right.case));
  out[n++] = mixHash(40, word.cluster512);
  out[n++] = mixHash(41, word.cluster2048);
  out[n++] = mixHash(42, word.cluster64);
  out[n++] = mixHash(43, right.cluster512);
  out[n++] = mixHash(44, left.cluster512);
  out[n++] = mixHash(45, mixHash(previous, word.cluster512));
  out[n++] = mixHash(46, mixHash(word.cluster512, right.cluster512));
  out[n++] = mixHash(47, mixHash(word.cluster64, mixHash(previous, right.cluster64)));
  out[n++] = mixHash(48, mixHash(word.shape, word.cluster512));
  return n;
}

/** The class with the highest score, the first of equals. */
export function argmax(scores: Float32Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c;
  return best;
}
