import { claimantName } from '../../model/claimant.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/** How many sentences back a figure may be taken up. */
const REACH = 4;

/**
 * Ties a figure to an earlier one: a running toll that is put higher or lower replaces the last figure of the same speaker
 * (codebook §4.8), and "another", "a fifth" is one more on top of those counted before (§5.6).
 */
export function revisions(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const told: DraftOf<'casualty'>[] = [];
  const order = drafts.map((draft, i) => ({ draft, i })).sort((a, b) => a.draft.anchor - b.draft.anchor || a.i - b.i);
  const done = [...drafts];
  for (const { draft, i } of order) {
    if (draft.kind !== 'casualty' || draft.dropped !== null || draft.scope !== 'incident') continue;
    if (draft.victims.partOf !== null || draft.polarity === 'negative') continue;
    const newer = isEarlierToll(context, draft) ? newerOf(draft, told, context) : undefined;
    const at = newer === undefined ? -1 : done.indexOf(newer);
    if (newer !== undefined && at >= 0) {
      done[at] = { ...newer, supersedes: draft.key };
      told[told.indexOf(newer)] = done[at];
      continue;
    }
    const tied = tie(draft, told, context);
    done[i] = tied;
    told.push(tied);
  }
  return done;
}

function tie(draft: DraftOf<'casualty'>, told: readonly DraftOf<'casualty'>[], context: Context): DraftOf<'casualty'> {
  const { index } = sentenceOf(context, draft.anchor);
  const inHeadline = ({ anchor }: DraftOf<'casualty'>) => sentenceOf(context, anchor).kind === 'headline';
  // "Two are in critical condition": of those who were said to be hurt, where anybody was.
  const hurt = isCare(draft)
    ? told.findLast(other => isWounded(other) && sizeOf(other) >= sizeOf(draft) && !inHeadline(other))
    : undefined;
  if (hurt !== undefined) return { ...draft, victims: { ...draft.victims, partOf: hurt.key } };
  const whole = ofThem(draft) ? told.findLast(other => inSentence(other, draft, context)) : undefined;
  if (whole !== undefined && whole.harm === draft.harm && sizeOf(whole) > sizeOf(draft))
    return { ...draft, victims: { ...draft.victims, partOf: whole.key } };
  const earlier = told.filter(
    other =>
      other.harm === draft.harm && sentenceOf(context, other.anchor).index >= index - REACH && mayBeSame(other, draft),
  );
  const died = whole !== undefined && whole.harm === 'injured' && draft.harm === 'killed';
  if (died || isOneMore(context, draft)) {
    const base = earlier.findLast(other => !inHeadline(other));
    return base === undefined ? draft : { ...draft, victims: { ...draft.victims, addsTo: base.key } };
  }
  if (draft.supersedes !== null || !isRevision(context, draft)) return draft;
  const old = earlier.findLast(other => isOther(other, draft) && claimantOf(other) === claimantOf(draft));
  return old === undefined ? draft : { ...draft, supersedes: old.key };
}

/** "One of whom", "two of them". */
function ofThem({ victims }: DraftOf<'casualty'>): boolean {
  return /\bof (?:them|whom)\b/i.test(victims.words ?? '');
}

function inSentence(other: DraftOf<'casualty'>, draft: DraftOf<'casualty'>, context: Context): boolean {
  return sentenceOf(context, other.anchor).index === sentenceOf(context, draft.anchor).index;
}

/** Words for care and condition tell of no new wounded. */
function isCare({ rule, harm }: DraftOf<'casualty'>): boolean {
  return rule === 'casualty/either' && harm === 'injured';
}

function isWounded({ harm }: DraftOf<'casualty'>): boolean {
  return harm === 'injured' || harm === 'killed-or-injured';
}

function sizeOf({ estimate }: DraftOf<'casualty'>): number {
  return estimate.best ?? estimate.low ?? estimate.high ?? 0;
}

function claimantOf({ claimant }: DraftOf<'casualty'>): string {
  return claimant === null ? '' : `${claimantName(claimant)} ${claimant.kind === 'unnamed' ? claimant.words : ''}`;
}

function mayBeSame(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  const [one, two] = [a.victims, b.victims];
  const sides = one.side === null || two.side === null || one.side.name === two.side.name;
  return sides && (one.status === two.status || one.status === 'unknown' || two.status === 'unknown');
}

function isOther(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>): boolean {
  return a.estimate.low !== b.estimate.low || a.estimate.high !== b.estimate.high;
}

/** "Raising an earlier toll of eight", "up from eight": it was put so before. */
function isEarlierToll(context: Context, { rule, range, anchor }: DraftOf<'casualty'>): boolean {
  if (rule !== 'casualty/toll') return false;
  const { tokens } = context.tree;
  return tokens
    .slice(range.start, anchor)
    .some(({ text }) => context.codebook.wordSets['earlier-toll'].has(text.toLowerCase()));
}

/** The figure of the same sentence, or else of the one before, that an earlier toll gave way to. */
function newerOf(
  draft: DraftOf<'casualty'>,
  told: readonly DraftOf<'casualty'>[],
  context: Context,
): DraftOf<'casualty'> | undefined {
  const { index } = sentenceOf(context, draft.anchor);
  return told.findLast(other => {
    const sentence = sentenceOf(context, other.anchor);
    const near = sentence.index >= index - 1 && sentence.kind !== 'headline';
    return (
      near && other.harm === draft.harm && other.supersedes === null && isOther(other, draft) && mayBeSame(other, draft)
    );
  });
}

/** "Another soldier died", "an additional four deaths", "a fifth victim": the first words of the victims' phrase say it. */
function isOneMore(context: Context, draft: DraftOf<'casualty'>): boolean {
  const words = context.tree.tokens
    .slice(draft.range.start, draft.range.end)
    .filter(({ start, end }) => start >= (draft.victims.span?.start ?? 0) && end <= (draft.victims.span?.end ?? 0))
    .slice(0, 3);
  const more = words.findIndex(({ text }) => context.codebook.wordSets['one-more'].has(text.toLowerCase()));
  return more >= 0 && words[more + 1]?.text.toLowerCase() !== 'than';
}

/** "has risen to", "now 17", "was put higher": words beside a toll that revise it. */
function isRevision(context: Context, draft: DraftOf<'casualty'>): boolean {
  const { tokens } = context.tree;
  const from = Math.max(draft.range.start - 3, sentenceOf(context, draft.anchor).tokenStart);
  const to = Math.min(draft.range.end + 1, sentenceOf(context, draft.anchor).tokenEnd);
  const revising = context.codebook.wordSets['revising'];
  return (
    (draft.rule === 'casualty/toll' || draft.victims.words === null || draft.victims.status === 'unknown') &&
    tokens.slice(from, to).some(({ lemma }) => revising.has(lemma))
  );
}
