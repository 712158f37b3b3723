import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldName } from '../../src/core/base/fold-name.ts';
import { sharedFolder } from '../corpora.ts';

const SENTENCES_MIN = 6;
const CORPUS = join(sharedFolder, 'corpora', 'language', 'gmb_ner_train.jsonl');

/**
 * The table `data/language/word-rarity.tsv`, from the sentences of the Groningen Meaning Bank (public domain news): how rare
 * each word is, from 0 (in every sentence) to 1 (in none). Words in fewer than six sentences stay out and count as 1.
 */
export function wordRarity(): string {
  return wordRarityTable(readFileSync(CORPUS, 'utf8'));
}

function wordRarityTable(corpus: string): string {
  const sentences = new Map<string, number>();
  let count = 0;
  for (const line of corpus.split('\n')) {
    if (line === '') continue;
    count++;
    const { tokens }: { tokens: readonly string[] } = JSON.parse(line);
    const words = new Set(tokens.map(foldName).filter(word => word.length >= 3 && !/^\d/.test(word)));
    for (const word of words) sentences.set(word, (sentences.get(word) ?? 0) + 1);
  }
  const top = Math.log(count / (SENTENCES_MIN - 1));
  const rows = [...sentences].filter(([, seen]) => seen >= SENTENCES_MIN).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([word, seen]) => `${word}\t${(Math.log(count / seen) / top).toFixed(2)}`);
  return `${HEAD}\nword\trarity\n${lines.join('\n')}\n`;
}

const HEAD = `# How rare words are in news: logarithm of the share of sentences without them, 1 where hardly any has them.
# origin: counted in the Groningen Meaning Bank 2.2 (mostly Voice of America) by train/reconcile/build-word-rarity.ts
# licence: CC0-1.0 (texts and annotation in the public domain)
# date: 2026-11-25`;
