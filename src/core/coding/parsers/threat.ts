import { childrenWith, subtree, type TokenRange } from '../../language/tree.ts';
import type { Span } from '../../model/span.ts';
import { markOf } from '../clause.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import type { Speakers } from '../speakers.ts';

/**
 * Proposes a warning for every threat: "warned that if X, it would Y" with the condition and the consequence in the words
 * of the text (codebook §10). Warning of a danger that the speaker does not bring about himself is a risk.
 */
export function threat(context: Context, speakers: Speakers): readonly DraftOf<'warning'>[] {
  const drafts: DraftOf<'warning'>[] = [];
  for (const speech of context.doc.speeches) {
    const { act } = speech.cue;
    if ((act !== 'threaten' && act !== 'warn') || speech.negated || speech.content.length === 0) continue;
    const content = speech.content[0];
    const condition = conditionIn(context, content);
    if (act === 'warn' && condition === null) continue;
    const { tokenStart, tokenEnd } = sentenceOf(context, speech.cueToken);
    const whole = clip(hull(content, { start: speech.cueToken, end: speech.cueEnd }), tokenStart, tokenEnd);
    drafts.push({
      ...NEW_DRAFT,
      kind: 'warning',
      key: `warning:${speech.cueToken}`,
      anchor: speech.cueToken,
      range: whole,
      rule: condition === null ? 'warning/threat' : 'warning/conditional',
      act: 'threaten',
      scope: 'future',
      claimant: speakers.get(speech) ?? null,
      target:
        speech.target === null ? null : (nounPhrase(context, context.tree.tokens[speech.target]).actor?.ref ?? null),
      condition: condition === null ? null : spanOf(context.tree.tokens, condition),
      consequence: consequenceOf(context, content, condition),
    });
  }
  return drafts;
}

/** The clause that "if" or "unless" opens, without the comma that ends it. */
function conditionIn(context: Context, content: TokenRange): TokenRange | null {
  for (let i = content.start; i < content.end; i += 1) {
    for (const verb of childrenWith(context.tree, i, 'advcl')) {
      const mark = markOf(context.tree, verb.index);
      if (mark !== 'if' && mark !== 'unless') continue;
      const range = clip(subtree(context.tree, verb.index, new Set(['punct'])), content.start, content.end);
      return range.start < range.end ? range : null;
    }
  }
  return null;
}

/** What follows (or stands before) the condition. */
function consequenceOf(context: Context, content: TokenRange, condition: TokenRange | null): Span | null {
  if (condition === null) return spanOf(context.tree.tokens, content);
  const after = trim(context, { start: condition.end, end: content.end });
  const before = trim(context, { start: content.start, end: condition.start });
  const chosen = after.end - after.start >= before.end - before.start ? after : before;
  return chosen.end > chosen.start ? spanOf(context.tree.tokens, chosen) : null;
}

function trim(context: Context, range: TokenRange): TokenRange {
  let { start, end } = range;
  const isMark = (i: number) => /^(?:[,;:.]|that)$/i.test(context.tree.tokens[i].text);
  while (start < end && isMark(start)) start += 1;
  while (end > start && isMark(end - 1)) end -= 1;
  return { start, end };
}

function clip(range: TokenRange, start: number, end: number): TokenRange {
  return { start: Math.max(range.start, start), end: Math.min(range.end, end) };
}
