import { type Context, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/**
 * A bare figure goes on counting those of the figure before it in its sentence: "18 soldiers were killed and 22 captured",
 * "eight others", "another" (codebook §6.2). Side and status are then those of the figure before.
 */
export function inheritVictims(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const before = new Map<number, DraftOf<'casualty'>>();
  const parts = partsByWhole(drafts);
  const inOrder = [...drafts].sort((a, b) => a.range.start - b.range.start || a.anchor - b.anchor);
  return inOrder.map(draft => {
    if (draft.kind !== 'casualty' || draft.dropped !== null) return draft;
    const { sentence } = context.tree.tokens[draft.anchor];
    const done = ofParts(inherited(draft, before.get(sentence), context), parts.get(draft.key) ?? []);
    if (isTelling(done)) before.set(sentence, done);
    return done;
  });
}

function partsByWhole(drafts: readonly Draft[]): ReadonlyMap<string, readonly DraftOf<'casualty'>[]> {
  const parts = new Map<string, DraftOf<'casualty'>[]>();
  for (const draft of drafts) {
    if (draft.kind !== 'casualty' || draft.dropped !== null || draft.victims.partOf === null) continue;
    parts.set(draft.victims.partOf, [...(parts.get(draft.victims.partOf) ?? []), draft]);
  }
  return parts;
}

/** "13 killed (8 women, 4 children, 1 man)": where two parts or more say who they were, and all the same, so was the whole. */
function ofParts(whole: DraftOf<'casualty'>, parts: readonly DraftOf<'casualty'>[]): DraftOf<'casualty'> {
  if (whole.victims.status !== 'unknown' || whole.victims.side !== null) return whole;
  const telling = parts.filter(({ victims }) => victims.status !== 'unknown');
  const names = new Set(telling.map(({ victims }) => `${victims.status} ${victims.side?.name}`));
  if (telling.length < 2 || names.size !== 1) return whole;
  const { side, status } = telling[0].victims;
  const implied = side === null ? null : { ...side, span: null, basis: 'implied' as const, rule: 'side/its-parts' };
  return { ...whole, victims: { ...whole.victims, side: implied, status } };
}

function inherited(
  draft: DraftOf<'casualty'>,
  model: DraftOf<'casualty'> | undefined,
  context: Context,
): DraftOf<'casualty'> {
  const { side, status } = draft.victims;
  if (model === undefined || side !== null || status !== 'unknown' || draft.rule === 'casualty/part') return draft;
  if (!isBare(context, draft)) return draft;
  const known = model.victims.side;
  const implied =
    known === null ? null : { ...known, span: null, basis: 'implied' as const, rule: 'side/figure-before' };
  return { ...draft, victims: { ...draft.victims, side: implied, status: model.victims.status } };
}

/** Whether the words for the victims are a figure and nothing that describes them: "22", "eight others", "another", "no dead". */
function isBare(context: Context, { victims, anchor }: DraftOf<'casualty'>): boolean {
  const { span } = victims;
  if (span === null) return true;
  const { tokenStart, tokenEnd } = sentenceOf(context, anchor);
  const words = context.tree.tokens
    .slice(tokenStart, tokenEnd)
    .filter(({ start, end }) => start >= span.start && end <= span.end);
  return words.every(({ upos, lemma }) => {
    const open = upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'VERB';
    const empty = context.codebook.wordSets['more-of-the-same'].has(lemma);
    return !open || empty || context.codebook.harmTriggers.byFirst.has(lemma);
  });
}

/** Parts do not stand for all: "among them two soldiers" says nothing of the next figure. */
function isTelling({ victims, rule }: DraftOf<'casualty'>): boolean {
  return rule !== 'casualty/part' && (victims.side !== null || victims.status !== 'unknown');
}
