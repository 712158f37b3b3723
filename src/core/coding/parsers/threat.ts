import type { Sentence } from '../../language/doc.ts';
import type { Speech } from '../../language/speech/find-speech.ts';
import { childrenWith, subtree, type TokenRange } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { AUTHOR, type Claimant } from '../../model/claimant.ts';
import type { Span } from '../../model/span.ts';
import { markOf } from '../clause.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import { type Speakers, speechesAt } from '../speakers.ts';

/**
 * Proposes a warning for every threat: "warned that if X, it would Y" with the condition and the consequence in the words
 * of the text (codebook §10.1). Warning of a danger that the speaker does not bring about himself is a risk.
 */
export function threat(context: Context, speakers: Speakers): readonly DraftOf<'warning'>[] {
  const spoken = context.doc.speeches
    .map(speech => threatIn(context, speech, speakers))
    .filter(draft => draft !== null);
  const covered = (sentence: Sentence) =>
    spoken.some(({ anchor }) => sentence.tokenStart <= anchor && anchor < sentence.tokenEnd);
  const conditional = context.doc.sentences
    .filter(sentence => !covered(sentence))
    .map(sentence => conditionalIn(context, sentence, speakers));
  return [...spoken, ...conditional.filter(draft => draft !== null)];
}

/** "threatened to …", "warned that …" with a condition, or with what will follow. */
function threatIn(context: Context, speech: Speech, speakers: Speakers): DraftOf<'warning'> | null {
  const { act } = speech.cue;
  const content = speech.content.at(0);
  if ((act !== 'threaten' && act !== 'warn') || speech.negated || content === undefined) return null;
  const condition = conditionIn(context, content);
  if (act === 'warn' && condition === null && !foretells(context, content)) return null;
  const { tokenStart, tokenEnd } = sentenceOf(context, speech.cueToken);
  const target =
    speech.target === null ? null : (nounPhrase(context, context.tree.tokens[speech.target]).actor?.ref ?? null);
  const whole = clip(hull(content, { start: speech.cueToken, end: speech.cueEnd }), tokenStart, tokenEnd);
  return draftOf(context, speech.cueToken, whole, content, condition, speakers.get(speech) ?? null, target);
}

/** "If the shelling goes on, our forces will answer": a party's own words, without a word of threatening. */
function conditionalIn(context: Context, sentence: Sentence, speakers: Speakers): DraftOf<'warning'> | null {
  const content = { start: sentence.tokenStart, end: sentence.tokenEnd };
  const condition = conditionIn(context, content);
  if (condition === null) return null;
  const rest = [
    { start: content.start, end: condition.start },
    { start: condition.end, end: content.end },
  ];
  if (!rest.some(range => foretells(context, range))) return null;
  const speech = speechesAt(context, condition.start).at(0);
  const speaker = speech === undefined ? null : (speakers.get(speech) ?? null);
  const ownVoice = speech === undefined && context.doc.report.source?.affiliation != null;
  if (speaker?.kind !== 'actor' && !ownVoice) return null;
  return draftOf(context, condition.start, trim(context, content), content, condition, speaker ?? AUTHOR, null);
}

/** Whether "will", "would" or "shall" stands in a range. */
function foretells(context: Context, { start, end }: TokenRange): boolean {
  return context.tree.tokens
    .slice(start, end)
    .some(({ text, xpos }) => xpos === 'MD' && /^(?:will|would|shall|wo|['’]ll)$/i.test(text));
}

function draftOf(
  context: Context,
  anchor: number,
  range: TokenRange,
  content: TokenRange,
  condition: TokenRange | null,
  claimant: Claimant | null,
  target: ActorRef | null,
): DraftOf<'warning'> {
  return {
    ...NEW_DRAFT,
    kind: 'warning',
    key: `warning:${anchor}`,
    anchor,
    range,
    rule: condition === null ? 'warning/threat' : 'warning/conditional',
    act: 'threaten',
    scope: 'future',
    claimant,
    target,
    condition: condition === null ? null : spanOf(context.tree.tokens, condition),
    consequence: consequenceOf(context, content, condition),
  };
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
