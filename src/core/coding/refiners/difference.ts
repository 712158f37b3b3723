import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { childWith } from '../../language/tree.ts';
import { exactly } from '../../model/estimate.ts';
import { type Context, sentenceOf } from '../context.ts';
import { type Draft, type DraftOf, NEW_DRAFT } from '../draft.ts';
import { subjectSpeaker } from '../subject-speaker.ts';

/**
 * Adds the figure that a difference gives: "seven fighters died, two more than the group admitted" says that it admitted
 * five (codebook §4.9).
 */
export function difference(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const made = context.doc.numbers.flatMap(number => {
    const verb = number.meaning === 'count' ? comparedWith(context, number) : null;
    if (verb === null) return [];
    const base = drafts
      .filter(draft => draft.kind === 'casualty')
      .filter(
        ({ dropped, victims, range }) => dropped === null && victims.partOf === null && range.end <= number.tokenStart,
      )
      .filter(({ anchor }) => sentenceOf(context, anchor).index === sentenceOf(context, number.tokenStart).index)
      .at(-1);
    const draft = base === undefined ? null : lesser(context, base, number, verb);
    return draft === null ? [] : [draft];
  });
  return made.length === 0 ? drafts : [...drafts, ...made];
}

/** The verb of telling behind "two more than …", within a few words. */
function comparedWith(context: Context, { tokenEnd }: NumberMention): number | null {
  const { tokens } = context.tree;
  if (tokens[tokenEnd]?.text.toLowerCase() !== 'more' || tokens[tokenEnd + 1]?.text.toLowerCase() !== 'than')
    return null;
  const sets = context.codebook.wordSets;
  for (let i = tokenEnd + 2; i < Math.min(tokenEnd + 8, tokens.length); i += 1) {
    const { lemma, sentence } = tokens[i];
    if (sentence !== tokens[tokenEnd].sentence) return null;
    if (sets['admitting'].has(lemma) || sets['giving-figure'].has(lemma)) return i;
  }
  return null;
}

function lesser(
  context: Context,
  base: DraftOf<'casualty'>,
  number: NumberMention,
  verb: number,
): DraftOf<'casualty'> | null {
  const size = base.estimate.best ?? base.estimate.low;
  const more = number.estimate.best;
  if (size === null || more === null || more >= size) return null;
  const subject = childWith(context.tree, verb, 'nsubj');
  const admits = context.codebook.wordSets['admitting'].has(context.tree.tokens[verb].lemma);
  return {
    ...base,
    ...NEW_DRAFT,
    key: `${base.key}/less:${number.tokenStart}`,
    anchor: number.numeralStart,
    range: { start: number.tokenStart, end: verb + 1 },
    rule: 'casualty/difference',
    claimant: subject === null || subject.upos === 'PRON' ? null : subjectSpeaker(context, subject),
    act: admits ? 'admit' : 'state',
    estimate: exactly(size - more),
    supersedes: null,
  };
}
