import type { TokenRange } from '../../language/tree.ts';
import type { RelationWord } from '../codebook.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import { governmentAt, type Standing, standingAt, standingOf, standingsIn } from '../standing.ts';
import { relationDraft, tellsFormerTimes } from './relation-draft.ts';

/** "the feud between X and Y", "its rivalry with Y": a noun for how two stand to each other (codebook §11.1). */
export function relationByPair(
  context: Context,
  at: number,
  end: number,
  word: RelationWord,
): DraftOf<'relation'> | null {
  const { tokens } = context.tree;
  const preposition = prepositionAfter(context, end);
  if (preposition === null || (tokens[at].upos !== 'NOUN' && tokens[at].upos !== 'PROPN')) return null;
  const { tokenEnd } = sentenceOf(context, at);
  const past = tellsFormerTimes(context, { start: at - 2, end: at });
  const reach = { start: preposition + 1, end: Math.min(preposition + 14, tokenEnd) };
  const named = bodiesIn(context, reach);
  const first = named[0];
  if (first === undefined || first.range.start > preposition + 4) return null;
  if (/^between$/i.test(tokens[preposition].text)) {
    const second = named[1];
    if (second === undefined || !joined(context, first, second)) return null;
    return relationDraft(context, { start: at, end }, word, { from: first, to: second, past });
  }
  const self = ownerBefore(context, at, first) ?? topicBefore(context, at, first);
  return self === null ? null : relationDraft(context, { start: at, end }, word, { from: self, to: first, past });
}

/** The named bodies and countries of a range, in text order: "between the army and Chad". */
function bodiesIn(context: Context, { start, end }: TokenRange): readonly Standing[] {
  const found: Standing[] = [];
  for (let i = start; i < end; i += 1) {
    const isCountry = context.actorAt[i] === null && context.placeAt[i]?.role !== 'demonym';
    const body = standingOf(context.actorAt[i]) ?? (isCountry ? governmentAt(context, i) : null);
    if (body !== null && !found.some(({ ref }) => ref.name === body.ref.name)) found.push(body);
  }
  return found;
}

/** "between" or "with", right behind the noun or a place or time that stands behind it. */
function prepositionAfter(context: Context, end: number): number | null {
  for (let i = end; i < end + 4; i += 1) {
    const token = context.tree.tokens[i];
    if (token === undefined || token.upos === 'VERB' || token.upos === 'PUNCT') return null;
    if (/^(?:between|with)$/i.test(token.text)) return i;
    if (/^(?:with)$/i.test(token.text) && i > end) return null;
  }
  return null;
}

/** Whether nothing but "and" and attributes stands between two names. */
function joined(context: Context, first: Standing, second: Standing): boolean {
  const between = context.tree.tokens.slice(first.range.end, second.range.start);
  return (
    between.some(({ text }) => /^(?:and|&)$/i.test(text)) &&
    between.length <= 7 &&
    between.every(({ upos }) => upos !== 'VERB' && upos !== 'PUNCT')
  );
}

/** "its rivalry with", "the army's feud with". */
function ownerBefore(context: Context, at: number, not: Standing): Standing | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const { xpos, upos, text } = context.tree.tokens[i];
    if (xpos === 'PRP$') return standingAt(context, i, not);
    const found = standingOf(context.actorAt[i]);
    if (found !== null) return found;
    if (upos !== 'ADJ' && xpos !== 'POS' && !/^[-\u2010\u2011]$/.test(text)) return null;
  }
  return null;
}

/** "The rivalry with Y" in a paragraph about one armed group: that group's. */
function topicBefore(context: Context, at: number, not: Standing): Standing | null {
  const { index, paragraph, tokenStart } = sentenceOf(context, at);
  if (!/^the$/i.test(context.tree.tokens[at - 1]?.text ?? '')) return null;
  const first = context.doc.sentences.find(sentence => sentence.paragraph === paragraph);
  if (first === undefined || first.index === index) return null;
  const groups = standingsIn(context, { start: first.tokenStart, end: tokenStart }).filter(
    ({ ref }) => ref.kind === 'armed-group' && ref.id !== null && ref.name !== not.ref.name,
  );
  if (groups.length !== 1) return null;
  return {
    ref: { ...groups[0].ref, basis: 'implied', rule: 'relation/topic' },
    range: { start: at - 1, end: at },
  };
}
