import type { TokenRange } from '../../language/tree.ts';
import { type Estimate, estimate } from '../../model/estimate.ts';
import { type Context, hull, sentenceOf, spanOf, wordsOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';
import { countIn, type NounPhrase, nounPhrase, sideOf, statusOf } from '../nouns.ts';

/** How far behind a figure its parts may begin, in tokens. */
const REACH = 40;

/**
 * Adds the parts that are told of a figure: "14 dead, among them 3 children", "including two officers", "19 of them
 * civilians" (codebook §5.4). A part is a claim of its own with `partOf`, and is never added to its whole.
 */
export function parts(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  const made = drafts.flatMap(draft => {
    if (draft.kind !== 'casualty' || draft.dropped !== null) return [draft];
    const others = draftsBeside(index, context, draft.anchor).filter(other => other.kind === 'casualty');
    return [draft, ...partsOf(context, draft, others)];
  });
  const figures = made.filter(draft => draft.kind === 'casualty');
  const taken = new Set(figures.filter(isPart).map(({ victims }) => victims.span?.start));
  return made.map(draft => {
    const again = draft.kind === 'casualty' && !isPart(draft) && taken.has(draft.victims.span?.start);
    return again ? { ...draft, dropped: draft.dropped ?? 'a part of another figure' } : draft;
  });
}

function isPart({ rule }: DraftOf<'casualty'>): boolean {
  return rule === 'casualty/part';
}

function partsOf(
  context: Context,
  whole: DraftOf<'casualty'>,
  others: readonly DraftOf<'casualty'>[],
): readonly DraftOf<'casualty'>[] {
  const { tokenEnd } = sentenceOf(context, whole.anchor);
  const found: DraftOf<'casualty'>[] = [];
  const from = partsBegin(context, whole);
  for (let i = from; i < Math.min(whole.range.end + REACH, tokenEnd); i += 1) {
    const phrases = openedAt(context, i, i === from || i === whole.range.end, tokenEnd);
    // Another figure of harm begins: what follows are its parts.
    if (i > whole.range.end && others.some(other => other !== whole && other.range.start <= i && i < other.range.end))
      break;
    const share = shareOf(context, whole, i);
    if (share !== null) {
      const named =
        phrasesFrom(context, i + 2, Math.min(i + 6, clauseEnd(context, i + 2, tokenEnd))).find(
          ({ number }) => number === null,
        ) ?? null;
      found.push(
        partOfWhole(context, whole, { start: i - 1, end: Math.max(i + 2, named?.range.end ?? 0) }, share, named),
      );
      continue;
    }
    if (phrases === null) continue;
    // "19 of them civilians, including 8 children": the 8 are part of the 19.
    const last = found.at(-1);
    const inner = last !== undefined && last.range.end >= i - 1 && last.range.end <= i ? last : whole;
    for (const phrase of phrases) {
      const part = partDraft(context, inner, phrase);
      if (part !== null) found.push(part);
    }
  }
  return found;
}

/** Parts may stand between the victims and the word of harm: "12 policemen, among them two officers, were killed". */
function partsBegin(context: Context, whole: DraftOf<'casualty'>): number {
  const { span } = whole.victims;
  if (span === null) return whole.range.end;
  for (let i = whole.range.start; i < whole.range.end; i += 1) if (context.tree.tokens[i].start >= span.end) return i;
  return whole.range.end;
}

/** "most of them", "more than half of whom": more than half of the whole; "some of them": at least two (codebook §5.4). */
function shareOf(context: Context, whole: DraftOf<'casualty'>, i: number): Estimate | null {
  const word = (at: number) => context.tree.tokens[at]?.text.toLowerCase() ?? '';
  if (word(i) !== 'of' || !/^(?:them|whom|these|those)$/.test(word(i + 1))) return null;
  const size = whole.estimate.best ?? whole.estimate.low;
  if (whole.estimate.qualifier === 'vague') return null;
  const most =
    word(i - 1) === 'most' ||
    word(i - 1) === 'majority' ||
    (word(i - 1) === 'half' && /^(?:than|over)$/.test(word(i - 2)));
  if (most) return size === null ? null : estimate(Math.floor(size / 2) + 1, null, null, 'vague');
  return /^(?:some|many)$/.test(word(i - 1)) ? estimate(2, null, null, 'vague') : null;
}

/** The phrases that a word of partition at token `i` opens, or null where none stands there. */
function openedAt(context: Context, i: number, adjoins: boolean, end: number): readonly NounPhrase[] | null {
  const { tokens } = context.tree;
  const word = (at: number) => tokens[at]?.text.toLowerCase() ?? '';
  if (adjoins && word(i) === '(') return phrasesFrom(context, i + 1, end, 'counted');
  if (adjoins && word(i) === ':') return sharesFrom(context, i + 1, end);
  // "Three were shot, one fatally", "two of them fatally".
  const number = context.numberAt[i] ?? null;
  const ends = number !== null && number.meaning === 'count' && number.tokenStart === i ? number.tokenEnd : -1;
  if (ends > 0 && context.codebook.wordSets['fatal-manner'].has(word(ends))) return numberAfter(context, i);
  if (word(i) === 'including') return phrasesFrom(context, i + 1, end);
  if ((word(i) === 'included' && !/^[a-z]/.test(word(i + 1))) || (word(i) === 'among' && word(i + 1) === 'them')) {
    const before = phraseBefore(context, i);
    if (before !== null) return [before];
  }
  if (word(i) === 'among' && /^(?:them|whom|these|those)$/.test(word(i + 1))) return phrasesFrom(context, i + 2, end);
  if (word(i) === 'of' && /^(?:them|whom|these|those)$/.test(word(i + 1))) {
    const number = context.numberAt[i - 1];
    if (number?.meaning !== 'count' || number.tokenEnd !== i) return numberAfter(context, i + 2);
    // "40 of them by the army" names who did it.
    const next =
      word(i + 2) === 'by' ? [] : phrasesFrom(context, i + 2, Math.min(i + 6, clauseEnd(context, i + 2, end)));
    const named = next.find(({ number: own, actor }) => (own === null || own === number) && actor !== null);
    const head = tokens[number.numeralEnd - 1];
    const bare = { ...nounPhrase(context, head), number };
    return [
      named === undefined
        ? bare
        : { ...named, number, range: hull(named.range, { start: number.tokenStart, end: i + 2 }) },
    ];
  }
  return null;
}

/** "of whom four have been freed": the count that follows. */
function numberAfter(context: Context, i: number): readonly NounPhrase[] | null {
  const number = context.numberAt[i] ?? null;
  if (number === null || number.meaning !== 'count' || number.tokenStart !== i) return null;
  return [
    {
      ...nounPhrase(context, context.tree.tokens[number.numeralEnd - 1]),
      number,
      range: { start: number.tokenStart, end: number.tokenEnd },
    },
  ];
}

/** "a captain | among them", "a sergeant | included": a phrase that opens behind a comma and ends right before the word. */
function phraseBefore(context: Context, i: number): NounPhrase | null {
  const { tokens } = context.tree;
  const head = tokens[i - 1];
  if (head === undefined || head.upos !== 'NOUN' || context.actorAt[i - 1] === null) return null;
  let start = i - 1;
  while (start > 0 && /^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(tokens[start - 1].upos)) start -= 1;
  const opens = start > 0 && tokens[start - 1].text === ',';
  return opens ? { ...nounPhrase(context, head), range: { start, end: i } } : null;
}

/** Where the next comma, verb or conjunction of clauses stands. */
function clauseEnd(context: Context, from: number, end: number): number {
  for (let i = from; i < end; i += 1) {
    const { text, upos } = context.tree.tokens[i];
    if (/^[,;:.)]$/.test(text) || upos === 'VERB' || upos === 'SCONJ' || upos === 'AUX') return i;
  }
  return end;
}

/** "four from the front and one from its ally": figures with the side they came from. */
function sharesFrom(context: Context, start: number, end: number): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  for (let i = start; i < end; i += 1) {
    const number = context.numberAt[i];
    if (number?.meaning !== 'count' || number.tokenStart !== i) continue;
    const from = context.tree.tokens[number.tokenEnd]?.text.toLowerCase();
    const actor = context.actorAt[number.tokenEnd + 1] ?? context.actorAt[number.tokenEnd + 2] ?? null;
    if ((from !== 'from' && from !== 'of') || actor === null) break;
    const head = context.tree.tokens[number.numeralEnd - 1];
    found.push({ head, range: { start: number.tokenStart, end: actor.tokenEnd }, number, actor });
    i = actor.tokenEnd - 1;
  }
  return found;
}

/** Noun phrases for persons in a row: "three children, a nurse and two officers"; in brackets only those that are counted. */
export function phrasesFrom(
  context: Context,
  start: number,
  end: number,
  which: 'all' | 'counted' = 'all',
): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let last = start;
  for (let i = start; i < end && i < last + 8; i += 1) {
    const token = context.tree.tokens[i];
    if (/^[.;:)]$/.test(token.text) || token.upos === 'VERB') break;
    const mention = context.actorAt[i];
    const heads = (token.upos === 'NOUN' || token.upos === 'PROPN') && mention !== null && mention.tokenEnd === i + 1;
    if (!heads) continue;
    // "Including a nurse, Okello said": who says it is no victim.
    if (token.upos === 'PROPN' && context.tree.tokens[i + 1]?.upos === 'VERB') break;
    const phrase = nounPhrase(context, token);
    if (which === 'counted' && phrase.number === null) break;
    found.push(phrase);
    last = i;
  }
  return found;
}

function partDraft(context: Context, whole: DraftOf<'casualty'>, phrase: NounPhrase): DraftOf<'casualty'> | null {
  const count = countIn(context, phrase);
  if (count === null || !fits(count.low, whole.estimate.high)) return null;
  return partOfWhole(context, whole, phrase.range, count, phrase);
}

export function partOfWhole(
  context: Context,
  whole: DraftOf<'casualty'>,
  range: TokenRange,
  count: Estimate,
  phrase: NounPhrase | null,
): DraftOf<'casualty'> {
  // Age, sex and rank say nothing of the side (codebook §5.4).
  const actor = phrase !== null && isTold(context, phrase) ? phrase.actor : null;
  const own = sideOf(actor);
  const vague = own !== null && own.id === null && statusOf(actor, own) === whole.victims.status;
  const side = vague ? (whole.victims.side ?? own) : (own ?? whole.victims.side);
  const status = statusOf(actor, side);
  return {
    ...whole,
    key: `${whole.key}/part:${range.start}`,
    range,
    rule: 'casualty/part',
    harm: isFatal(context, whole, range) ? 'killed' : whole.harm,
    estimate: count,
    victims: {
      side,
      status: status === 'unknown' ? whole.victims.status : status,
      words: wordsOf(context.doc, phrase?.range ?? range),
      span: spanOf(context.tree.tokens, phrase?.range ?? range),
      partOf: whole.key,
      addsTo: null,
    },
  };
}

/** "Six were shot, two of them | fatally": of those hurt, these died. */
function isFatal(context: Context, { harm }: DraftOf<'casualty'>, { end }: TokenRange): boolean {
  const hurt = harm === 'injured' || harm === 'killed-or-injured';
  return hurt && context.codebook.wordSets['fatal-manner'].has(context.tree.tokens[end]?.lemma ?? '');
}

function isTold(context: Context, { head, actor }: NounPhrase): boolean {
  return actor?.form !== 'person-noun' || !context.codebook.wordSets['age-or-sex'].has(head.lemma);
}

/** A part cannot be larger than its whole. */
function fits(low: number | null, high: number | null): boolean {
  return low === null || high === null || low <= high;
}
