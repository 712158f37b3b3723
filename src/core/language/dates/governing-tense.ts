import type { Token } from '../token.ts';

/** How far up the tree a governing verb is looked for. */
const STEPS_MAX = 12;

/**
 * The tense of the verb that the token at an offset depends on: `past`, or `open` where the present or an infinitive may
 * look ahead. Null where no tagger has spoken or no verb governs it.
 */
export function governingTense(tokens: readonly Token[], index: number): 'past' | 'open' | null {
  let token = tokens[index];
  for (let step = 0; step < STEPS_MAX && token !== undefined; step += 1) {
    if (token.upos === 'VERB' || token.upos === 'AUX') {
      if (token.xpos === 'VBD' || token.xpos === 'VBN') return 'past';
      return /^(?:VB|VBP|VBZ)$/.test(token.xpos) ? 'open' : null;
    }
    const head = tokens[token.head];
    if (head === token) return null;
    token = head;
  }
  return null;
}
