import { childWith, subtree } from '../../language/tree.ts';
import { clauseRange, isNegated, modalOf } from '../clause.ts';
import { type Context, hull, sentenceOf, spanOf, within } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import type { Speakers } from '../speakers.ts';

/**
 * Proposes a risk for what is feared: by a verb ("officials fear that …") or by the noun ("there are fears that …")
 * (codebook §10.3). A risk is neither event nor relation, whatever its words name.
 */
export function risk(context: Context, speakers: Speakers): readonly DraftOf<'risk'>[] {
  const drafts: DraftOf<'risk'>[] = [];
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'fear' || speech.negated || speech.content.length === 0) continue;
    const start = speech.sourceRange ?? { start: speech.cueToken, end: speech.cueEnd };
    drafts.push(
      riskDraft(
        context,
        speech.cueToken,
        hull(start, speech.content[0]),
        speech.content[0],
        speakers.get(speech) ?? null,
      ),
    );
  }
  for (const token of context.tree.tokens) {
    if (token.lemma !== 'fear' || token.upos !== 'NOUN') continue;
    const clause =
      childWith(context.tree, token.index, 'acl', 'ccomp') ?? childWith(context.tree, token.head, 'ccomp', 'advcl');
    if (clause === null || clause.index < token.index) continue;
    const { tokenStart, tokenEnd } = sentenceOf(context, token.index);
    const range = subtree(context.tree, clause.index);
    const content = { start: Math.max(range.start, token.index + 1, tokenStart), end: Math.min(range.end, tokenEnd) };
    if (content.end <= content.start) continue;
    const holder = { kind: 'unnamed', actor: null, words: null, span: null, via: [] } as const;
    drafts.push(
      riskDraft(context, token.index, hull({ start: token.index, end: token.index + 1 }, content), content, holder),
    );
  }
  return [...drafts, ...possible(context, drafts)];
}

/** "could kill scores", "might join forces": what an armed actor may do or suffer, said to be possible (codebook §10.3). */
function possible(context: Context, known: readonly DraftOf<'risk'>[]): readonly DraftOf<'risk'>[] {
  const drafts: DraftOf<'risk'>[] = [];
  for (const { index, upos, sentence } of context.tree.tokens) {
    const modal = upos === 'VERB' ? modalOf(context.tree, index) : null;
    if (modal !== 'could' && modal !== 'might' && modal !== 'may') continue;
    const clause = clauseRange(context, index);
    const inside = [...known, ...drafts].some(({ anchor }) => context.tree.tokens[anchor].sentence === sentence);
    if (inside || isNegated(context.tree, index) || !isOfForce(context, clause)) continue;
    drafts.push(riskDraft(context, index, clause, clause, null));
  }
  return drafts;
}

function isOfForce(context: Context, range: DraftOf<'risk'>['range']): boolean {
  const harm = context.tree.tokens
    .slice(range.start, range.end)
    .some(
      ({ lemma }) =>
        context.codebook.harmTriggers.byFirst.has(lemma) || context.codebook.eventTriggers.byFirst.has(lemma),
    );
  const actor = within(context.actorAt, range).some(
    ({ ref, status }) =>
      status === 'combatant' || (ref.kind !== null && ['armed-group', 'military', 'militia'].includes(ref.kind)),
  );
  return harm && actor;
}

function riskDraft(
  context: Context,
  anchor: number,
  range: DraftOf<'risk'>['range'],
  content: DraftOf<'risk'>['range'],
  claimant: DraftOf<'risk'>['claimant'],
): DraftOf<'risk'> {
  return {
    ...NEW_DRAFT,
    kind: 'risk',
    key: `risk:${anchor}`,
    anchor,
    range,
    rule: 'risk/fear',
    act: 'fear',
    certainty: 'possible',
    scope: 'future',
    claimant,
    content: spanOf(context.tree.tokens, content),
  };
}
