import { childWith, pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { type Context, isArmedMention, sentenceOf, within } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { isBareFigure } from '../nouns.ts';
import { opponentOf, partyVoice, sameParty } from '../party-voice.ts';

/**
 * Whose the victims are where a party to the fighting counts them (codebook §6.9): "our losses: 4 dead" and "it lost nine
 * men" are its own, "enemy losses" and the fighters whom it says were killed are its opponent's, where the report names one.
 */
export function partySides(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const sided = new Set(
    drafts.flatMap(draft =>
      draft.kind === 'casualty' && draft.victims.side !== null ? (draft.victims.partOf ?? []) : [],
    ),
  );
  return drafts.map(draft => {
    if (draft.kind !== 'casualty' || draft.dropped !== null || draft.victims.side?.id != null) return draft;
    // "Five fighters died: four of ours and one of our ally's": the parts say whose they were.
    if (sided.has(draft.key)) return draft;
    if (draft.victims.status === 'civilian' || draft.scope === 'hypothetical') return draft;
    const party = partyVoice(context, draft);
    if (party === null) return draft;
    const whose = ownerWord(context, draft, party);
    const through = draft.rule === 'casualty/unharmed' && !/^(?:without|neither)\b/i.test(draft.victims.words ?? '');
    if (through || draft.rule === 'casualty/honour' || whose === 'own' || isAdmitted(context, draft))
      return withSide(draft, party, 'side/own');
    const named = whose === 'enemy' ? namedEnemy(context, draft) : null;
    if (named !== null) return withSide(draft, named, 'side/opponent');
    const isEnemys = whose === 'enemy' || isPrisoner(context, draft);
    const enemy = isEnemys || isOthersLoss(draft) ? opponentOf(context, party) : null;
    if (enemy !== null) return withSide(draft, enemy, 'side/opponent');
    // Whom a party calls its enemy bears arms, whoever it is.
    return isEnemys ? { ...draft, victims: { ...draft.victims, status: 'combatant' } } : draft;
  });
}

/** "Has admitted seven", "conceded that nine men had died": who admits speaks of his own. */
function isAdmitted(context: Context, { act, victims, anchor }: DraftOf<'casualty'>): boolean {
  return act === 'admit' && (victims.status === 'combatant' || isBareFigure(context, victims.span, anchor));
}

/** Whom "the enemy" of the sentence means, where the register of actors could tell. */
function namedEnemy(context: Context, draft: DraftOf<'casualty'>): ActorRef | null {
  const { tokenStart } = sentenceOf(context, draft.anchor);
  const found = within(context.actorAt, { start: tokenStart, end: draft.range.end }).find(
    ({ tokenStart: at, ref }) =>
      ref.id !== null && context.codebook.wordSets['enemy-side'].has(context.tree.tokens[at].lemma),
  );
  return found?.ref ?? null;
}

/** "One prisoner", "four were taken prisoner": whom a party holds after a fight it was in. */
function isPrisoner(context: Context, { harm, victims, anchor }: DraftOf<'casualty'>): boolean {
  if (harm !== 'captured' || victims.status === 'civilian') return false;
  return context.tree.tokens[anchor].lemma === 'prisoner' || /\bprisoners?\b/i.test(victims.words ?? '');
}

/** Combatants that a party counts without owning them are its opponent's; a bare figure says nothing of it. */
function isOthersLoss({ victims, act, polarity }: DraftOf<'casualty'>): boolean {
  return victims.status === 'combatant' && act !== 'admit' && polarity === 'positive' && victims.partOf === null;
}

function withSide(draft: DraftOf<'casualty'>, ref: ActorRef, rule: string): DraftOf<'casualty'> {
  const side: ActorRef = { ...ref, span: null, basis: 'implied', rule };
  return { ...draft, victims: { ...draft.victims, side, status: 'combatant' } };
}

/** Whether the words for the victims, the verb that they bear the loss by, or the heading of their list say whose they are. */
function ownerWord(context: Context, draft: DraftOf<'casualty'>, party: ActorRef): 'own' | 'enemy' | null {
  const { tokens } = context.tree;
  const sets = context.codebook.wordSets;
  const at = (i: number) => tokens[i].text.toLowerCase();
  for (let i = draft.range.start; i < draft.range.end; i += 1) {
    const { start, end } = draft.victims.span ?? { start: 0, end: 0 };
    const inside = tokens[i].start >= start && tokens[i].end <= end;
    const owns = tokens[i].xpos === 'PRP$' || /^(?:ours|theirs)$/.test(at(i));
    if (inside && owns && sets['own-side'].has(at(i)))
      return at(i) === 'our' || !namesAnother(context, i, party) ? 'own' : null;
    if (inside && sets['enemy-side'].has(tokens[i].lemma)) return 'enemy';
  }
  if (bearsLoss(context, draft) || takesUpOurs(context, draft)) return 'own';
  return isBareFigure(context, draft.victims.span, draft.anchor) || draft.victims.side === null
    ? headingOf(context, draft)
    : null;
}

/** "Our men went in and one of them fell": a pronoun for those whom the sentence called ours. */
function takesUpOurs(context: Context, draft: DraftOf<'casualty'>): boolean {
  if (!/\b(?:them|whom)\b/i.test(draft.victims.words ?? '')) return false;
  const { tokenStart } = sentenceOf(context, draft.anchor);
  return context.tree.tokens.slice(tokenStart, draft.range.start).some(({ text }) => /^our$/i.test(text));
}

/** Whether somebody else under arms is named before "its men" in the sentence, whose men they may be. */
function namesAnother(context: Context, at: number, party: ActorRef): boolean {
  const { tokenStart } = sentenceOf(context, at);
  return within(context.actorAt, { start: tokenStart, end: at }).some(
    mention => isArmedMention(mention) && !sameParty(mention.ref, party) && isNamed(mention.ref),
  );
}

/** "The group" may be whoever speaks; a name is somebody else's. */
function isNamed({ id, name }: ActorRef): boolean {
  return id !== null || !/^\p{Ll}/u.test(name);
}

/** "It had lost nine men", "we have five wounded": a pronoun that stands for whoever speaks bears the loss. */
function bearsLoss(context: Context, draft: DraftOf<'casualty'>): boolean {
  for (const i of pathToRoot(context.tree, draft.anchor).slice(0, 4)) {
    const verb = context.tree.tokens[i];
    if (verb.upos !== 'VERB' || !context.codebook.wordSets['bearing-loss'].has(verb.lemma)) continue;
    const subject =
      childWith(context.tree, i, 'nsubj') ??
      (verb.label === 'conj' ? childWith(context.tree, verb.head, 'nsubj') : null);
    // "It has taken six prisoners" bears no loss.
    const takes = draft.harm === 'captured' && verb.lemma !== 'lose';
    return !takes && subject !== null && (/^(?:it|we|they)$/i.test(subject.text) || isOwn(context, subject.index));
  }
  return false;
}

/** "Its fighters", "our men" as the subject. */
function isOwn({ tree, codebook }: Context, subject: number): boolean {
  return tree.children[subject].some(
    child =>
      tree.tokens[child].xpos === 'PRP$' && codebook.wordSets['own-side'].has(tree.tokens[child].text.toLowerCase()),
  );
}

/** "Own losses:", "On the enemy's side", "Friendly side:" at the head of the list that the figure stands in. */
function headingOf(context: Context, draft: DraftOf<'casualty'>): 'own' | 'enemy' | null {
  const { tokens } = context.tree;
  const sets = context.codebook.wordSets;
  const { tokenStart } = sentenceOf(context, draft.anchor);
  for (let i = draft.range.end - 1; i >= tokenStart; i -= 1) {
    if (/^[;.]$/.test(tokens[i].text)) return null;
    if (!sets['side-heading'].has(tokens[i].lemma)) continue;
    const before = tokens.slice(Math.max(tokenStart, i - 3), i + 1).map(({ text }) => text.toLowerCase());
    if (before.some(word => sets['enemy-side'].has(word))) return 'enemy';
    if (before.some(word => sets['own-side'].has(word))) return 'own';
  }
  return null;
}
