import type { Token } from '../language/token.ts';
import type { Context } from './context.ts';
import { isPlural, nounPhrase } from './nouns.ts';

/**
 * "12 killed", "over 100 injured": a bare numeral right before the word, where no noun follows it. An auxiliary may
 * stand between ("12 were killed"); a numeral with a noun of its own does not count ("12 soldiers killed").
 */
export function numeralBefore(context: Context, at: number): Token | null {
  // "Two shooting ranges", "men were shooting": the form in -ing has nobody harmed before it.
  if (context.tree.tokens[at].xpos === 'VBG') return null;
  let i = at - 1;
  const parts = (at: number) => {
    const { upos, lemma } = context.tree.tokens[at];
    return context.numberAt[at] === null && (upos === 'AUX' || upos === 'ADV' || lemma === 'get');
  };
  while (i >= 0 && parts(i)) i -= 1;
  // "… and another | wounded".
  if (i >= 0 && /^another$/i.test(context.tree.tokens[i].text)) return context.tree.tokens[i];
  // "several others | wounded": the noun that only stands for more of the same.
  const noun = i > 0 && /^(?:others|more)$/i.test(context.tree.tokens[i].text) ? i : null;
  if (noun !== null) i -= 1;
  const number = i < 0 ? null : context.numberAt[i];
  if (number === null || number.meaning !== 'count' || number.tokenEnd !== i + 1) return null;
  if (context.tree.tokens[i].sentence !== context.tree.tokens[at].sentence) return null;
  if (noun !== null) return context.tree.tokens[noun];
  const figures = context.tree.tokens.slice(number.numeralStart, number.numeralEnd);
  const last = figures.findLast(({ upos }) => upos === 'NUM') ?? figures[figures.length - 1];
  const governor = context.tree.tokens[last.head];
  const numbered = last.label === 'nummod' && isNominal(governor);
  // "22 wounded soldiers": the numeral belongs to the noun behind the word.
  if (numbered && governor.index > at && context.tree.tokens[at].head === governor.index) return governor;
  const counted = numbered && governor.index < at;
  return counted ? null : last;
}

/** "16 soldiers | killed, 3 vehicles burnt": counted persons right before a participle that no person follows. */
export function countedBefore(context: Context, at: number, end: number): Token | null {
  const { tokens } = context.tree;
  const mention = context.actorAt[at - 1] ?? null;
  const participle = tokens[at].xpos === 'VBN' || tokens[at].xpos === 'VBD';
  if (!participle || mention === null || mention.tokenEnd !== at || tokens[at - 1].sentence !== tokens[at].sentence)
    return null;
  const next = tokens[end];
  const closed =
    next === undefined ||
    next.sentence !== tokens[at].sentence ||
    /^(?:[,.;:)]|CCONJ|ADP|SCONJ|ADV)$/.test(next.upos === 'PUNCT' ? next.text : next.upos);
  return closed && mention.status !== undefined && nounPhrase(context, tokens[at - 1]).number !== null
    ? tokens[at - 1]
    : null;
}

/** "a child | shot in the street", "the boy | killed on Friday": one person right before a participle, with where or when behind it. */
export function describedBefore(context: Context, at: number, end: number): Token | null {
  const { tokens, children } = context.tree;
  const noun = tokens[at - 1]?.upos === 'ADV' ? at - 2 : at - 1;
  const mention = context.actorAt[noun] ?? null;
  if (mention === null || mention.form !== 'person-noun' || mention.tokenEnd !== noun + 1) return null;
  if (mention.status === 'combatant' || isPlural(tokens[noun]) || tokens[noun].sentence !== tokens[at].sentence)
    return null;
  const told = children[at].some(child => /^(?:nsubj|obj|aux)/.test(tokens[child].label) && child !== noun);
  const next = tokens[end];
  const closed = next !== undefined && (context.dateAt[end] !== null || SETTING.test(next.text));
  return /^(?:VB[ND]|NN)$/.test(tokens[at].xpos) && !told && closed ? tokens[noun] : null;
}

/** Words that open where, when or how somebody was hurt, and no target. */
const SETTING = /^(?:in|on|near|by|outside|inside|while|during|early|late|last|this)$/i;

/** "captured four", "wounding at least six": a bare count right behind the verb, which the tree calls something else. */
export function numeralAfter(context: Context, end: number): Token | null {
  const number = context.numberAt[end] ?? null;
  if (number === null || number.meaning !== 'count' || number.tokenStart !== end) return null;
  const next = context.tree.tokens[number.tokenEnd];
  const free = next === undefined || /^[.,;:)]$/.test(next.text) || next.upos === 'CCONJ' || next.upos === 'ADP';
  return free && next?.text.toLowerCase() !== 'of' ? context.tree.tokens[number.numeralEnd - 1] : null;
}

/** A token that can be a victim's head. */
export function isNominal(token: Token): boolean {
  return (
    ['NOUN', 'PROPN', 'NUM', 'PRON', 'SYM'].includes(token.upos) ||
    (token.upos === 'ADJ' && token.label !== 'amod') ||
    token.xpos === 'DT'
  );
}
