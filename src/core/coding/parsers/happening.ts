import { phrasesAt } from '../../language/phrases.ts';
import { childrenWith, childWith, type TokenRange } from '../../language/tree.ts';
import { armedBody } from '../armed-body.ts';
import { clauseRange, governingVerb, isNegated } from '../clause.ts';
import type { EventTrigger } from '../codebook.ts';
import { type Context, hull, sentenceOf, tellsEvent, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { isMeant, nounBefore } from '../event-sense.ts';
import { countIn, nounPhrase } from '../nouns.ts';
import { type Parties, partiesOf } from '../parties.ts';
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
    const isVerb =
      (tokens[at].upos === 'VERB' && childWith(context.tree, at, 'det') === null) ||
      isListedParticiple(context, at) ||
      isVerbWithObject(context, at);
    if (!isVerb && !/^(?:NOUN|PROPN|VERB)$/.test(tokens[at].upos)) continue;
    if (isVerb && isDescribing(context, at)) continue;
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
  return drafts.filter(draft => !isDoubled(context, draft, drafts) && !isDeniedHeadline(context, draft));
}

/** "No attack on market, police say": the body tells who denies it. */
function isDeniedHeadline(context: Context, { polarity, anchor }: DraftOf<'event'>): boolean {
  return polarity === 'negative' && sentenceOf(context, anchor).kind === 'headline';
}

/** "An invading force", "Kidnapped pupils freed": a participle that only says of whom another act is told. */
function isDescribing(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const { xpos, label, head } = tokens[at];
  if (label !== 'amod') return false;
  if (xpos === 'VBG') return true;
  return /^(?:nsubj|obj)/.test(tokens[head].label) && tellsEvent(context, tokens[head].head);
}

/** "212 huts burnt": a participle that the tagger takes for an adjective, right behind its noun. */
function isListedParticiple(context: Context, at: number): boolean {
  const { upos, label } = context.tree.tokens[at];
  const isBare = childWith(context.tree, at, 'cop', 'aux') === null && label !== 'amod';
  return upos === 'ADJ' && isBare && childWith(context.tree, at, 'nsubj')?.index === at - 1;
}

/** "The rebels | attack convoys": a verb that the tagger takes for a part of the noun behind it has a subject all the same. */
function isVerbWithObject(context: Context, at: number): boolean {
  const { upos, label } = context.tree.tokens[at];
  return upos === 'NOUN' && label === 'compound' && childWith(context.tree, at, 'nsubj') !== null;
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
  // "(Eastern Shield) | clashed": a bracket that opened before the words closes before them too.
  const texts = context.tree.tokens.slice(start, at).map(({ text }) => text);
  if (texts.lastIndexOf('(') < 0 && texts.includes(')')) start += texts.indexOf(')') + 1;
  while (start < end - 1 && /^[,;:.("“]$/.test(context.tree.tokens[start].text)) start += 1;
  while (end > start + 1 && /^[,;:.)]$/.test(context.tree.tokens[end - 1].text)) end -= 1;
  return { start, end };
}

function thingOf(context: Context, trigger: EventTrigger, parties: Parties): DraftOf<'event'>['object'] {
  const object = parties.recipient;
  if (object === null || (trigger.needs !== 'things' && trigger.needs !== 'territory')) return null;
  return { what: wordsOf(context.doc, object.range), estimate: object.number?.estimate ?? null };
}
