import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { childrenWith, childWith, subtree } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import type { ActorRole } from '../../model/event.ts';
import { armedBody } from '../armed-body.ts';
import { type Context, isArmedMention, sentenceOf, within } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import { partyVoice } from '../party-voice.ts';

/** How far behind a verb of repelling its particle may stand ("beat | back"), in tokens. */
const PARTICLE = 1;

/** How far behind "by" the attackers may be named, in tokens. */
const BY_REACH = 6;

/**
 * Whoever repels an attack was attacked: "the army foiled an assault by the rebels" is the rebels' assault on the army, and
 * its outcome is `repelled`; "the failed offensive of the army" is the army's, and `failed` (codebook §2.0). A pronoun
 * that repels is whoever speaks.
 */
export function repelled(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const anchors = new Set(
    drafts.flatMap(draft => (draft.kind === 'event' && draft.dropped === null ? draft.anchor : [])),
  );
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.dropped !== null || draft.outcome !== null) return draft;
    const verb = repellingVerb(context, draft.anchor);
    if (verb !== null && verb !== draft.anchor && anchors.has(verb))
      return { ...draft, dropped: 'the verb of repelling says it' };
    if (verb !== null) return turned(draft, verb, context);
    return hasFailed(context, draft.anchor) ? { ...draft, outcome: 'failed' as const } : draft;
  });
}

/** The verb of repelling that an event's word is, or whose object it is. */
function repellingVerb(context: Context, anchor: number): number | null {
  const { tokens } = context.tree;
  if (isRepelling(context, anchor)) return anchor;
  const { head, label } = tokens[anchor];
  return (label === 'obj' || label === 'nsubj:pass') && isRepelling(context, head) ? head : null;
}

function isRepelling({ tree, codebook }: Context, at: number): boolean {
  const { lemma, upos } = tree.tokens[at];
  if (upos !== 'VERB') return false;
  const particle = tree.tokens[at + PARTICLE]?.lemma ?? '';
  return codebook.wordSets['repelling'].has(lemma) || codebook.wordSets['repelling'].has(`${lemma} ${particle}`);
}

function turned(draft: DraftOf<'event'>, verb: number, context: Context): DraftOf<'event'> {
  const { tree } = context;
  const passive = childWith(tree, verb, 'nsubj:pass');
  const object = passive ?? childWith(tree, verb, 'obj');
  const subject = passive === null ? childWith(tree, verb, 'nsubj') : childWith(tree, verb, 'obl:agent');
  const repeller =
    (subject !== null && subject.upos !== 'PRON' ? armed(nounPhrase(context, subject).actor) : null) ??
    (passive === null ? partyVoice(context, draft) : null);
  const attacker = object === null ? null : attackerIn(context, object.index, verb, repeller);
  const roles: ActorRole[] = [];
  if (attacker !== null) roles.push({ role: 'actor', actor: attacker });
  if (repeller !== null) roles.push({ role: 'recipient', actor: repeller });
  return { ...draft, outcome: 'repelled', roles };
}

/** "An assault by the rebels", "a rebel attack", "the rebels' raid", "the rebels": the armed body in the words for what was repelled. */
function attackerIn(context: Context, object: number, verb: number, repeller: ActorRef | null): ActorRef | null {
  const own = subtree(context.tree, object);
  const range = { start: Math.max(own.start, verb < object ? verb + 1 : own.start), end: own.end };
  // A parse may hang "by the rebels" on the verb, which in the active has no agent.
  const active = childWith(context.tree, verb, 'nsubj:pass') === null;
  const hung = active ? childrenWith(context.tree, verb, 'obl', 'obl:agent') : [];
  const by = [...childrenWith(context.tree, object, 'nmod', 'obl:agent'), ...hung].find(({ index }) =>
    /^by$/i.test(childWith(context.tree, index, 'case')?.text ?? ''),
  );
  const named = by === undefined ? behindBy(context, verb) : armed(nounPhrase(context, by).actor);
  if (named !== null && named.name !== repeller?.name) return named;
  const found = within(context.actorAt, range).map(armed);
  return found.find(actor => actor !== null && actor.name !== repeller?.name) ?? null;
}

/** "… by the | rebel militia": the armed body right behind the first "by" after the verb, for a parse that hangs it elsewhere. */
function behindBy(context: Context, verb: number): ActorRef | null {
  const { tokenEnd } = sentenceOf(context, verb);
  const by = context.tree.tokens.slice(verb, tokenEnd).find(({ text }) => /^by$/i.test(text))?.index;
  if (by === undefined) return null;
  const found = within(context.actorAt, { start: by + 1, end: Math.min(by + BY_REACH, tokenEnd) }).map(armed);
  return found.find(actor => actor !== null) ?? null;
}

function armed(mention: ActorMention | null): ActorRef | null {
  return mention !== null && isArmedMention(mention) ? armedBody(mention.ref) : null;
}

/** "A failed assault", "the failure of the attack", "the offensive failed". */
function hasFailed({ tree, codebook }: Context, anchor: number): boolean {
  const fails = (index: number) => codebook.wordSets['failing'].has(tree.tokens[index].lemma);
  const { head, label, upos } = tree.tokens[anchor];
  if (upos === 'VERB') return false;
  if (childrenWith(tree, anchor, 'amod', 'acl').some(({ index }) => fails(index))) return true;
  return head !== anchor && (label === 'nsubj' || label === 'nmod') && fails(head);
}
