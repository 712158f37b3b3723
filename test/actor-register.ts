import { readFileSync } from 'node:fs';
import { ActorIndex } from '../src/core/language/actors/actor-index.ts';
import { actorTables } from '../src/core/language/actors/actor-tables.ts';
import type { Sentence, Token } from '../src/core/language/token.ts';

/** The register as it ships, with further tables of a user's where a test has some. */
export function shippedRegister(own: readonly string[] = []): ActorIndex {
  return ActorIndex.from(actorTables(path => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), own));
}

/** A text cut at lines, sentence ends and spaces, without tags: enough for what looks at words only. */
export function plainDoc(text: string): { text: string; tokens: Token[]; sentences: Sentence[] } {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^\n]+?(?:[.!?]["”]?(?=\s+["“A-Z])|(?=\n)|$)/g)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].length;
    if (start >= end) continue;
    const index = sentences.length;
    const tokenStart = tokens.length;
    for (const word of text
      .slice(start, end)
      .matchAll(/[\p{L}\p{N}\p{M}-]+(?=['’]s\b)|['’]s\b|[\p{L}\p{N}\p{M}-]+|[^\s]/gu)) {
      const at = tokens.length;
      const from = start + word.index;
      const lemma = word[0].toLowerCase();
      tokens.push({
        start: from,
        end: from + word[0].length,
        index: at,
        sentence: index,
        text: word[0],
        lemma,
        upos: '',
        xpos: '',
        head: at,
        label: '',
      });
    }
    sentences.push({ start, end, index, tokenStart, tokenEnd: tokens.length, paragraph: 0, kind: 'body' });
  }
  return { text, tokens, sentences };
}
