import type { Token } from '../language/token.ts';
import { childrenWith, childWith } from '../language/tree.ts';
import type { ActorKind } from '../model/actor.ts';
import { caseOf, clauseRange, governingVerb } from './clause.ts';
import type { EventTrigger } from './codebook.ts';
import { type Context, isArmedMention, sentenceOf, tellsEvent, tellsHarm, within } from './context.ts';
import { type NounPhrase, nounPhrase } from './nouns.ts';
import type { Parties } from './parties.ts';
import { locations } from './refiners/event-place.ts';

const ARMED: readonly (ActorKind | null)[] = ['military', 'armed-group', 'militia', 'police'];

/**
 * Whether a word tells of a happening as it stands here: with the arms, persons, things or ground that it needs, and not
 * only naming, describing or taking one up (codebook §2.0).
 */
export function isMeant(
  context: Context,
  trigger: EventTrigger,
  at: number,
  parties: Parties,
  toldBefore: boolean,
): boolean {
  const { nouns } = context.codebook;
  if (trigger.pos === 'NOUN' && isOnlyMentioned(context, at, parties, toldBefore)) return false;
  if (trigger.pos === 'VERB' && trigger.frame === 'mutual' && isOneSided(context, at, parties, toldBefore))
    return false;
  const object = objectOf(context, trigger, at, parties);
  switch (trigger.needs) {
    case '':
      return trigger.frame !== 'thing' || (trigger.pos === 'NOUN' ? isDoer(context, at) : isWeapon(context, at));
    case 'explosive':
      return trigger.pos === 'VERB'
        ? hitsExplosive(context, at)
        : isDoer(context, at) &&
            childrenWith(context.tree, at, 'amod', 'compound').some(word => isExplosive(context, word));
    case 'armed':
      return isArmed(context, at, parties) || (toldBefore && takesPlace(context, at));
    case 'persons':
      return object?.actor !== null && object?.actor !== undefined && !nouns.territory.has(object.head.lemma);
    case 'things':
      return (
        object !== null &&
        object.actor?.form !== 'person-noun' &&
        (nouns.thing.has(object.head.lemma) || isCountedModel(object))
      );
    case 'agent':
      return (
        (parties.recipient?.actor != null && parties.roles.some(({ role }) => role === 'actor')) ||
        killedByWeapon(context, at)
      );
    case 'actors':
      return parties.roles.filter(({ actor }) => actor.id !== null).length >= 2;
    case 'territory':
      return object !== null && (nouns.territory.has(object.head.lemma) || context.placeAt[object.head.index] !== null);
  }
}

/** "The attack took place in the Achin district": where what was told before happened. */
function takesPlace(context: Context, at: number): boolean {
  const { label, head } = context.tree.tokens[at];
  if (!label.startsWith('nsubj')) return false;
  const verb = context.tree.tokens[head];
  const takes = verb.lemma === 'take' && childWith(context.tree, head, 'obj')?.lemma === 'place';
  return (
    (takes || context.codebook.wordSets['taking-place'].has(verb.lemma)) &&
    locations(context, sentenceOf(context, at)).length > 0
  );
}

/** "They fought for the bridge", "having fought gallantly": against whom and where nobody says, and the fight was told. */
function isOneSided(context: Context, at: number, parties: Parties, toldBefore: boolean): boolean {
  return toldBefore && parties.roles.length < 2 && locations(context, sentenceOf(context, at)).length === 0;
}

/** A noun that tells of nothing by itself: it describes another ("combat positions"), takes up what was told, or is told aside. */
function isOnlyMentioned(context: Context, at: number, parties: Parties, toldBefore: boolean): boolean {
  const { label, head } = context.tree.tokens[at];
  if (isNaming(context, at)) return true;
  const isNoun = /^(?:NOUN|PROPN)$/.test(context.tree.tokens[head].upos);
  if ((label === 'compound' || label === 'amod') && isNoun && !tellsEvent(context, head) && head > at)
    return !isNumbered(context, at);
  // "Single digits per raid": a rate.
  if (caseOf(context.tree, at) === 'per') return true;
  return toldBefore && (isTakenUp(context, at, parties) || isAside(context, at, parties));
}

/** "Calling the strike a massacre", "described it as an ambush": what somebody calls it is no second happening. */
function isNaming({ codebook, tree }: Context, at: number): boolean {
  const { label, head } = tree.tokens[at];
  if (!codebook.wordSets.naming.has(tree.tokens[head].lemma) || head > at) return false;
  const first = childWith(tree, head, 'obj');
  return (
    label === 'xcomp' ||
    caseOf(tree, at) === 'as' ||
    (label === 'obj' && (first?.index !== at || isBehindNoun(tree.tokens, head, at)))
  );
}

/** "calling the strike | a massacre", where the parse sees one object. */
function isBehindNoun(tokens: readonly Token[], verb: number, at: number): boolean {
  return tokens.slice(verb + 1, at).some(({ upos }) => upos === 'NOUN' || upos === 'PRON');
}

/** "Attack number eight": the noun is what is numbered. */
function isNumbered({ tree, numberAt }: Context, at: number): boolean {
  return /^(?:number|no\.?|nr\.?)$/i.test(tree.tokens[at + 1]?.text ?? '') && numberAt[at + 2] != null;
}

/** "killed in fighting", "after hours of combat": a noun without parties, in a clause that another word tells. */
function isAside(context: Context, at: number, parties: Parties): boolean {
  if (parties.roles.length > 0 || childWith(context.tree, at, 'det', 'nummod') !== null) return false;
  const verb = governingVerb(context.tree, at);
  if (verb === at || !/^(?:obl|nmod)/.test(context.tree.tokens[at].label)) return false;
  return tellsHarm(context, verb) || tellsEvent(context, verb);
}

/** "An explosive charge opened the pipe": a weapon that does something, and is not planted or found. */
function isDoer(context: Context, at: number): boolean {
  const { label, head } = context.tree.tokens[at];
  if (label !== 'nsubj' || context.tree.tokens[head].upos !== 'VERB') return false;
  return childWith(context.tree, head, 'obj', 'xcomp') !== null && !tellsEvent(context, head);
}

/** "The clashes", "the attack": told before, unless its own words add who, where or when. */
function isTakenUp(context: Context, at: number, parties: Parties): boolean {
  const definite = childWith(context.tree, at, 'det')?.text.toLowerCase() ?? '';
  if (!/^(?:the|this|these|those|that)$/.test(definite) || parties.roles.length > 0) return false;
  if (isConfirmed(context, at) || takesPlace(context, at)) return false;
  const range = clauseRange(context, at);
  const spots = locations(context, sentenceOf(context, at)).filter(
    ({ place, tokenStart }) => tokenStart >= range.start && tokenStart < range.end && (place.precision ?? 1) <= 5,
  );
  return spots.length === 0 && within(context.dateAt, range).length === 0;
}

/** "Police confirmed the attack": what was told before is now said by another, which is a claim of its own. */
function isConfirmed({ doc, tree }: Context, at: number): boolean {
  const { label, head } = tree.tokens[at];
  return label === 'obj' && doc.speeches.some(({ cueToken, cue }) => cueToken === head && cue.act === 'confirm');
}

/** "were killed by a sea mine", "a mine killed them": who does it is a weapon. */
function killedByWeapon(context: Context, at: number): boolean {
  const { weapon } = context.codebook.nouns;
  // The tagger takes a "mine" for a pronoun.
  const isWeaponWord = ({ lemma, text }: Token) => weapon.has(lemma) || weapon.has(text.toLowerCase());
  if (childrenWith(context.tree, at, 'obl:agent', 'nsubj').some(isWeaponWord)) return true;
  return childrenWith(context.tree, at, 'obl').some(
    word => isWeaponWord(word) && /^(?:by|with)$/.test(caseOf(context.tree, word.index) ?? ''),
  );
}

/** "ran over a mine", "was hit by an explosive device": on the tree, else within the next words before another verb. */
function hitsExplosive(context: Context, at: number): boolean {
  const words = childrenWith(context.tree, at, 'obj', 'obl', 'obl:agent');
  if (words.some(word => isExplosive(context, word))) return true;
  const after = context.tree.tokens.slice(at + 1, Math.min(at + 7, sentenceOf(context, at).tokenEnd));
  const stop = after.findIndex(({ upos, text }) => upos === 'VERB' || upos === 'PUNCT' || text.toLowerCase() === 'and');
  return (stop < 0 ? after : after.slice(0, stop)).some(word => isExplosive(context, word));
}

function isExplosive(context: Context, { lemma, text }: Token): boolean {
  const { explosive } = context.codebook.wordSets;
  return explosive.has(lemma.toLowerCase()) || explosive.has(text.toLowerCase());
}

/** "A bomb went off": the subject is a weapon. A noun such as "explosion" needs none. */
function isWeapon(context: Context, at: number): boolean {
  const subject = childWith(context.tree, at, 'nsubj', 'nsubj:pass');
  return subject !== null && context.codebook.nouns.weapon.has(subject.lemma);
}

/**
 * Armed force is meant where an armed actor, a word of harm or a weapon stands in the sentence or the one before or after,
 * in a report that names an armed actor at all.
 */
function isArmed(context: Context, at: number, parties: Parties): boolean {
  if (parties.roles.some(({ actor }) => ARMED.includes(actor.kind))) return true;
  if (!context.namesArmed) return false;
  const { index } = sentenceOf(context, at);
  const near = context.doc.sentences.slice(Math.max(0, index - 1), index + 2);
  return near.some(({ tokenStart, tokenEnd }) => {
    const tokens = context.tree.tokens.slice(tokenStart, tokenEnd);
    const telling = ({ lemma }: { readonly lemma: string }) =>
      context.codebook.harmTriggers.byFirst.has(lemma) || context.codebook.nouns.weapon.has(lemma);
    return tokens.some(telling) || within(context.actorAt, { start: tokenStart, end: tokenEnd }).some(isArmedMention);
  });
}

function objectOf(context: Context, trigger: EventTrigger, at: number, parties: Parties): NounPhrase | null {
  if (parties.recipient !== null) return parties.recipient;
  const before = trigger.pos === 'VERB' ? nounBefore(context, at) : null;
  const of = before ?? childWith(context.tree, at, trigger.pos === 'VERB' ? 'obl' : 'nmod');
  return of === null ? null : nounPhrase(context, of);
}

/** "1 PKM recovered": a counted name of a weapon or vehicle that no lexicon knows. */
function isCountedModel({ head, number, actor }: NounPhrase): boolean {
  return head.upos === 'PROPN' && number?.meaning === 'count' && actor === null;
}

/** "12 motorcycles destroyed", "Kidnapped pupils freed": the noun right before a participle, in lists and headlines. */
export function nounBefore(context: Context, at: number): Token | null {
  const { tokens } = context.tree;
  if (!/^(?:VB[ND]|JJ)$/.test(tokens[at].xpos)) return null;
  const before = tokens[at - 1];
  const isName = before?.upos === 'NOUN' || before?.upos === 'PROPN';
  return isName && before.sentence === tokens[at].sentence ? before : null;
}
