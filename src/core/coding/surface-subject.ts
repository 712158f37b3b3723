import type { Token } from '../language/doc.ts';
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
  while (at >= 0 && tokens[at].sentence === sentence && belongsToVerb(context, at)) at -= 1;
  let found: Token | null = null;
  for (; at >= 0 && at > verb - REACH && tokens[at].sentence === sentence; at -= 1) {
    if (endsClause(tokens[at])) break;
    if (isPersons(context, at)) found = tokens[at];
  }
  return found;
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
  if (mention !== null)
    return mention.tokenEnd === at + 1 && (mention.status !== undefined || mention.form === 'person-noun');
  const number = context.numberAt[at];
  if (number === null || number.meaning !== 'count' || number.numeralEnd !== at + 1) return false;
  const next = tokens[at + 1];
  return (
    next === undefined || !['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(next.upos) || /^(?:others|more)$/i.test(next.text)
  );
}
