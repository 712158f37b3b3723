import type { Token } from '../language/token.ts';
import type { Claimant } from '../model/claimant.ts';
import { type Context, wordsOf } from './context.ts';
import { nounPhrase } from './nouns.ts';

/** The subject of a verb that itself makes a claim ("the capital has admitted seven") as its claimant. */
export function subjectSpeaker(context: Context, subject: Token): Claimant {
  const { actor, range } = nounPhrase(context, subject);
  const words = wordsOf(context.doc, range);
  const span = { start: context.tree.tokens[range.start].start, end: context.tree.tokens[range.end - 1].end };
  const named =
    actor !== null &&
    actor.ref.id !== null &&
    actor.ref.kind !== 'civilians' &&
    actor.anonymous !== true &&
    actor.form !== 'person-noun';
  return named
    ? { kind: 'actor', actor: actor.ref, words, span, via: [] }
    : { kind: 'unnamed', actor: null, words, span, via: [] };
}
