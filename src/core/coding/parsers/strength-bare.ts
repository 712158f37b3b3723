import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { phrasesAt } from '../../language/phrases.ts';
import type { TokenRange } from '../../language/tree.ts';
import { type Estimate, estimate } from '../../model/estimate.ts';
import type { StrengthKind } from '../codebook.ts';
import { type Context, sentenceOf } from '../context.ts';
import { standingOf } from '../standing.ts';
import { type Force, strengthDraft } from './strength-draft.ts';
import { behindFor, subjectAbove } from './strength-owner.ts';

/** Fewer who are said to number so many are a scene ("gunmen numbering three"). */
const GROUP_MIN = 50;

/** Fewer make no force that is counted as one. */
const FORCE_MIN = 20;

/**
 * A figure of a force without a noun behind it (codebook §8.1): "an army of more than half a million", "rebels, numbering
 * about 300", "22 divisions against 34", "the militias together 8,000", "a few hundred for the rebels".
 */
export function bareStrength(
  context: Context,
  number: NumberMention,
  before: ReturnType<typeof strengthDraft> | undefined,
): ReturnType<typeof strengthDraft> | null {
  if (isFollowedByNoun(context, number.tokenEnd)) return null;
  const force = collective(context, number) ?? numbering(context, number);
  if (force !== null) return strengthDraft(context, force);
  const beside =
    before !== undefined && sentenceOf(context, before.anchor) === sentenceOf(context, number.numeralStart);
  if (!beside || number.tokenStart < before.range.end) return null;
  const compared = shared(context, number, before.range.end);
  return compared === null ? null : { ...strengthDraft(context, compared), what: before.what };
}

/** "an army of more than half a million", "a force of some 4,000". */
function collective(context: Context, number: NumberMention): Force | null {
  const { tokens } = context.tree;
  const noun = tokens[number.tokenStart - 2];
  const isOf = /^of$/i.test(tokens[number.tokenStart - 1]?.text ?? '');
  const size = number.estimate.high ?? number.estimate.low ?? 0;
  // "patrolled in groups of five": no one force of a size.
  if (size < FORCE_MIN || /S$/.test(noun?.xpos ?? '')) return null;
  if (!isOf || !context.codebook.wordSets['collective-force'].has(noun.lemma)) return null;
  const mention = standingOf(context.actorAt[noun.index]);
  const start = mention?.range.start ?? noun.index;
  return {
    anchor: noun.index,
    range: { start, end: number.tokenEnd },
    rule: 'strength/collective',
    owner: mention?.ref ?? subjectAbove(context, noun),
    what: { start: noun.index, end: noun.index + 1 },
    estimate: number.estimate,
  };
}

/** "rebels, numbering about 300": the figure of those who are named right before. */
function numbering(context: Context, number: NumberMention): Force | null {
  const at = [number.tokenStart - 1, number.tokenStart - 2].find(i => holds(context, i, 'numbering'));
  const size = number.estimate.high ?? number.estimate.low ?? 0;
  if (size < GROUP_MIN || at === undefined || context.tree.tokens[at].upos !== 'VERB') return null;
  let i = at - 1;
  while (i > 0 && /^(?:,|who|are|were|is|currently|now)$/i.test(context.tree.tokens[i].text)) i -= 1;
  const mention = context.actorAt[i];
  if (mention === null || mention === undefined || mention.ref.kind === 'civilians') return null;
  const standing = standingOf(mention);
  if (standing === null && mention.status !== 'combatant') return null;
  const named = { start: mention.tokenStart, end: mention.tokenEnd };
  return {
    anchor: at,
    range: { start: named.start, end: number.tokenEnd },
    rule: 'strength/numbering',
    owner: standing?.ref ?? null,
    what: named,
    estimate: number.estimate,
  };
}

/** Another figure of the same kind: "against 34", "the rebels' 30,000", "X together 8,000", "a few hundred to 2,000 for X". */
function shared(context: Context, number: NumberMention, from: number): Force | null {
  const { tokens } = context.tree;
  const figure = { anchor: number.numeralStart, rule: 'strength/compared', what: null, estimate: number.estimate };
  const range = wholeRange(context, number);
  const behind = behindFor(context, range.range.end);
  const telling = number.estimate.qualifier !== 'vague' || range.estimate.qualifier !== 'vague';
  if (behind !== null && telling) return { ...figure, ...range, owner: behind };
  const link = number.tokenStart - 1;
  if (/^(?:against|versus|to)$/i.test(tokens[link]?.text ?? '') && link === from)
    return /^to$/i.test(tokens[link].text)
      ? null
      : { ...figure, owner: null, range: { start: number.tokenStart, end: number.tokenEnd } };
  const owner = ownerBefore(context, number.tokenStart, from);
  if (owner === null) return null;
  return { ...figure, owner: owner.ref, range: { start: owner.range.start, end: number.tokenEnd } };
}

/** The name before a figure: as its possessor, or with "together", "some", "at" and a comma or comparison before it. */
function ownerBefore(context: Context, figure: number, from: number) {
  const { tokens } = context.tree;
  let i = figure - 1;
  while (i > from && (holds(context, i, 'sharing') || /^['’]s?$/.test(tokens[i].text))) i -= 1;
  const mention = context.actorAt[i];
  if (mention === null || mention === undefined || mention.tokenStart < from) return null;
  const standing =
    standingOf(mention) ??
    (mention.form === 'acronym'
      ? { ref: mention.ref, range: { start: mention.tokenStart, end: mention.tokenEnd } }
      : null);
  const between = tokens.slice(from, mention.tokenStart);
  const links = between.every(
    ({ text, upos }) => upos === 'DET' || /^(?:,|and|compared|against|versus|to|with)$/i.test(text),
  );
  return links ? standing : null;
}

/** "a few hundred to two thousand" is one figure in two numbers. */
function wholeRange(context: Context, number: NumberMention): { range: TokenRange; estimate: Estimate } {
  const to = number.tokenEnd;
  const next = context.numberAt[to + 1];
  const isRange = /^(?:to|or)$/i.test(context.tree.tokens[to]?.text ?? '') && next !== null && next !== undefined;
  const own = { start: number.tokenStart, end: number.tokenEnd };
  if (!isRange || next.tokenStart !== to + 1) return { range: own, estimate: number.estimate };
  const low = number.estimate.low;
  const high = next.estimate.high;
  const both = low !== null && high !== null && low <= high ? estimate(low, null, high, 'between') : number.estimate;
  return { range: { start: own.start, end: next.tokenEnd }, estimate: both };
}

function isFollowedByNoun(context: Context, at: number): boolean {
  const next = context.tree.tokens[at];
  return next !== undefined && ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.upos);
}

function holds(context: Context, at: number, kind: StrengthKind): boolean {
  return (
    at >= 0 &&
    phrasesAt(context.tree.tokens, at, context.codebook.strengthWords).some(({ entry }) => entry.kind === kind)
  );
}
