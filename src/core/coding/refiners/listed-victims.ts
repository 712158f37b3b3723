import { phrasesAt } from '../../language/phrases.ts';
import type { TokenRange } from '../../language/tree.ts';
import type { Harm } from '../../model/casualty.ts';
import { type Context, hull, sentenceOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { countIn, type NounPhrase } from '../nouns.ts';
import { partOfWhole, phrasesFrom } from './parts.ts';

/** How many sentences before a list its whole may have been told. */
const REACH = 4;

/** How far behind the word for the harmed the verb may stand, in tokens. */
const VERB_REACH = 6;

/**
 * A sentence that goes on to say who the harmed were: "Among the dead were five women", "the wounded include two guards",
 * "the others are a driver and his son". Each is a part of the figure told before of that harm (codebook §5.4).
 */
export function listedVictims(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const figures = drafts.filter(draft => draft.kind === 'casualty').filter(({ dropped }) => dropped === null);
  const made = context.tree.tokens.flatMap(({ index }) => listAt(context, index, figures));
  const begins = new Set(made.flatMap(({ victims }) => victims.span?.start ?? []));
  const kept = drafts.map(draft => {
    // "Among the dead were | five women": the same words, read as a figure of its own.
    const again = draft.kind === 'casualty' && draft.victims.span !== null && begins.has(draft.victims.span.start);
    return again ? { ...draft, dropped: draft.dropped ?? 'a part of another figure' } : draft;
  });
  return made.length === 0 ? drafts : [...kept, ...made];
}

function listAt(context: Context, at: number, figures: readonly DraftOf<'casualty'>[]): readonly DraftOf<'casualty'>[] {
  const harm = harmNamed(context, at);
  if (harm === undefined || context.tree.tokens[at - 1]?.text.toLowerCase() !== 'the') return [];
  const among = /^(?:among|amongst)$/i.test(context.tree.tokens[at - 2]?.text ?? '');
  const verb = verbBehind(context, at, among);
  if (verb === null) return [];
  const phrases = phrasesFrom(context, verb + 1, sentenceOf(context, at).tokenEnd);
  const [first] = phrases;
  if (first === undefined || first.range.start > verb + 3 || !isCounted(context, first)) return [];
  const counted = phrases.filter(phrase => isCounted(context, phrase));
  const sum = counted.reduce((total, phrase) => total + (countIn(context, phrase)?.low ?? 0), 0);
  const whole = lastOf(figures, at, harm, sum, context);
  if (whole === undefined) return [];
  return counted.flatMap(phrase =>
    partAt(context, phrase, whole, { start: among ? at - 2 : at - 1, end: at + 1 }, first),
  );
}

/** The harm that a word for the harmed names, null for one that names none ("the victims", "the others"). */
function harmNamed(context: Context, at: number): Harm | null | undefined {
  const { tree, codebook } = context;
  if (codebook.wordSets['listed-victims'].has(tree.tokens[at].lemma)) return null;
  const match = phrasesAt(tree.tokens, at, codebook.harmTriggers).find(
    ({ entry }) => entry.pos === 'NOUN' && entry.victims === 'head',
  );
  return match?.entry.harm;
}

function partAt(
  context: Context,
  phrase: NounPhrase,
  whole: DraftOf<'casualty'>,
  opening: TokenRange,
  first: NounPhrase,
): readonly DraftOf<'casualty'>[] {
  const count = countIn(context, phrase);
  const { high } = whole.estimate;
  if (count === null || (count.low !== null && high !== null && count.low > high)) return [];
  const part = partOfWhole(context, whole, phrase.range, count, phrase);
  return [{ ...part, anchor: phrase.head.index, range: phrase === first ? hull(opening, phrase.range) : phrase.range }];
}

/** "Among the dead | were", "the dead in the attack | include": the verb that leads to who they were. */
function verbBehind(context: Context, at: number, among: boolean): number | null {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, at);
  for (let i = at + 1; i < Math.min(at + VERB_REACH, tokenEnd); i += 1) {
    const { lemma, upos, text } = tokens[i];
    if (lemma === 'include' || (lemma === 'be' && (among || upos === 'AUX'))) return i;
    if (upos === 'VERB' || upos === 'AUX' || upos === 'NUM' || /^[,;:.]$/.test(text)) return null;
  }
  return null;
}

/** "Were five women", "was a nurse": who is counted, not what became of them ("the dead were buried"). */
function isCounted({ tree }: Context, { number, range }: NounPhrase): boolean {
  return number !== null || /^(?:an?|one)$/i.test(tree.tokens[range.start].text);
}

/** The last whole figure before that is as large as the list, of that harm where the word tells one. */
function lastOf(
  figures: readonly DraftOf<'casualty'>[],
  at: number,
  harm: Harm | null,
  sum: number,
  context: Context,
): DraftOf<'casualty'> | undefined {
  const { index } = sentenceOf(context, at);
  return figures
    .filter(({ victims, anchor, polarity }) => victims.partOf === null && anchor < at && polarity === 'positive')
    .filter(({ anchor }) => sentenceOf(context, anchor).index >= index - REACH)
    .filter(figure => harm === null || figure.harm === harm)
    .filter(({ estimate: { high } }) => high === null || high >= sum)
    .sort((a, b) => a.anchor - b.anchor)
    .at(-1);
}
