import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { phrasesAt } from '../../language/phrases.ts';
import type { Harm } from '../../model/casualty.ts';
import { type Context, sentenceOf, wordsOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';

/** How many sentences back the whole may be told. */
const REACH = 3;

/**
 * Adds the parts of a figure that was told before: "40 of the deaths are put down to X, 30 to Y", "31 of the 96 kidnapped",
 * "among the dead are five women" (codebook §5.4). A figure that a parser has read already only gets its whole.
 */
export function shares(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const done = [...drafts];
  for (const number of context.doc.numbers) {
    if (number.meaning !== 'count' || number.estimate.high === 0) continue;
    const harm = harmShared(context, number);
    const whole = harm === null ? undefined : wholeBefore(done, number, harm, context);
    if (harm === null || whole === undefined) continue;
    for (const part of [number, ...gapped(context, number)]) settle(done, part, whole, context);
  }
  return done;
}

/** "40 of the deaths", "31 of the 96 kidnapped", "among the wounded are two": the harm of those the number is a share of. */
function harmShared(context: Context, { tokenStart, tokenEnd }: NumberMention): Harm | null {
  const { tokens } = context.tree;
  const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '';
  if (word(tokenEnd) === 'of' && /^(?:the|these|those)$/.test(word(tokenEnd + 1))) {
    const skipped = context.numberAt[tokenEnd + 2]?.tokenEnd ?? tokenEnd + 2;
    return harmAt(context, skipped);
  }
  const { tokenStart: opening } = sentenceOf(context, tokenStart);
  const leads = word(opening) === 'among' && word(opening + 1) === 'the' && tokenStart <= opening + 5;
  return leads && tokens[opening + 3]?.lemma === 'be' ? harmAt(context, opening + 2) : null;
}

function harmAt(context: Context, at: number): Harm | null {
  const { tokens } = context.tree;
  if (!context.codebook.wordSets['counted-victims'].has(tokens[at]?.text.toLowerCase() ?? '')) return null;
  return phrasesAt(tokens, at, context.codebook.harmTriggers).at(0)?.entry.harm ?? null;
}

/** The last whole figure of that harm before the number which is large enough to hold it. */
function wholeBefore(
  drafts: readonly Draft[],
  number: NumberMention,
  harm: Harm,
  context: Context,
): DraftOf<'casualty'> | undefined {
  const { index } = sentenceOf(context, number.tokenStart);
  return drafts
    .filter(draft => draft.kind === 'casualty')
    .filter(draft => draft.dropped === null && draft.harm === harm && draft.victims.partOf === null)
    .filter(({ range }) => range.end <= number.tokenStart && sentenceOf(context, range.start).index >= index - REACH)
    .filter(({ estimate }) => (estimate.high ?? Number.POSITIVE_INFINITY) > (number.estimate.low ?? 0))
    .sort((a, b) => a.range.start - b.range.start)
    .at(-1);
}

/** ", 30 to the rebels and 19 to the army": numbers that go on as the first does, with its preposition and an actor. */
function gapped(context: Context, first: NumberMention): readonly NumberMention[] {
  const { tokenEnd } = sentenceOf(context, first.tokenStart);
  const { tokens } = context.tree;
  let preposition: string | null = null;
  const found: NumberMention[] = [];
  for (let i = first.tokenEnd + 2; i + 1 < tokenEnd; i += 1) {
    const leadsToActor =
      tokens[i].upos === 'ADP' && (context.actorAt[i + 1] ?? context.actorAt[i + 2] ?? null) !== null;
    if (!leadsToActor) continue;
    preposition ??= tokens[i].lemma;
    const number = context.numberAt[i - 1] ?? null;
    if (number !== null && number.tokenEnd === i && number.meaning === 'count' && tokens[i].lemma === preposition)
      found.push(number);
  }
  return found;
}

function settle(done: Draft[], number: NumberMention, whole: DraftOf<'casualty'>, context: Context): void {
  const known = done.findIndex(
    draft => draft.kind === 'casualty' && draft.dropped === null && draft.victims.span?.start === number.start,
  );
  const draft = done[known];
  if (draft?.kind === 'casualty') {
    if (draft.harm !== whole.harm) return;
    const { side, status } = whole.victims;
    const victims = { ...draft.victims, partOf: whole.key };
    done[known] = {
      ...draft,
      rule: 'casualty/part',
      victims: draft.victims.words === null ? victims : { ...victims, side, status },
    };
    return;
  }
  const range = { start: number.tokenStart, end: number.tokenEnd };
  done.push({
    ...whole,
    key: `${whole.key}/share:${number.tokenStart}`,
    anchor: number.numeralStart,
    range,
    rule: 'casualty/part',
    estimate: number.estimate,
    supersedes: null,
    victims: {
      ...whole.victims,
      words: wordsOf(context.doc, range),
      span: { start: number.start, end: number.end },
      partOf: whole.key,
      addsTo: null,
    },
  });
}
