import { childWith } from '../../language/tree.ts';
import { type Context, sentenceOf } from '../context.ts';
import { type Draft, type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import { subjectSpeaker } from '../subject-speaker.ts';

/**
 * "The mayor confirmed the figure", "a medic gave the same number": whoever takes up a figure makes it his own claim, of
 * those whom it was given for last (codebook §1.3).
 */
export function sameFigure(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const made: Draft[] = [];
  for (const { index, lemma } of context.tree.tokens) {
    if (!context.codebook.wordSets['figure-noun'].has(lemma)) continue;
    const verb = takenUpBy(context, index);
    const figure = verb === null ? undefined : lastBefore(drafts, index, context);
    if (verb !== null && figure !== undefined) made.push(again(context, figure, verb, index));
  }
  return made.length === 0 ? drafts : [...drafts, ...made];
}

/** The verb of giving or confirming whose object the noun is, where "the" or "the same" shows that it was told before. */
function takenUpBy(context: Context, at: number): number | null {
  const { tree } = context;
  const { label, head } = tree.tokens[at];
  const definite = tree.children[at].some(child => /^(?:the|that|this|same)$/i.test(tree.tokens[child].text));
  const bare = tree.children[at].every(child => /^(?:det|amod|punct)$/.test(tree.tokens[child].label));
  const isVerb = context.codebook.wordSets['taking-up-figure'].has(tree.tokens[head].lemma);
  const subject = childWith(tree, head, 'nsubj');
  return label === 'obj' && definite && bare && isVerb && subject !== null && subject.upos !== 'PRON' ? head : null;
}

/** The last whole figure of the two sentences before. */
function lastBefore(drafts: readonly Draft[], at: number, context: Context): DraftOf<'casualty'> | undefined {
  const { index } = sentenceOf(context, at);
  return drafts
    .filter(draft => draft.kind === 'casualty')
    .filter(
      ({ dropped, victims, polarity, anchor }) =>
        dropped === null &&
        victims.partOf === null &&
        polarity === 'positive' &&
        anchor < at &&
        sentenceOf(context, anchor).index >= index - 2,
    )
    .sort((a, b) => a.anchor - b.anchor)
    .at(-1);
}

function again(context: Context, figure: DraftOf<'casualty'>, verb: number, noun: number): DraftOf<'casualty'> {
  const subject = childWith(context.tree, verb, 'nsubj');
  const speaker = subject === null ? null : nounPhrase(context, subject);
  const start = speaker === null ? verb : Math.min(speaker.range.start, verb);
  // "Gave the same figure" confirms it as well as "confirmed the figure".
  const same = context.tree.children[noun].some(child => context.tree.tokens[child].text.toLowerCase() === 'same');
  const confirms = same || /^(?:confirm|verify|corroborate)$/.test(context.tree.tokens[verb].lemma);
  return {
    ...figure,
    hedges: NEW_DRAFT.hedges,
    certainty: NEW_DRAFT.certainty,
    key: `${figure.key}/again:${verb}`,
    anchor: verb,
    range: { start, end: noun + 1 },
    rule: 'casualty/same-figure',
    act: confirms ? 'confirm' : 'state',
    claimant: subject === null ? null : subjectSpeaker(context, subject),
    supersedes: null,
  };
}
