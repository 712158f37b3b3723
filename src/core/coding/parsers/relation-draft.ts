import type { TokenRange } from '../../language/tree.ts';
import { type ActorRef, sameActor } from '../../model/actor.ts';
import { isNegated, markOf, modalOf } from '../clause.ts';
import type { RelationWord } from '../codebook.ts';
import { type Context, hull } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import type { Standing } from '../standing.ts';

/** The two who stand in a relation, and what the words around tell of its time. */
export interface RelationEnds {
  readonly from: Standing;
  readonly to: Standing;
  readonly past: boolean;
}

/** A relation of two different bodies, in the words from the first of them to the last; null where they are one. */
export function relationDraft(
  context: Context,
  words: TokenRange,
  word: RelationWord,
  { from, to, past }: RelationEnds,
): DraftOf<'relation'> | null {
  if (sameActor(from.ref, to.ref) || isOneState(from.ref, to.ref)) return null;
  if (word.armed && !isArmed(from.ref) && !isArmed(to.ref)) return null;
  return {
    ...NEW_DRAFT,
    kind: 'relation',
    key: `relation:${words.start}`,
    anchor: words.start,
    range: hull(hull(words, from.range), to.range),
    rule: `relation/${word.frame}`,
    scope: 'background',
    type: word.type,
    from: from.ref,
    to: to.ref,
    valid: past || endsWithYear(context, words.end) ? 'past' : 'present',
  };
}

/** That an army is its government's is no relation to keep. */
function isOneState(a: ActorRef, b: ActorRef): boolean {
  const isState = ({ kind }: ActorRef) => kind === 'government' || kind === 'military' || kind === 'police';
  return isState(a) && isState(b) && a.country !== null && a.country === b.country;
}

function isArmed({ kind }: ActorRef): boolean {
  return kind === 'armed-group' || kind === 'military' || kind === 'militia';
}

/** Whether a verb tells what is so, and not what could, should, would or does not happen. */
export function isReal(context: Context, verb: number): boolean {
  const { tree } = context;
  const { label, head } = tree.tokens[verb];
  // "would never attack or support X": what is denied of the first verb is denied of the second.
  const shared = label === 'conj' && head < verb && tree.tokens[head].upos === 'VERB' ? [verb, head] : [verb];
  return shared.every(at => {
    const mark = markOf(tree, at);
    return modalOf(tree, at) === null && !isNegated(tree, at) && mark !== 'if' && mark !== 'unless';
  });
}

/** Whether an adverb or adjective of former times stands among some words. */
export function tellsFormerTimes(context: Context, { start, end }: TokenRange): boolean {
  return context.tree.tokens
    .slice(Math.max(0, start), end)
    .some(({ text }) => /^(?:once|formerly|previously|former|old|erstwhile|ex|one-time|onetime)$/i.test(text));
}

/** "allies until 2021": the words themselves give the end. */
function endsWithYear(context: Context, end: number): boolean {
  return /^(?:until|till)$/i.test(context.tree.tokens[end]?.text ?? '') && context.tree.tokens[end + 1] !== undefined;
}
