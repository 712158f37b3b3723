import type { TokenRange } from '../../language/tree.ts';
import { type Context, hull, sentenceOf, spanOf, wordsOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { countIn, type NounPhrase, nounPhrase, sideOf } from '../nouns.ts';

/** How far behind a figure its parts may begin, in tokens. */
const REACH = 12;

/**
 * Adds the parts that are told of a figure: "14 dead, among them 3 children", "including two officers", "19 of them
 * civilians" (codebook §5.4). A part is a claim of its own with `partOf`, and is never added to its whole.
 */
export function parts(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.flatMap(draft =>
    draft.kind === 'casualty' && draft.dropped === null ? [draft, ...partsOf(context, draft)] : [draft],
  );
}

function partsOf(context: Context, whole: DraftOf<'casualty'>): readonly DraftOf<'casualty'>[] {
  const { tokenEnd } = sentenceOf(context, whole.anchor);
  const found: DraftOf<'casualty'>[] = [];
  for (let i = whole.range.end; i < Math.min(whole.range.end + REACH, tokenEnd); i += 1) {
    const phrases = openedAt(context, i, tokenEnd);
    if (phrases === null) continue;
    for (const phrase of phrases) {
      const part = partDraft(context, whole, phrase, { start: i, end: i + 1 });
      if (part !== null) found.push(part);
    }
    if (found.length > 0) break;
  }
  return found;
}

/** The phrases that a word of partition at token `i` opens, or null where none stands there. */
function openedAt(context: Context, i: number, end: number): readonly NounPhrase[] | null {
  const { tokens } = context.tree;
  const word = (at: number) => tokens[at]?.text.toLowerCase() ?? '';
  if (word(i) === 'including') return phrasesFrom(context, i + 1, end);
  if (word(i) === 'among' && /^(?:them|whom)$/.test(word(i + 1))) return phrasesFrom(context, i + 2, end);
  if (word(i) === 'of' && /^(?:them|whom)$/.test(word(i + 1))) {
    const number = context.numberAt[i - 1];
    if (number?.meaning !== 'count') return null;
    const next = phrasesFrom(context, i + 2, Math.min(i + 6, end));
    const named = next.find(({ number: own, actor }) => own === null && actor !== null);
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

/** Noun phrases for persons in a row: "three children, a nurse and two officers". */
function phrasesFrom(context: Context, start: number, end: number): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let last = start;
  for (let i = start; i < end && i < last + 8; i += 1) {
    const token = context.tree.tokens[i];
    if (/^[.;:)]$/.test(token.text) || token.upos === 'VERB') break;
    const mention = context.actorAt[i];
    const heads = (token.upos === 'NOUN' || token.upos === 'PROPN') && mention !== null && mention.tokenEnd === i + 1;
    if (!heads) continue;
    found.push(nounPhrase(context, token));
    last = i;
  }
  return found;
}

function partDraft(
  context: Context,
  whole: DraftOf<'casualty'>,
  phrase: NounPhrase,
  opener: TokenRange,
): DraftOf<'casualty'> | null {
  const count = countIn(context, phrase);
  if (count === null || !fits(count.low, whole.estimate.high)) return null;
  const range = { start: Math.min(phrase.range.start, opener.start), end: Math.max(phrase.range.end, opener.end) };
  return {
    ...whole,
    key: `${whole.key}/part:${phrase.head.index}`,
    anchor: whole.anchor,
    range,
    rule: 'casualty/part',
    estimate: count,
    victims: {
      side: sideOf(phrase.actor) ?? whole.victims.side,
      status:
        phrase.actor?.status === undefined || phrase.actor.status === 'unknown'
          ? whole.victims.status
          : phrase.actor.status,
      words: wordsOf(context.doc, phrase.range),
      span: spanOf(context.tree.tokens, phrase.range),
      partOf: whole.key,
      addsTo: null,
    },
  };
}

/** A part cannot be larger than its whole. */
function fits(low: number | null, high: number | null): boolean {
  return low === null || high === null || low <= high;
}
