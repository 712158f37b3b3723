import { type Context, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/**
 * A bare figure goes on counting those of the figure before it in its sentence: "18 soldiers were killed and 22 captured",
 * "eight others", "another" (codebook §6.2). Side and status are then those of the figure before.
 */
export function inheritVictims(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const done: Draft[] = [];
  const inOrder = [...drafts].sort((a, b) => a.range.start - b.range.start || a.anchor - b.anchor);
  for (const draft of inOrder) done.push(draft.kind === 'casualty' ? inherited(draft, done, context) : draft);
  return done;
}

function inherited(draft: DraftOf<'casualty'>, before: readonly Draft[], context: Context): DraftOf<'casualty'> {
  const { side, status } = draft.victims;
  if (draft.dropped !== null || side !== null || status !== 'unknown' || draft.rule === 'casualty/part') return draft;
  if (!isBare(context, draft)) return draft;
  const { index } = sentenceOf(context, draft.anchor);
  const same = (other: Draft) => other.dropped === null && sentenceOf(context, other.anchor).index === index;
  const model = before
    .filter(other => other.kind === 'casualty')
    .filter(other => same(other) && isTelling(other))
    .at(-1);
  if (model === undefined) return draft;
  const implied =
    model.victims.side === null
      ? null
      : { ...model.victims.side, span: null, basis: 'implied' as const, rule: 'side/figure-before' };
  return { ...draft, victims: { ...draft.victims, side: implied, status: model.victims.status } };
}

/** Whether the words for the victims are a figure and nothing that describes them: "22", "eight others", "another", "no dead". */
function isBare(context: Context, { victims }: DraftOf<'casualty'>): boolean {
  const { span } = victims;
  if (span === null) return true;
  const words = context.tree.tokens.filter(({ start, end }) => start >= span.start && end <= span.end);
  return words.every(({ upos, lemma }) => {
    const open = upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'VERB';
    return (
      !open ||
      context.codebook.wordSets['more-of-the-same'].has(lemma) ||
      context.codebook.harmTriggers.byFirst.has(lemma) ||
      lemma === 'little'
    );
  });
}

/** Parts do not stand for all: "among them two soldiers" says nothing of the next figure. */
function isTelling({ victims, rule }: DraftOf<'casualty'>): boolean {
  return rule !== 'casualty/part' && (victims.side !== null || victims.status !== 'unknown');
}
