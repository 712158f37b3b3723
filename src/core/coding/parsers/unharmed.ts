import { childrenWith } from '../../language/tree.ts';
import { exactly } from '../../model/estimate.ts';
import { type Context, hull, sentenceOf, spanOf, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase, sideOf, statusOf } from '../nouns.ts';

/**
 * Proposes a zero where all are said to have come through: "everyone came home", "all our men returned unharmed", "the
 * attack caused no casualties" in other words, "without losses" (codebook §5.3).
 */
export function unharmed(context: Context): readonly DraftOf<'casualty'>[] {
  return context.tree.tokens.flatMap(({ index, lemma, text }) => {
    if (/^without$/i.test(text)) return withoutLoss(context, index);
    if (/^neither$/i.test(text)) return neitherDead(context, index);
    if (!context.codebook.wordSets['returning'].has(lemma)) return [];
    const subject = childrenWith(context.tree, index, 'nsubj', 'nsubj:pass').at(0);
    if (subject === undefined || !isAll(context, subject.index)) return [];
    const end = wholeEnd(context, index);
    if (end === null) return [];
    const phrase = nounPhrase(context, subject);
    const side = sideOf(phrase.actor);
    return [
      zero(context, index, hull(phrase.range, { start: index, end }), {
        side,
        status: statusOf(phrase.actor, side),
        range: phrase.range,
      }),
    ];
  });
}

/** "Without casualties", "without any loss of life". */
function withoutLoss(context: Context, at: number): readonly DraftOf<'casualty'>[] {
  const { tokens } = context.tree;
  const noun = /^any$/i.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  if (!/^(?:casualty|loss|injury|death|fatality)$/.test(tokens[noun]?.lemma ?? '')) return [];
  if (tokens[noun].sentence !== tokens[at].sentence) return [];
  const words = { start: at, end: noun + 1 };
  return [zero(context, noun, words, { side: null, status: 'unknown', range: words })];
}

/** "Neither dead nor injured", "neither casualties nor damage". */
function neitherDead(context: Context, at: number): readonly DraftOf<'casualty'>[] {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, at);
  const nor = tokens.slice(at + 2, Math.min(at + 4, tokenEnd)).find(({ text }) => /^nor$/i.test(text));
  if (nor === undefined || !context.codebook.wordSets['counted-victims'].has(tokens[at + 1].text.toLowerCase()))
    return [];
  const words = { start: at, end: Math.min(nor.index + 2, tokenEnd) };
  return [zero(context, at, words, { side: null, status: 'unknown', range: words })];
}

/** "Everyone", "all", "all our men". */
function isAll(context: Context, subject: number): boolean {
  const { tokens } = context.tree;
  if (/^(?:everyone|everybody|all)$/i.test(tokens[subject].text)) return true;
  return context.tree.children[subject].some(child => /^all$/i.test(tokens[child].text));
}

/** The end of the words that say that they came through whole, right behind the verb; null where nothing says it. */
function wholeEnd(context: Context, verb: number): number | null {
  const end = Math.min(verb + 4, sentenceOf(context, verb).tokenEnd);
  for (let i = verb + 1; i < end; i += 1)
    if (context.codebook.wordSets['whole'].has(context.tree.tokens[i].text.toLowerCase())) return i + 1;
  return null;
}

function zero(
  context: Context,
  anchor: number,
  range: { readonly start: number; readonly end: number },
  who: Pick<DraftOf<'casualty'>['victims'], 'side' | 'status'> & {
    readonly range: { readonly start: number; readonly end: number };
  },
): DraftOf<'casualty'> {
  return {
    ...NEW_DRAFT,
    kind: 'casualty',
    key: `unharmed:${anchor}`,
    anchor,
    range,
    rule: 'casualty/unharmed',
    harm: 'killed-or-injured',
    polarity: 'negative',
    estimate: exactly(0),
    victims: {
      side: who.side,
      status: who.status,
      words: wordsOf(context.doc, who.range),
      span: spanOf(context.tree.tokens, who.range),
      partOf: null,
      addsTo: null,
    },
    unit: 'persons',
    place: null,
    period: null,
    supersedes: null,
  };
}
