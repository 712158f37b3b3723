import { childWith, subtree } from '../../language/tree.ts';
import { isNegated } from '../clause.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { type Speakers, speechesAt } from '../speakers.ts';
import { possibleIn, possibleVerb } from './risk-possible.ts';

/** Fears that nobody is named for. */
const UNNAMED = { kind: 'unnamed', actor: null, words: null, span: null, via: [] } as const;

/**
 * Proposes a risk for what is feared: by a verb ("officials fear that …") or by the noun ("there are fears that …")
 * (codebook §10.3). A risk is neither event nor relation, whatever its words name.
 */
export function risk(context: Context, speakers: Speakers): readonly DraftOf<'risk'>[] {
  const drafts: DraftOf<'risk'>[] = [];
  // What is feared in a report that names nobody under arms is no business of the ledger.
  if (!context.namesArmed) return drafts;
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'fear' || speech.negated || speech.content.length === 0) continue;
    // "What I fear is not the storm": no thing to come is told.
    const { tokens } = context.tree;
    if (/^what$/i.test(tokens[(speech.sourceRange?.start ?? speech.cueToken) - 1]?.text ?? '')) continue;
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
    const said = behindThat(context, token.index);
    if (said !== null) {
      drafts.push(riskDraft(context, token.index, hull({ start: token.index, end: said.start }, said), said, UNNAMED));
      continue;
    }
    const clause =
      childWith(context.tree, token.index, 'acl', 'ccomp') ?? childWith(context.tree, token.head, 'ccomp', 'advcl');
    if (clause === null || clause.index < token.index) continue;
    const { tokenStart, tokenEnd } = sentenceOf(context, token.index);
    const range = subtree(context.tree, clause.index);
    const content = { start: Math.max(range.start, token.index + 1, tokenStart), end: Math.min(range.end, tokenEnd) };
    if (content.end <= content.start) continue;
    drafts.push(
      riskDraft(context, token.index, hull({ start: token.index, end: token.index + 1 }, content), content, UNNAMED),
    );
  }
  drafts.push(...fearedThings(context, drafts, speakers));
  return [...drafts, ...possibleRisks(context, drafts)];
}

/** "fears are mounting that …", "the fear that …": the clause up to the end of the sentence, whatever the parse makes of it. */
function behindThat(context: Context, noun: number): { readonly start: number; readonly end: number } | null {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, noun);
  let i = noun + 1;
  while (i < Math.min(noun + 4, tokenEnd) && /^(?:VERB|AUX|ADV)$/.test(tokens[i].upos)) i += 1;
  if (!/^that$/i.test(tokens[i]?.text ?? '')) return null;
  let end = tokenEnd;
  while (end > i + 1 && /^[.!?”"»]$/.test(tokens[end - 1].text)) end -= 1;
  return end > i + 2 ? { start: i, end } : null;
}

/** "Residents fear a new assault": a thing that is feared, and not a person or group. */
function fearedThings(
  context: Context,
  known: readonly DraftOf<'risk'>[],
  speakers: Speakers,
): readonly DraftOf<'risk'>[] {
  const drafts: DraftOf<'risk'>[] = [];
  const taken = new Set(known.map(({ anchor }) => context.tree.tokens[anchor].sentence));
  for (const { index, lemma, upos, sentence } of context.tree.tokens) {
    if (upos !== 'VERB' || (lemma !== 'fear' && lemma !== 'dread') || isNegated(context.tree, index)) continue;
    if (taken.has(sentence)) continue;
    const object = childWith(context.tree, index, 'obj');
    const subject = childWith(context.tree, index, 'nsubj');
    if (object === null || subject === null || object.upos !== 'NOUN' || context.actorAt[object.index] !== null)
      continue;
    const { tokenEnd } = sentenceOf(context, index);
    const content = { start: index + 1, end: Math.min(tokenEnd, subtree(context.tree, object.index).end) };
    if (content.end <= content.start) continue;
    const holder = speakers.get(speechesAt(context, index)[0]) ?? null;
    const unnamed = { kind: 'unnamed', actor: null, words: subject.text, span: null, via: [] } as const;
    const range = hull({ start: subject.index, end: index + 1 }, content);
    drafts.push(riskDraft(context, index, range, content, holder ?? unnamed));
  }
  return drafts;
}

/** What is said to be possible or likely, where nobody is already said to fear it (codebook §10.3). */
function possibleRisks(context: Context, known: readonly DraftOf<'risk'>[]): readonly DraftOf<'risk'>[] {
  const drafts: DraftOf<'risk'>[] = [];
  const taken = new Set(known.map(({ anchor }) => context.tree.tokens[anchor].sentence));
  for (const { index, tokenStart, tokenEnd } of context.doc.sentences) {
    if (taken.has(index)) continue;
    const sentence = { start: tokenStart, end: tokenEnd };
    const listed = possibleIn(context, sentence);
    const byTree = listed.length > 0 ? null : possibleVerb(context, sentence);
    for (const { at, range, certainty } of byTree === null ? listed : [byTree]) {
      const act = certainty === 'probable' ? 'state' : 'fear';
      drafts.push({ ...riskDraft(context, at, range, range, null), rule: 'risk/possible', act, certainty });
    }
  }
  return drafts;
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
