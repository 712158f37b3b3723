import { phrasesAt } from '../../language/phrases.ts';
import { childWith, subtree } from '../../language/tree.ts';
import { AUTHOR } from '../../model/claimant.ts';
import { isNegated } from '../clause.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';

/**
 * Proposes a claim for every responsibility taken, or told as not taken by anybody: "the group claimed the attack", "no group
 * has claimed responsibility" (codebook §9.2).
 */
export function responsibility(context: Context): readonly DraftOf<'responsibility'>[] {
  const drafts: DraftOf<'responsibility'>[] = [];
  const { tree } = context;
  for (let at = 0; at < tree.tokens.length; at += 1) {
    const unclaimed = noClaim(context, at);
    if (unclaimed !== null) drafts.push(unclaimed);
    if (tree.tokens[at].upos !== 'VERB') continue;
    const match = phrasesAt(tree.tokens, at, context.codebook.responsibilityWords).at(0);
    if (match === undefined) continue;
    const subject = childWith(tree, at, 'nsubj');
    const phrase = subject === null ? null : nounPhrase(context, subject);
    const none =
      isNegated(tree, at) ||
      (subject !== null &&
        (/^(?:nobody|none|one)$/i.test(subject.text) ||
          phrase?.number?.estimate.high === 0 ||
          childWith(tree, subject.index, 'det')?.lemma === 'no'));
    const actor = none ? null : (phrase?.actor?.ref ?? null);
    if (!none && actor === null) continue;
    const { tokenStart, tokenEnd } = sentenceOf(context, at);
    const clause = subtree(tree, at, new Set(['conj', 'cc', 'punct', 'advcl', 'parataxis', 'mark']));
    const range = { start: Math.max(clause.start, tokenStart), end: Math.min(clause.end, tokenEnd) };
    drafts.push({
      ...NEW_DRAFT,
      kind: 'responsibility',
      key: `claimed:${at}`,
      anchor: at,
      range: hull(range, match),
      rule: none ? 'responsibility/none-claimed' : 'responsibility/claimed',
      act: none ? 'state' : 'claim-responsibility',
      polarity: none ? 'negative' : 'positive',
      claimant:
        none || actor === null
          ? AUTHOR
          : { kind: 'actor', actor, words: subject?.text ?? null, span: actor.span, via: [] },
      actor,
      content: spanOf(tree.tokens, hull(range, match)),
      began: false,
    });
  }
  return drafts;
}

/** "There was no immediate claim of responsibility", "no claim has been published". */
function noClaim(context: Context, at: number): DraftOf<'responsibility'> | null {
  const { tree } = context;
  const { lemma, upos, head } = tree.tokens[at];
  if (lemma !== 'claim' || upos !== 'NOUN' || childWith(tree, at, 'det')?.lemma !== 'no') return null;
  const of = tree.tokens[at + 1]?.text.toLowerCase() === 'of' && tree.tokens[at + 2]?.lemma === 'responsibility';
  if (!of && !context.codebook.wordSets['making-claim'].has(tree.tokens[head].lemma)) return null;
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const clause = subtree(tree, of ? at : head, new Set(['conj', 'cc', 'punct', 'advcl', 'parataxis', 'mark', 'obl']));
  const range = hull(
    { start: Math.max(clause.start, tokenStart), end: Math.min(clause.end, tokenEnd) },
    { start: at, end: at + 1 },
  );
  return {
    ...NEW_DRAFT,
    kind: 'responsibility',
    key: `unclaimed:${at}`,
    anchor: at,
    range,
    rule: 'responsibility/none-claimed',
    polarity: 'negative',
    claimant: AUTHOR,
    actor: null,
    content: spanOf(tree.tokens, range),
    began: false,
  };
}
