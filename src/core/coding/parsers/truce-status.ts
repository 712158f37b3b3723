import { phrasesAt } from '../../language/phrases.ts';
import { childWith, pathToRoot, type TokenRange } from '../../language/tree.ts';
import { caseOf, isNegated, markOf, modalOf } from '../clause.ts';
import type { CeasefireStatus } from '../codebook.ts';
import { type Context, sentenceOf, tellsEvent } from '../context.ts';

/**
 * What became of a truce by the words around it (codebook §12.1): the verbs above it first, then the words beside it, then
 * a participle on it. Who mediated it says least. Null where nothing is said of it.
 */
export function truceStatus(context: Context, truce: TokenRange): CeasefireStatus | null {
  const { tree } = context;
  const above = [...ownClause(context, truce.start), ...ownClause(context, truce.end - 1)];
  if (isTalkedOf(context, truce)) return 'proposed';
  const beside = [...above, ...before(context, truce), ...behind(context, truce)];
  const ends = above.map(at => statusAt(context, at, truce)).find(status => status !== null && status !== 'agreed');
  if (ends != null) return ends;
  if (isBrokenByDeeds(context, truce)) return 'broken';
  const words = [...beside, ...tree.children[truce.start], ...tree.children[truce.end - 1]];
  const said = words.filter(at => statusAt(context, at, truce) !== null);
  const first = said.find(at => !isMediation(context, at)) ?? said[0];
  return first === undefined ? null : statusAt(context, first, truce);
}

function statusAt(context: Context, at: number, truce: TokenRange): CeasefireStatus | null {
  if (truce.start <= at && at < truce.end) return null;
  const { upos } = context.tree.tokens[at];
  const match = phrasesAt(context.tree.tokens, at, context.codebook.truceStatuses).at(0);
  const status = match?.entry.status;
  if (match === undefined || status === undefined || doesElse(context, at, match.end, truce)) return null;
  // Who seeks something by a truce does not seek the truce.
  if (status === 'proposed' && !pathToRoot(context.tree, truce.start).slice(0, 3).includes(at)) return null;
  if (upos !== 'VERB' && upos !== 'NOUN' && upos !== 'ADJ') return null;
  // What may or should become of it has not; a time or reason ("under the truce, they demanded …") says nothing of it.
  if (modalOf(context.tree, at) !== null || isSupposed(context, at)) return null;
  if (isAdjunct(context, truce) && match.end === at + 1 && at < truce.start && upos === 'VERB') return null;
  const meant = asInfinitive(context, at, status);
  return meant !== null && isNotSo(context, at) ? OPPOSITE[meant] : meant;
}

/** The words above a truce, up to the verb of its own clause. */
function ownClause(context: Context, at: number): readonly number[] {
  const { tokens } = context.tree;
  const path = pathToRoot(context.tree, at);
  const last = path.findIndex(i => /^(?:advcl|ccomp|acl|acl:relcl|conj|parataxis)$/.test(tokens[i].label));
  return path.slice(1, last === -1 ? 4 : Math.min(4, Math.max(last + 1, 1)));
}

/** "unless he arranged a ceasefire". */
function isSupposed(context: Context, verb: number): boolean {
  return /^(?:if|unless|until|once)$/.test(markOf(context.tree, verb) ?? '');
}

function isAdjunct(context: Context, { start, end }: TokenRange): boolean {
  const preposition = caseOf(context.tree, start) ?? caseOf(context.tree, end - 1) ?? '';
  return /^(?:under|since|before|after|despite|during|amid|until|without|with|by|following|through)$/.test(preposition);
}

/** "trying to broker a truce" has none yet; "agreed to sign", "continue to violate" say it of now. */
function asInfinitive(context: Context, verb: number, status: CeasefireStatus): CeasefireStatus | null {
  const { tokens } = context.tree;
  if (!/^to$/i.test(tokens[verb - 1]?.text ?? '') || tokens[verb].upos !== 'VERB') return status;
  const governor = tokens[verb - 2]?.lemma ?? '';
  if (/^(?:continue|begin|start|go)$/.test(governor)) return status;
  if (/^(?:agree|commit|pledge|promise)$/.test(governor)) return status === 'holding' ? 'agreed' : status;
  return status === 'agreed' ? 'proposed' : null;
}

/** "the truce that ended the war": what a truce does to something else did not become of it. */
function doesElse(context: Context, at: number, end: number, truce: TokenRange): boolean {
  if (truce.start > at || end > at + 1) return false;
  const object = childWith(context.tree, at, 'obj');
  return object !== null && object.index > at && context.dateAt[object.index] === null;
}

function isMediation(context: Context, at: number): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.truces).some(({ entry }) => entry.kind === 'mediator');
}

/** What a status is when it is denied: a truce not signed is still proposed, one not broken holds. */
const OPPOSITE: Readonly<Record<CeasefireStatus, CeasefireStatus | null>> = {
  agreed: 'proposed',
  holding: 'broken',
  broken: 'holding',
  ended: 'holding',
  proposed: null,
  rejected: null,
};

/** "has not signed", "neither side has signed", "have yet to agree". */
function isNotSo(context: Context, verb: number): boolean {
  const { tokens } = context.tree;
  const { tokenStart } = sentenceOf(context, verb);
  const before = tokens.slice(Math.max(tokenStart, verb - 6), verb);
  return isNegated(context.tree, verb) || before.some(({ text }) => /^(?:neither|yet|nobody|none)$/i.test(text));
}

/** "talks on a truce", "a proposal for a ceasefire": there is none yet. */
function isTalkedOf(context: Context, { start }: TokenRange): boolean {
  const { tokens } = context.tree;
  const { tokenStart } = sentenceOf(context, start);
  let i = start - 1;
  while (i > tokenStart && /^(?:DET|ADJ|NUM)$/.test(tokens[i].upos)) i -= 1;
  if (!/^(?:on|for|about|of|to|at)$/i.test(tokens[i]?.text ?? '')) return false;
  if (i <= tokenStart) return false;
  return phrasesAt(tokens, i - 1, context.codebook.truces).some(({ entry }) => entry.kind === 'talks');
}

/** "despite the truce, the army shelled …", "two hours after the ceasefire …, shots were heard". */
function isBrokenByDeeds(context: Context, truce: TokenRange): boolean {
  const { tokens } = context.tree;
  const preposition = caseOf(context.tree, truce.start) ?? '';
  const { tokenStart, tokenEnd } = sentenceOf(context, truce.start);
  const soonAfter =
    /^after$/.test(preposition) &&
    tokens
      .slice(Math.max(tokenStart, truce.start - 5), truce.start)
      .some(({ lemma }) => /^(?:minute|hour)$/.test(lemma));
  if (!soonAfter && preposition !== 'despite') return false;
  for (let i = truce.end; i < tokenEnd; i += 1) {
    if (tellsEvent(context, i) || /^(?:shot|shell|fire|explosion)$/.test(tokens[i].lemma)) return true;
  }
  return false;
}

/** The words right before and behind a truce, for parses that hang it elsewhere ("the lull that has held"). */
function before(context: Context, { start }: TokenRange): readonly number[] {
  const { tokenStart } = sentenceOf(context, start);
  const found: number[] = [];
  for (let i = start - 1; i >= Math.max(tokenStart, start - 4); i -= 1) {
    if (/^[,;:.]$/.test(context.tree.tokens[i].text)) break;
    found.push(i);
  }
  return found;
}

function behind(context: Context, { end }: TokenRange): readonly number[] {
  const { tokenEnd } = sentenceOf(context, end - 1);
  const found: number[] = [];
  for (let i = end; i < Math.min(end + 8, tokenEnd); i += 1) {
    if (/^[;:.]$/.test(context.tree.tokens[i].text)) break;
    found.push(i);
  }
  return found;
}
