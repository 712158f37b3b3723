import type { Context } from './context.ts';
import type { Draft } from './draft.ts';

/** Drafts by the number of the sentence of their anchor: rules compare within a sentence and not across a report. */
export type DraftIndex = ReadonlyMap<number, readonly Draft[]>;

/** Puts drafts that are kept under their sentences, in the order given. */
export function bySentence(drafts: readonly Draft[], context: Context): DraftIndex {
  const index = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (draft.dropped !== null) continue;
    const { sentence } = context.tree.tokens[draft.anchor];
    const list = index.get(sentence);
    if (list === undefined) index.set(sentence, [draft]);
    else list.push(draft);
  }
  return index;
}

/** The kept drafts of the sentence that holds a token. */
export function draftsBeside(index: DraftIndex, context: Context, token: number): readonly Draft[] {
  return index.get(context.tree.tokens[token].sentence) ?? [];
}
