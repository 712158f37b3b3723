import type { Token } from '../../language/doc.ts';
import { phrasesAt } from '../../language/phrases.ts';
import { childrenWith, childWith, type TokenRange } from '../../language/tree.ts';
import type { ActorKind } from '../../model/actor.ts';
import { armedBody } from '../armed-body.ts';
import { caseOf, clauseRange, governingVerb, isNegated } from '../clause.ts';
import type { EventTrigger } from '../codebook.ts';
import { type Context, hull, isArmedMention, sentenceOf, tellsEvent, tellsHarm, within, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { countIn, type NounPhrase, nounPhrase } from '../nouns.ts';
import { type Parties, partiesOf } from '../parties.ts';
import { locations } from '../refiners/event-place.ts';
import { whenOf } from '../when-of.ts';

/**
 * Proposes an event for every word that tells of a happening, with who did what to whom as the same clause says it
 * (codebook §2). A word that needs arms, persons, things or ground to mean it is passed over without them.
 */
export function happening(context: Context): readonly DraftOf<'event'>[] {
  const drafts: DraftOf<'event'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    // "The latest clashes" is a noun, whatever the tagger says: no verb has an article.
    const isVerb = tokens[at].upos === 'VERB' && childWith(context.tree, at, 'det') === null;
    if (!isVerb && !/^(?:NOUN|PROPN|VERB)$/.test(tokens[at].upos)) continue;
    for (const match of phrasesAt(tokens, at, context.codebook.eventTriggers)) {
      if ((match.entry.pos === 'VERB') !== isVerb) continue;
      // The last word of a noun phrase governs it: "air | strike".
      const head = isVerb ? at : match.end - 1;
      const parties = asPassive(context, match.entry, head, partiesOf(context, head, match.entry.frame));
      if (!isMeant(context, match.entry, head, parties, drafts.length > 0)) continue;
      drafts.push(proposal(context, match.entry, head, match, parties));
      break;
    }
  }
  return drafts.filter(draft => !isDoubled(context, draft, drafts));
}

/** A noun without parties beside another act of force in its sentence says again how it went ("after an exchange of fire"). */
function isDoubled(context: Context, draft: DraftOf<'event'>, all: readonly DraftOf<'event'>[]): boolean {
  const { tokens } = context.tree;
  if (tokens[draft.anchor].upos !== 'NOUN' || draft.roles.length > 0 || draft.times !== null) return false;
  const detail = (type: string) => context.codebook.eventTypes.get(type)?.detail;
  return all.some(
    other =>
      other !== draft &&
      !(detail(draft.type) === 'telling' && detail(other.type) === 'broad') &&
      tokens[other.anchor].sentence === tokens[draft.anchor].sentence &&
      (other.roles.length > 0 || other.anchor < draft.anchor) &&
      context.codebook.eventTypes.get(other.type)?.ploverRoot === 'ASSAULT',
  );
}

/** "Pupils freed after three weeks": the subject of a verb that needs an object, and has none, is its object. */
function asPassive(context: Context, trigger: EventTrigger, at: number, parties: Parties): Parties {
  const needsObject = trigger.needs === 'persons' || trigger.needs === 'things' || trigger.needs === 'territory';
  if (!needsObject || trigger.pos !== 'VERB' || parties.recipient !== null) return parties;
  const before = nounBefore(context, at);
  if (before === null || parties.actor === null || parties.actor.head.index !== before.index) return parties;
  const roles = parties.roles.map(({ actor }) => ({ role: 'recipient' as const, actor }));
  return { ...parties, roles, actor: null, recipient: parties.actor };
}

const ARMED: readonly (ActorKind | null)[] = ['military', 'armed-group', 'militia', 'police'];

function isMeant(context: Context, trigger: EventTrigger, at: number, parties: Parties, toldBefore: boolean): boolean {
  const { nouns } = context.codebook;
  if (trigger.pos === 'NOUN' && isOnlyMentioned(context, at, parties, toldBefore)) return false;
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
      return isArmed(context, at, parties);
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

/** A noun that tells of nothing by itself: it describes another ("combat positions"), takes up what was told, or is told aside. */
function isOnlyMentioned(context: Context, at: number, parties: Parties, toldBefore: boolean): boolean {
  const { label, head } = context.tree.tokens[at];
  const isNoun = /^(?:NOUN|PROPN)$/.test(context.tree.tokens[head].upos);
  if ((label === 'compound' || label === 'amod') && isNoun && !tellsEvent(context, head) && head > at) return true;
  return toldBefore && (isTakenUp(context, at, parties) || isAside(context, at, parties));
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
  return childWith(context.tree, head, 'obj') !== null && !tellsEvent(context, head);
}

/** "The clashes", "the attack": told before, unless its own words add who, where or when. */
function isTakenUp(context: Context, at: number, parties: Parties): boolean {
  const definite = childWith(context.tree, at, 'det')?.text.toLowerCase() ?? '';
  if (!/^(?:the|this|these|those|that)$/.test(definite) || parties.roles.length > 0) return false;
  const range = clauseRange(context, at);
  const spots = locations(context, sentenceOf(context, at)).filter(
    ({ place, tokenStart }) => tokenStart >= range.start && tokenStart < range.end && (place.precision ?? 1) <= 5,
  );
  return spots.length === 0 && within(context.dateAt, range).length === 0;
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
function nounBefore(context: Context, at: number): Token | null {
  const { tokens } = context.tree;
  if (!/^VB[ND]$/.test(tokens[at].xpos)) return null;
  const before = tokens[at - 1];
  const isName = before?.upos === 'NOUN' || before?.upos === 'PROPN';
  return isName && before.sentence === tokens[at].sentence ? before : null;
}

function proposal(
  context: Context,
  trigger: EventTrigger,
  at: number,
  words: TokenRange,
  parties: Parties,
): DraftOf<'event'> {
  const verb = governingVerb(context.tree, at);
  // "Fighting broke out": the verb that says of a noun that it happened belongs to its words.
  const carrier = carrierOf(context, at, verb);
  const clause = clauseRange(context, carrier);
  const told = carrier > at && carrier - at < 6 ? { start: words.start, end: carrier + 1 } : words;
  const own = parties.ranges.reduce(hull, { start: told.start, end: told.end });
  const range = clip(context, at, hull(own, isShort(clause) ? clause : own));
  const noun = trigger.pos === 'NOUN' ? nounPhrase(context, context.tree.tokens[at]) : null;
  const times = noun === null ? null : countIn(context, noun);
  return {
    ...NEW_DRAFT,
    kind: 'event',
    key: `event:${at}`,
    anchor: at,
    range,
    rule: `event/${trigger.frame}`,
    type: trigger.type,
    roles: parties.roles.map(({ role, actor }) => ({
      role,
      actor: isForce(context, trigger) ? armedBody(actor) : actor,
    })),
    places: [],
    when: whenOf(context, at),
    object: thingOf(context, trigger, parties),
    began: false,
    outcome: null,
    times: times !== null && noun?.number !== null ? times : null,
    polarity: isDenied(context, at, verb) ? 'negative' : 'positive',
  };
}

/** "No attack took place", "troops did not fire"; a noun deep in a negated clause happened all the same. */
function isDenied(context: Context, at: number, verb: number): boolean {
  if (isNegated(context.tree, at) || hasNobody(context, at)) return true;
  const { label, head } = context.tree.tokens[at];
  const isPart = head === verb && /^(?:nsubj|obj|xcomp)/.test(label);
  return verb !== at && isPart && context.tree.tokens[verb].upos === 'VERB' && isNegated(context.tree, verb);
}

/** "Nobody fired a shot", "fired no shot". */
function hasNobody(context: Context, at: number): boolean {
  return childrenWith(context.tree, at, 'nsubj', 'nsubj:pass', 'obj').some(
    ({ index, text }) => /^(?:nobody|none|no-one)$/i.test(text) || isNegated(context.tree, index),
  );
}

/** The verb that says of a noun, or of a gerund, that it happened. */
function carrierOf(context: Context, at: number, verb: number): number {
  const { label, xpos, head } = context.tree.tokens[at];
  const carried = /^(?:nsubj|csubj|obj|obl|advcl)/.test(label);
  if (verb !== at) return carried ? verb : at;
  const gerund = xpos === 'VBG' && /^(?:csubj|nsubj|advcl)/.test(label) && head > at;
  return gerund && context.tree.tokens[head].upos === 'VERB' ? head : at;
}

/** Whether a type of event is one of armed force, by its root in PLOVER. */
function isForce(context: Context, { type }: EventTrigger): boolean {
  const root = context.codebook.eventTypes.get(type)?.ploverRoot ?? '';
  return root === 'ASSAULT' || root === 'COERCE' || root === 'RETREAT';
}

/** A clause of so many words is short enough to quote whole. */
function isShort(range: TokenRange): boolean {
  return range.end - range.start <= 18;
}

function clip(context: Context, at: number, range: TokenRange): TokenRange {
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  let start = Math.max(range.start, tokenStart);
  let end = Math.min(range.end, tokenEnd);
  while (start < end - 1 && /^[,;:.("“]$/.test(context.tree.tokens[start].text)) start += 1;
  while (end > start + 1 && /^[,;:.)]$/.test(context.tree.tokens[end - 1].text)) end -= 1;
  return { start, end };
}

function thingOf(context: Context, trigger: EventTrigger, parties: Parties): DraftOf<'event'>['object'] {
  const object = parties.recipient;
  if (object === null || (trigger.needs !== 'things' && trigger.needs !== 'territory')) return null;
  return { what: wordsOf(context.doc, object.range), estimate: object.number?.estimate ?? null };
}
