import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { phrasesAt } from '../../language/phrases.ts';
import { childWith, type TokenRange } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { type Context, within } from '../context.ts';

/** Who stands in a truce: the named bodies of its sentence, without those who mediate it (codebook §12.1). */
export function truceParties(context: Context, sentence: TokenRange): readonly ActorRef[] {
  const refs = within(context.actorAt, sentence)
    .filter(mention => isParty(mention) && !mediates(context, mention, sentence))
    .map(({ ref }) => ref);
  return refs.filter((ref, i) => refs.findIndex(other => other.id === ref.id) === i);
}

function isParty({ form, ref }: ActorMention): boolean {
  const isThird = ref.kind === 'civilians' || ref.kind === 'media' || ref.kind === 'organisation';
  return form !== 'person-noun' && ref.id !== null && !isThird;
}

/** "brokered by X", "X brokered", "the guarantors, X and Y": a third party, as far as the words tell. */
function mediates(context: Context, { tokenStart, tokenEnd }: ActorMention, sentence: TokenRange): boolean {
  const from = Math.max(sentence.start, tokenStart - 6);
  const isMediation = (i: number) =>
    phrasesAt(context.tree.tokens, i, context.codebook.truces).some(({ entry }) => entry.kind === 'mediator');
  for (let i = tokenStart - 1; i >= from; i -= 1) {
    if (/^[;:.]$/.test(context.tree.tokens[i].text)) break;
    if (isMediation(i) || context.tree.tokens[i].lemma === 'guarantor') return true;
  }
  // "X and Y have brokered a truce": whoever stands before an active verb of mediation.
  for (let i = tokenEnd; i < sentence.end; i += 1) {
    const { upos, label } = context.tree.tokens[i];
    if (upos === 'VERB' && isMediation(i) && !/^(?:acl|amod)/.test(label) && childWith(context.tree, i, 'obj') !== null)
      return true;
  }
  return tokenEnd + 1 < sentence.end && (isMediation(tokenEnd) || isMediation(tokenEnd + 1));
}
