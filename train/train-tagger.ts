import { argmax, tagFeatureLimit, tagFeatures, tagWords } from '../src/core/language/syntax/tagger.ts';
import type { WordFeatures } from '../src/core/language/syntax/word-features.ts';
import type { TreeSentence } from './corpora.ts';
import { Perceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

export interface TaggerTraining {
  readonly epochs: number;
  readonly seed: number;
  /** Share of the sentences that are read in lower case, so that tags hold on feeds without capitals. */
  readonly lowerShare: number;
}

/** The tag inventory: each pair of tags seen three times or more. */
export function tagInventory(sentences: readonly TreeSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { upos, xpos } of sentences) {
    upos.forEach((tag, i) => {
      const pair = `${tag}|${xpos[i]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
  }
  return [...counts].filter(([, count]) => count >= 3).map(([tag]) => tag);
}

/** A sentence's gold tags as numbers; a pair too rare for the inventory becomes the commonest with its fine tag. */
export function goldTags({ upos, xpos }: TreeSentence, tags: readonly string[]): Int32Array {
  return Int32Array.from(upos, (tag, i) => {
    const exact = tags.indexOf(`${tag}|${xpos[i]}`);
    return exact >= 0
      ? exact
      : Math.max(
          0,
          tags.findIndex(pair => pair.endsWith(`|${xpos[i]}`)),
        );
  });
}

export function trainTagger(
  sentences: readonly TreeSentence[],
  tags: readonly string[],
  featuresOf: (form: string) => WordFeatures,
  { epochs, seed, lowerShare }: TaggerTraining,
): Perceptron {
  const model = new Perceptron(tags.length);
  const random = seededRandom(seed);
  const order = sentences.map((_, i) => i);
  const gold = sentences.map(sentence => goldTags(sentence, tags));
  const features = new Int32Array(tagFeatureLimit);
  const scores = new Float32Array(tags.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffle(order, random)) {
      const lower = random() < lowerShare;
      const words = sentences[s].forms.map(form => featuresOf(lower ? form.toLowerCase() : form));
      let previous = -1;
      let beforePrevious = -1;
      for (let i = 0; i < words.length; i++) {
        const count = tagFeatures(words, i, previous, beforePrevious, features);
        model.score(features, count, scores);
        const guess = argmax(scores);
        if (guess !== gold[s][i]) model.update(features, count, gold[s][i], guess);
        model.tick();
        beforePrevious = previous;
        previous = guess;
      }
    }
  }
  return model;
}

/** Tags each part of the data with a tagger that has not seen it: what a parser must learn from. */
export function jackknifeTags(
  sentences: readonly TreeSentence[],
  tags: readonly string[],
  featuresOf: (form: string) => WordFeatures,
  { folds, epochs, lowerShare }: { folds: number; epochs: number; lowerShare: number },
): Int32Array[] {
  const result: Int32Array[] = new Array(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const rest = sentences.filter((_, i) => i % folds !== fold);
    const scorer = trainTagger(rest, tags, featuresOf, { epochs, seed: fold + 1, lowerShare });
    for (let i = fold; i < sentences.length; i += folds) {
      result[i] = tagWords(sentences[i].forms.map(featuresOf), { scorer, tags, fixed: new Map() });
    }
  }
  return result;
}
