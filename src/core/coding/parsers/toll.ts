import { type Context, hull, sentenceOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';

/** How far behind the word its figure may stand, in tokens. */
const REACH = 20;

/**
 * Proposes a claim for every toll that is put into a figure: "the death toll rose to 17", "a toll of 40", "put the number
 * of dead at nine" (codebook §4.5). A toll counts the killed, unless it is one of casualties or of the injured.
 */
export function toll(context: Context): readonly DraftOf<'casualty'>[] {
  const drafts: DraftOf<'casualty'>[] = [];
  for (const { index, lemma, upos } of context.tree.tokens) {
    if (upos !== 'NOUN' || (lemma !== 'toll' && !isNumberOfVictims(context, index))) continue;
    const number = figureAfter(context, index);
    if (number === null) continue;
    drafts.push({
      ...NEW_DRAFT,
      kind: 'casualty',
      key: `toll:${index}`,
      anchor: index,
      range: hull(
        { start: openingOf(context, index), end: index + 1 },
        { start: number.tokenStart, end: number.tokenEnd },
      ),
      rule: 'casualty/toll',
      harm: harmOf(context, index),
      estimate: number.estimate,
      victims: {
        side: null,
        status: 'unknown',
        words: null,
        span: { start: number.start, end: number.end },
        partOf: null,
        addsTo: null,
      },
      unit: 'persons',
      place: null,
      period: null,
      supersedes: null,
    });
  }
  return drafts;
}

/** "the number of dead", "the number of the abducted". */
function isNumberOfVictims(context: Context, at: number): boolean {
  const word = (i: number) => context.tree.tokens[i]?.text.toLowerCase() ?? '';
  return (
    word(at) === 'number' &&
    word(at + 1) === 'of' &&
    /^(?:dead|deaths|killed|injured|wounded|casualties|missing)$/.test(word(word(at + 2) === 'the' ? at + 3 : at + 2))
  );
}

/** The first count behind the word that "to", "at", "of" or a verb of reaching leads to, in its sentence. */
function figureAfter(context: Context, at: number) {
  const end = Math.min(at + REACH, sentenceOf(context, at).tokenEnd);
  for (let i = at + 1; i < end; i += 1) {
    const number = context.numberAt[i];
    if (number === null || number.tokenStart !== i || number.meaning !== 'count') continue;
    const before = context.tree.tokens[i - 1];
    if (/^(?:to|at|of|is|was|reached|reaches|stood|stands|passed|exceeded|hit)$/i.test(before.text)) return number;
  }
  return null;
}

function openingOf(context: Context, at: number): number {
  let start = at;
  while (
    start > 0 &&
    /^(?:compound|amod|det)$/.test(context.tree.tokens[start - 1].label) &&
    context.tree.tokens[start - 1].head === at
  )
    start -= 1;
  return start;
}

function harmOf(context: Context, at: number): DraftOf<'casualty'>['harm'] {
  const around = context.tree.tokens.slice(Math.max(0, at - 2), at + 4).map(({ text }) => text.toLowerCase());
  if (around.some(word => word.startsWith('casualt'))) return 'killed-or-injured';
  if (around.includes('injured') || around.includes('wounded')) return 'injured';
  return around.includes('missing') ? 'missing' : 'killed';
}
