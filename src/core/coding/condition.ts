import { phrasesAt } from '../language/phrases.ts';
import { childrenWith, subtree, type TokenRange } from '../language/tree.ts';
import { markOf } from './clause.ts';
import type { Context } from './context.ts';

/** A condition and what follows from it, each as the tokens that say so (codebook §10.1). */
export interface Conditional {
  readonly condition: TokenRange;
  readonly consequence: TokenRange;
  /** `open`: anybody may meet it ("whoever", "any landing"); such words are a threat only in a threatening mouth. */
  readonly form: 'if' | 'open';
}

/** The conditional inside a range, with "if", "unless" or "should" before the subject, or with "whoever" and "any"; or null. */
export function conditionalIn(context: Context, range: TokenRange): Conditional | null {
  const trimmed = trimMarks(context, range);
  return markedIn(context, trimmed) ?? openIn(context, trimmed);
}

function markedIn(context: Context, range: TokenRange): Conditional | null {
  const { tokens } = context.tree;
  for (let i = range.start; i < range.end; i += 1) {
    const isMark = /^(?:if|unless)$/i.test(tokens[i].text) && !/^(?:as|what|even)$/i.test(tokens[i - 1]?.text ?? '');
    if (!isMark && !isInverted(context, i, range)) continue;
    const end = clauseEnd(context, i, range);
    const condition = trimMarks(context, { start: i, end });
    const after = trimMarks(context, { start: end, end: range.end });
    const before = trimMarks(context, { start: range.start, end: i });
    const consequence = foretells(context, after) ? after : before;
    if (condition.end > condition.start && consequence.end > consequence.start)
      return { condition, consequence, form: 'if' };
  }
  return null;
}

/** "Should the fire go on, …": the modal opens the clause, and a noun follows it. */
function isInverted(context: Context, at: number, range: TokenRange): boolean {
  const { tokens } = context.tree;
  if (!/^should$/i.test(tokens[at].text)) return false;
  const opens = at === range.start || /^(?:that|[,;:“"«])$/i.test(tokens[at - 1].text);
  return opens && /^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(tokens[at + 1]?.upos ?? '');
}

/** Where the clause of a condition ends: the comma that a foretelling clause follows, else by its verb's branch, else the range. */
function clauseEnd(context: Context, at: number, range: TokenRange): number {
  const { tokens } = context.tree;
  for (let i = at + 1; i < range.end; i += 1) {
    if (
      tokens[i].text === ',' &&
      foretells(context, { start: i, end: range.end }) &&
      !foretells(context, { start: at + 1, end: i })
    )
      return i;
  }
  for (let i = at + 1; i < range.end; i += 1) {
    const governed = childrenWith(context.tree, i, 'advcl').find(
      verb => verb.index >= at && markOf(context.tree, verb.index) === tokens[at].text.toLowerCase(),
    );
    if (governed !== undefined) return Math.min(range.end, subtree(context.tree, governed.index).end);
  }
  return range.end;
}

/** "whoever lends them a boat will …", "any landing would be met …": the condition is the subject. */
function openIn(context: Context, range: TokenRange): Conditional | null {
  const { tokens } = context.tree;
  for (let i = range.start; i < range.end; i += 1) {
    const opens = i === range.start || /^(?:that|and|[,;:“"«])$/i.test(tokens[i - 1].text);
    const isOpen = phrasesAt(tokens, i, context.codebook.warningWords).some(({ entry }) => entry.kind === 'whoever');
    if (!opens || !isOpen) continue;
    const modal = tokens.slice(i, range.end).find(token => isForetelling(context, token.index));
    if (modal === undefined) return null;
    let end = modal.index;
    // "whoever lends a boat, his market | will be closed": the clause that foretells has a subject of its own.
    for (let k = i; k < modal.index; k += 1) if (tokens[k].text === ',') end = k;
    return {
      condition: { start: i, end },
      consequence: trimMarks(context, { start: end, end: range.end }),
      form: 'open',
    };
  }
  return null;
}

/** Whether "will", "would" or "shall" stands in a range. */
export function foretells(context: Context, { start, end }: TokenRange): boolean {
  for (let i = start; i < end; i += 1) if (isForetelling(context, i)) return true;
  return false;
}

function isForetelling(context: Context, at: number): boolean {
  const { text, xpos } = context.tree.tokens[at];
  // "would have been attacked" did not come about.
  if (context.tree.tokens[at + 1]?.lemma === 'have' && context.tree.tokens[at + 2]?.xpos === 'VBN') return false;
  return xpos === 'MD' && /^(?:will|would|shall|wo|['’]ll)$/i.test(text);
}

/** A range without the marks and the "that" around it. */
export function trimMarks(context: Context, range: TokenRange): TokenRange {
  let { start, end } = range;
  const isMark = (i: number) => /^(?:[,;:.“”"«»]|that)$/i.test(context.tree.tokens[i].text);
  while (start < end && isMark(start)) start += 1;
  while (end > start && isMark(end - 1)) end -= 1;
  return { start, end };
}
