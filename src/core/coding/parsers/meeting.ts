import type { ActorMention } from '../../language/actors/actor-mention.ts';
import type { Token } from '../../language/token.ts';
import { antecedent, childWith, type TokenRange } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { isNegated, modalOf } from '../clause.ts';
import { type Context, hull, sentenceOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { whenOf } from '../when-of.ts';

/** How far behind its verb a meeting's words reach at most, in tokens. */
const REACH = 40;

/**
 * Proposes talks for every meeting that an office-holder or a body of the report is said to have held or chaired; the chair
 * is the actor, under their own name where the words give it, and what was asked there stays in the quote (codebook §2.19).
 */
export function meeting(context: Context): readonly DraftOf<'event'>[] {
  const drafts: DraftOf<'event'>[] = [];
  for (const token of context.tree.tokens) {
    const isMeeting = context.codebook.wordSets.meeting.has(token.lemma) && token.upos === 'NOUN';
    const verb = isMeeting ? context.tree.tokens[token.head] : null;
    if (verb === null || token.label !== 'obj' || !holdsMeeting(context, verb)) continue;
    if (modalOf(context.tree, verb.index) !== null || isNegated(context.tree, verb.index)) continue;
    const chair = chairOf(context, verb.index);
    if (chair === null) continue;
    drafts.push({
      ...NEW_DRAFT,
      kind: 'event',
      key: `meeting:${verb.index}`,
      anchor: verb.index,
      range: hull({ start: chair.tokenStart, end: chair.tokenEnd }, wordsBehind(context, verb.index)),
      rule: 'event/meeting',
      type: 'talks',
      roles: [{ role: 'actor', actor: personOf(context, chair) ?? chair.ref }],
      places: [],
      when: whenOf(context, verb.index),
      object: null,
      began: false,
      outcome: null,
      times: null,
    });
  }
  return drafts;
}

/** By lemma, or by form where the lemmatizer does not know the verb ("chaired"). */
function holdsMeeting(context: Context, { lemma, text }: Token): boolean {
  const verbs = context.codebook.wordSets['holding-meeting'];
  return verbs.has(lemma) || verbs.has(text.toLowerCase());
}

/** Who holds it: the subject, the one a relative pronoun stands for, or who is named right before the verb. */
function chairOf(context: Context, verb: number): ActorMention | null {
  const { tree } = context;
  const subject = childWith(tree, verb, 'nsubj');
  const named = subject === null ? null : (antecedent(tree, subject.index) ?? subject);
  const mention = (named === null ? null : context.actorAt[named.index]) ?? namedBefore(context, verb);
  const kind = mention?.ref.kind ?? null;
  // A sports body or an aid agency meets too; only those who govern or bear arms meet about the fighting.
  const governs =
    kind !== null && ['government', 'military', 'police', 'armed-group', 'militia', 'office'].includes(kind);
  return mention !== null && governs && mention.form !== 'person-noun' ? mention : null;
}

function namedBefore(context: Context, verb: number): ActorMention | null {
  for (let i = verb - 1; i >= Math.max(0, verb - 4); i -= 1) {
    const mention = context.actorAt[i];
    if (mention !== null) return mention;
    const { text, upos } = context.tree.tokens[i];
    if (upos !== 'ADV' && upos !== 'AUX' && !/^(?:,|who)$/i.test(text)) return null;
  }
  return null;
}

/** The person whom an office is named with ("army chief | X Y"): the name at its end, of at least two words. */
function personOf(context: Context, { form, tokenStart, tokenEnd, ref }: ActorMention): ActorRef | null {
  const { tokens } = context.tree;
  const last = tokens[tokenEnd - 1];
  if (form !== 'office' || last.upos !== 'PROPN') return null;
  const first = last.label === 'flat' ? last.head : tokenEnd - 2;
  const isName = first > tokenStart && first < tokenEnd - 1 && tokens[first].upos === 'PROPN';
  if (!isName) return null;
  const span = { start: tokens[first].start, end: last.end };
  return {
    id: null,
    name: context.doc.report.text.slice(span.start, span.end),
    kind: 'person',
    country: ref.country,
    span,
    basis: 'stated',
    rule: null,
  };
}

/** The words of the meeting and what was done in it, up to the next mark. */
function wordsBehind(context: Context, verb: number): TokenRange {
  const { tokenEnd } = sentenceOf(context, verb);
  let end = verb + 1;
  while (end < Math.min(tokenEnd, verb + REACH) && !/^[.,;:”"]$/.test(context.tree.tokens[end].text)) end += 1;
  return { start: verb, end };
}
