import { mixHash } from '../../base/hash.ts';
import type { Sentence } from '../../language/token.ts';
import { Features } from './features.ts';
import type { RoleWords } from './role-words.ts';

/** How many sentences count as the beginning of a report. */
const leadSentences = 3;

/** What a sentence is about: its words, pairs of neighbours and pairs along the tree, each once. */
export function sentenceFeaturesOf(words: RoleWords, { tokenStart, tokenEnd, index }: Sentence): Int32Array {
  const { word, group, label, tokens } = words;
  const features = new Features();
  features.add(1, 0);
  features.add(8, Math.min(index, 8));
  for (let i = tokenStart; i < tokenEnd; i++) {
    features.add(2, word[i]);
    features.add(3, group[3 * i + 1]);
    if (i > tokenStart) {
      features.add(4, mixHash(word[i - 1], word[i]));
      features.add(5, mixHash(group[3 * i - 2], group[3 * i + 1]));
    }
    const { head } = tokens[i];
    if (head !== i) {
      features.add(6, mixHash(label[i], mixHash(word[i], word[head])));
      features.add(7, mixHash(label[i], mixHash(group[3 * i + 1], group[3 * head + 1])));
    }
  }
  return Int32Array.from(new Set(features.all));
}

/** What a document is about: its words and pairs of neighbours, those of its beginning marked too, each once. */
export function documentFeaturesOf(words: RoleWords): Int32Array {
  const { word, group, sentences } = words;
  const features = new Features();
  for (const { tokenStart, tokenEnd, index } of sentences) {
    for (let i = tokenStart; i < tokenEnd; i++) {
      features.add(2, word[i]);
      features.add(3, group[3 * i + 1]);
      if (index < leadSentences) features.add(7, word[i]);
      if (i > tokenStart) features.add(4, mixHash(word[i - 1], word[i]));
    }
  }
  return Int32Array.from(new Set(features.all));
}
