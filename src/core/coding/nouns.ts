import type { ActorMention } from '../language/actors/actor-mention.ts';
import type { NumberMention } from '../language/numbers/find-numbers.ts';
import type { Token } from '../language/token.ts';
import { childrenWith, subtree, type TokenRange } from '../language/tree.ts';
import type { ActorKind, ActorRef } from '../model/actor.ts';
import type { VictimStatus } from '../model/casualty.ts';
import { type Estimate, estimate, exactly } from '../model/estimate.ts';
import type { Span } from '../model/span.ts';
import { type Context, sentenceOf, within } from './context.ts';

/** A noun phrase that may be victims, owners or parties: its head, its words and what counts it. */
export interface NounPhrase {
  readonly head: Token;
  /** Its words without relative clauses, appositions and what is coordinated with it. */
  readonly range: TokenRange;
  readonly number: NumberMention | null;
  readonly actor: ActorMention | null;
}

/** Branches that do not belong to the short words of a noun phrase. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'appos',
  'conj',
  'cc',
  'punct',
  'parataxis',
  'case',
  'advcl',
  'mark',
  'cop',
  'nsubj',
  'nsubj:pass',
  'aux',
  'aux:pass',
  'advmod',
  'obl',
  'dep',
  'ccomp',
  'xcomp',
  'obj',
  'discourse',
  'orphan',
]);

const WITHOUT_NMOD: ReadonlySet<string> = new Set([...OUTSIDE, 'nmod']);

/** Within a modifier its own preposition belongs to the words. */
const OUTSIDE_OF: ReadonlySet<string> = new Set([...OUTSIDE].filter(label => label !== 'case'));

/** The noun phrase around a head token. A number mention that touches it widens it by its qualifier ("at least 12 …"). */
export function nounPhrase(context: Context, head: Token): NounPhrase {
  const bare = ownWords(context, head);
  const number = countOf(context, head, bare);
  const range =
    number === null
      ? bare
      : { start: Math.min(bare.start, number.tokenStart), end: Math.max(bare.end, number.tokenEnd) };
  return { head, range, number, actor: actorOf(context, head, range) };
}

/** A head with its attributes and what "of" adds, without where and with whom ("six farmers | near the town"). */
function ownWords(context: Context, head: Token): TokenRange {
  const core = subtree(context.tree, head.index, WITHOUT_NMOD);
  let { start, end } = core;
  const ofWhat = head.upos === 'ADJ' || head.upos === 'PRON' || head.upos === 'NUM' ? ['nmod', 'obl'] : ['nmod'];
  for (const child of childrenWith(context.tree, head.index, ...ofWhat)) {
    const preposition = context.tree.children[child.index]
      .map(i => context.tree.tokens[i])
      .find(({ label }) => label === 'case');
    if (child.index > head.index && preposition?.text.toLowerCase() !== 'of') continue;
    const range = subtree(context.tree, child.index, OUTSIDE_OF);
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  // "Ministry: dead now 12": no phrase reaches over a colon, whatever the parse says.
  for (let i = start; i < head.index; i += 1) if (context.tree.tokens[i].text === ':') start = i + 1;
  return { start, end };
}

/** The number that counts a head: one of its numeral modifiers, or the head where it is a numeral itself. */
function countOf(context: Context, head: Token, range: TokenRange): NumberMention | null {
  const own = context.numberAt[head.index];
  if (own !== null && isFigure(own, head.index)) return own;
  for (const child of childrenWith(context.tree, head.index, 'nummod', 'amod', 'det', 'nmod', 'compound', 'advmod')) {
    const number = context.numberAt[child.index];
    if (number !== null && number.meaning === 'count' && number.numeralStart <= head.index) return number;
  }
  // A parse that hangs the numeral elsewhere: the number that ends right before the phrase or stands inside before its head.
  const inside = within(context.numberAt, { start: range.start, end: head.index }).filter(
    ({ meaning }) => meaning === 'count',
  );
  const before = context.numberAt[range.start - 1] ?? null;
  const counts = within(context.numberAt, range).filter(({ meaning }) => meaning === 'count');
  if (before?.meaning === 'count' && before.tokenEnd === range.start) return before;
  const apart = numberApart(context, range.start);
  if (apart !== null) return apart;
  // "all of them together 11 officers": the one count in the phrase.
  return inside.at(-1) ?? (counts.length === 1 ? counts[0] : null);
}

/** "twelve | displaced people": a count that up to three describing words part from the noun, in a parse that hangs them elsewhere. */
function numberApart(context: Context, start: number): NumberMention | null {
  for (let i = start - 1; i >= Math.max(0, start - 4); i -= 1) {
    const number = context.numberAt[i];
    if (number !== null)
      return number.meaning === 'count' && number.tokenEnd === i + 1 && number.estimate.high !== 0 ? number : null;
    const { upos, xpos, text } = context.tree.tokens[i];
    if (upos !== 'ADJ' && xpos !== 'VBN' && upos !== 'NOUN' && upos !== 'PROPN' && text !== '/') return null;
  }
  return null;
}

function isFigure(number: NumberMention, head: number): boolean {
  return number.meaning === 'count' && number.numeralStart <= head && head < number.numeralEnd;
}

/** The actor that a phrase names, nearest to its head. */
function actorOf(context: Context, head: Token, range: TokenRange): ActorMention | null {
  const own = context.actorAt[head.index];
  if (own !== null) return own;
  return within(context.actorAt, range).at(-1) ?? null;
}

/**
 * How many a phrase means (codebook §5): its number; one for a singular; the vague bound for a bare plural; null where it
 * takes up persons told before ("the victims", "they"), because then no new figure is given.
 */
export function countIn(context: Context, phrase: NounPhrase): Estimate | null {
  if (phrase.number !== null) return phrase.number.estimate;
  const { head } = phrase;
  const words = context.tree.children[head.index].map(child => context.tree.tokens[child]);
  if (words.some(word => word.label === 'det' && /^(?:no|neither)$/i.test(word.text))) return exactly(0);
  if (words.some(word => word.label === 'case' && /^without$/i.test(word.text))) return exactly(0);
  if (/^(?:nobody|no-one|none)$/i.test(head.text)) return exactly(0);
  // "Any other fighter": whoever there may be.
  if (words.some(word => word.label === 'det' && /^any$/i.test(word.text)) && !isPlural(head)) return null;
  if (/^both$/i.test(head.text) || words.some(word => word.label === 'det' && /^both$/i.test(word.text)))
    return exactly(2);
  if (head.upos === 'PRON' || /^all$/i.test(head.text)) return null;
  const owned = words.some(word => word.xpos === 'PRP$');
  const definite =
    owned || words.some(word => word.label === 'det' && /^(?:the|these|those|this|that|all)$/i.test(word.text));
  // "The wounded", "each injured": all of those told before.
  const several = isPlural(head) || (head.xpos !== 'NN' && head.xpos !== 'NNP' && head.upos !== 'PROPN');
  if (words.some(word => /^each$/i.test(word.text))) return null;
  if (several && !isPlural(head) && definite) return null;
  if (isPlural(head)) return definite ? null : estimate(2, null, null, 'vague');
  return exactly(1);
}

/** Whether a noun is plural by its tag. */
export function isPlural(token: Token): boolean {
  return token.xpos === 'NNS' || token.xpos === 'NNPS' || /^(?:people|personnel|police)$/i.test(token.text);
}

/** The side that words for victims name; a bare noun for persons ("soldiers") that implies nobody names none. */
export function sideOf(mention: ActorMention | null): ActorRef | null {
  if (mention === null) return null;
  return mention.form === 'person-noun' && mention.ref.id === null ? null : mention.ref;
}

/** Kinds of actors whose members bear arms. */
const ARMED: readonly (ActorKind | null)[] = ['military', 'armed-group', 'militia', 'police'];

/** Combatant or civilian as the noun says it ("fighter", "villager"), else by the body they belong to (codebook §6.1). */
export function statusOf(mention: ActorMention | null, side: ActorRef | null): VictimStatus {
  const { status } = mention ?? {};
  if (status !== undefined && status !== 'unknown') return status;
  if (side === null) return 'unknown';
  if (side.kind === 'civilians') return 'civilian';
  return ARMED.includes(side.kind) ? 'combatant' : 'unknown';
}

/** Whether the words for victims are a figure and nothing that describes them: "22", "eight others", "another", "no dead". */
export function isBareFigure(context: Context, span: Span | null, anchor: number): boolean {
  if (span === null) return true;
  const { tokenStart, tokenEnd } = sentenceOf(context, anchor);
  const words = context.tree.tokens
    .slice(tokenStart, tokenEnd)
    .filter(({ start, end }) => start >= span.start && end <= span.end);
  return words.every(({ index, upos, lemma }) => {
    if (context.numberAt[index]?.meaning === 'count') return true;
    const open = upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'VERB';
    const empty = context.codebook.wordSets['more-of-the-same'].has(lemma);
    return !open || empty || context.codebook.harmTriggers.byFirst.has(lemma);
  });
}
