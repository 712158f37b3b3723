import type { Token } from '../language/token.ts';
import type { Context } from './context.ts';

/** Furthest that a subject may begin before its verb, in tokens. */
const REACH = 30;

/**
 * The persons that stand before a verb in its clause, where the tree gives the verb no subject of the kind: the first noun
 * for persons or bare count after the last finite verb, semicolon or conjunction of clauses. A second opinion, for parses
 * that hang a subject elsewhere; null where the clause names no persons.
 */
export function surfaceSubject(context: Context, verb: number): Token | null {
  const { tokens } = context.tree;
  const { sentence } = tokens[verb];
  let at = verb - 1;
  // Auxiliaries, adverbs and a participle of reporting belong to the verb: "were later confirmed | killed".
  while (at >= 0 && tokens[at].sentence === sentence && (belongsToVerb(context, at) || isQuoteMark(tokens[at])))
    at -= 1;
  at = beforeInsertion(tokens, at, sentence);
  // "Jane Roe, 18, of Springfield, | died": a name with an age is a person's.
  const age = context.numberAt[at]?.meaning === 'age' ? at : at + 2;
  const aged = age >= 2 && context.numberAt[age]?.meaning === 'age' && tokens[age - 1].text === ',';
  const name = aged ? tokens[age - 2] : undefined;
  if (name?.upos === 'PROPN') return name.label.startsWith('flat') ? tokens[name.head] : name;
  let found: Token | null = null;
  for (; at >= 0 && at > verb - REACH && tokens[at].sentence === sentence; at -= 1) {
    // "… became six after | two of the wounded died": a preposition that a parse takes for none of a clause.
    if (found !== null && /^(?:after|before|until|since|because|while)$/i.test(tokens[at].text)) break;
    if (endsClause(tokens[at])) {
      const noun = found === null ? beforeRelative(tokens, at, sentence) : null;
      if (noun === null) break;
      at = noun;
    }
    if (isPersons(context, at)) found = nounOf(context, at);
  }
  return found;
}

/** "were \"granted martyrdom\"": a mark right before a word that is put in quotation marks. */
function isQuoteMark({ text }: Token): boolean {
  return /^["\u201c\u201d«»]$/.test(text);
}

/** A mention may end in what is no noun ("passer-by"): its first word then stands for it. */
function nounOf(context: Context, at: number): Token {
  const { tokens } = context.tree;
  const mention = context.actorAt[at];
  // "Three others and a worker": the noun leads to what is coordinated with it.
  if (/^(?:others|more)$/i.test(tokens[at + 1]?.text ?? '') && context.numberAt[at] !== null) return tokens[at + 1];
  return mention !== null && !/^(?:NOUN|PROPN|NUM)$/.test(tokens[at].upos) ? tokens[mention.tokenStart] : tokens[at];
}

/** "The men, who were on a cart, | died": what stands before an insertion that a comma closes; else where it was. */
function beforeInsertion(tokens: readonly Token[], at: number, sentence: number): number {
  if (tokens[at]?.text !== ',') return at;
  for (let i = at - 1; i >= 0 && i > at - REACH && tokens[i].sentence === sentence; i -= 1) {
    if (tokens[i].text !== ',') continue;
    const { text, xpos, upos } = tokens[i + 1];
    const opens = /^(?:who|whom|which|whose|one|some|most|among|including|aged|both|all|of)$/i.test(text);
    if (opens || xpos === 'VBG' || xpos === 'VBN' || (upos === 'NUM' && i + 2 === at))
      return beforeInsertion(tokens, i - 1, sentence);
  }
  return at;
}

/** "A worker who had hitched a lift | was hurt": the noun that a relative clause without commas hangs on. */
function beforeRelative(tokens: readonly Token[], at: number, sentence: number): number | null {
  for (let i = at; i > 0 && i > at - 12 && tokens[i].sentence === sentence; i -= 1) {
    if (/^[,;:]$/.test(tokens[i].text)) return null;
    if (/^who$/i.test(tokens[i].text)) return i - 1;
  }
  return null;
}

function belongsToVerb(context: Context, at: number): boolean {
  const { upos, xpos, text } = context.tree.tokens[at];
  if (upos === 'AUX' || upos === 'ADV' || upos === 'PART' || context.dateAt[at] !== null) return true;
  return (
    (xpos === 'VBN' && /ed$|known|thought|found$/i.test(text)) || (upos === 'ADP' && context.dateAt[at + 1] !== null)
  );
}

function endsClause({ upos, xpos, text }: Token): boolean {
  if (/^[;:()\u2013\u2014"\u201c\u201d]$/.test(text)) return true;
  if (upos === 'SCONJ' && !/^of$/i.test(text)) return true;
  return upos === 'AUX' || (upos === 'VERB' && xpos !== 'VBG') || /^(?:who|which|when|where|that)$/i.test(text);
}

/** A noun of the register for persons or an armed body, or a count that no noun follows. */
function isPersons(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const mention = context.actorAt[at];
  if (mention !== null) {
    const told = mention.status !== undefined || mention.form === 'person-noun';
    // "Nine Houthis": a name that a number counts.
    const counted = mention.tokenStart > 0 && context.numberAt[mention.tokenStart - 1]?.meaning === 'count';
    return mention.tokenEnd === at + 1 && (told || counted);
  }
  const number = context.numberAt[at];
  if (number === null || number.meaning !== 'count' || number.numeralEnd !== at + 1) return false;
  const next = tokens[at + 1];
  return (
    next === undefined || !['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.upos) || /^(?:others|more)$/i.test(next.text)
  );
}
