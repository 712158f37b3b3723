import { actorId } from '../language/actors/actor-id.ts';
import type { ActorMention } from '../language/actors/actor-mention.ts';
import { antecedent, type TokenRange } from '../language/tree.ts';
import type { ActorRef } from '../model/actor.ts';
import { type Context, sentenceOf, within } from './context.ts';
import { nounPhrase } from './nouns.ts';

/** A body with a name that can stand in a relation to another, and the words that mean it here. */
export interface Standing {
  readonly ref: ActorRef;
  readonly range: TokenRange;
}

/** Only bodies with a name stand in relations: not "people", nor "fighters" of nobody (codebook §11.1). */
export function standingOf(mention: ActorMention | null | undefined): Standing | null {
  if (mention === null || mention === undefined) return null;
  const { ref, form, tokenStart, tokenEnd } = mention;
  const isNamed = ref.id !== null || form === 'unknown-group';
  if (!isNamed || ref.kind === 'civilians' || ref.kind === 'media' || ref.kind === 'person') return null;
  return { ref, range: { start: tokenStart, end: tokenEnd } };
}

/** Who a noun or pronoun means: its own mention, the noun before a relative pronoun, or who was named before "it". */
export function standingAt(context: Context, head: number, not: Standing | null = null): Standing | null {
  const token = context.tree.tokens[head];
  const own = standingOf(context.actorAt[head]);
  if (own !== null) return own;
  if (/^(?:who|which|that)$/i.test(token.text)) return behindRelative(context, head);
  if (/^(?:it|they|them|its|their)$/i.test(token.text)) return namedBefore(context, head, not);
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  if (isStateNoun(context, head)) return stateBefore(context, head);
  return standingOf(nounPhrase(context, token).actor);
}

/** "The state", "the country": no proper name, but it takes up the state that was named last. */
function isStateNoun(context: Context, head: number): boolean {
  const { text } = context.tree.tokens[head];
  return /^(?:state|country)$/i.test(text) && /^(?:the|that|this)$/i.test(context.tree.tokens[head - 1]?.text ?? '');
}

function behindRelative(context: Context, pronoun: number): Standing | null {
  const noun = antecedent(context.tree, pronoun);
  // The mention that ends right before ("X, which …") goes before the parse, which hangs such clauses anywhere.
  const before = context.tree.tokens[pronoun - 1]?.text === ',' ? pronoun - 2 : pronoun - 1;
  const beside = standingOf(context.actorAt[before]);
  if (beside !== null || noun === null) return beside;
  return isStateNoun(context, noun.index) ? stateBefore(context, noun.index) : standingOf(context.actorAt[noun.index]);
}

/** The body that a pronoun takes up: the only one named before it in its sentence, else in the sentence before. */
function namedBefore(context: Context, pronoun: number, not: Standing | null): Standing | null {
  const { index, tokenStart } = sentenceOf(context, pronoun);
  const isOther = ({ ref }: Standing) => not === null || ref.name !== not.ref.name;
  const own = standingsIn(context, { start: tokenStart, end: pronoun }).filter(isOther);
  const before = context.doc.sentences[index - 1];
  const last = before === undefined ? [] : standingsIn(context, { start: before.tokenStart, end: before.tokenEnd });
  const near = own.length > 0 ? own : last.filter(isOther);
  const found = near.length === 0 || own.length === 0 ? capitalBefore(context, tokenStart, pronoun) : null;
  const only = found ?? (near.length === 1 ? near[0] : null);
  return only === null ? null : implied(only, pronoun, 'relation/named-before');
}

/** "For Kyiv, the militia it once armed …": a capital alone in its sentence stands for its government. */
function capitalBefore(context: Context, start: number, end: number): Standing | null {
  const capitals = within(context.placeAt, { start, end }).filter(
    ({ candidates }) => candidates[0]?.kind === 'capital',
  );
  return capitals.length === 1 ? governmentAt(context, capitals[0].tokenStart) : null;
}

/** The government named last within three sentences; where two states are named there, nobody. */
function stateBefore(context: Context, at: number): Standing | null {
  const { index } = sentenceOf(context, at);
  for (let i = index; i >= Math.max(0, index - 3); i -= 1) {
    const { tokenStart, tokenEnd } = context.doc.sentences[i];
    const states = within(context.actorAt, { start: tokenStart, end: Math.min(tokenEnd, at) }).filter(
      ({ ref, form }) => ref.id !== null && ref.country !== null && (form === 'metonym' || ref.kind === 'government'),
    );
    const countries = new Set(states.map(({ ref }) => ref.country));
    if (countries.size > 1) return null;
    const found = standingOf(states[0]);
    if (found !== null) return implied(found, at, 'relation/state-named-before');
  }
  return null;
}

/** The named bodies inside a range, each once, in text order. */
export function standingsIn(context: Context, range: TokenRange): readonly Standing[] {
  const all = within(context.actorAt, range)
    .map(standingOf)
    .filter(standing => standing !== null);
  return all.filter(({ ref }, i) => all.findIndex(other => other.ref.name === ref.name) === i);
}

/** The government of a state that stands as a nationality, a country or a capital inside other words ("Iranian-backed"). */
export function governmentAt(context: Context, at: number): Standing | null {
  const best = context.placeAt[at]?.candidates.at(0);
  if (best === undefined || best.country === null) return null;
  if (best.kind !== 'country' && best.kind !== 'capital') return null;
  const named = context.doc.actors.find(({ ref }) => ref.kind === 'government' && ref.country === best.country)?.ref;
  const state = context.codebook.stateNames.get(best.country);
  const name = named?.name ?? (state === undefined ? null : `Government of ${state}`);
  if (name === null) return null;
  const { start, end } = context.tree.tokens[at];
  const ref: ActorRef = {
    id: actorId(name),
    name,
    kind: 'government',
    country: best.country,
    span: { start, end },
    basis: 'implied',
    rule: 'relation/state-in-other-words',
  };
  return { ref, range: { start: at, end: at + 1 } };
}

function implied({ ref }: Standing, at: number, rule: string): Standing {
  return { ref: { ...ref, basis: 'implied', rule }, range: { start: at, end: at + 1 } };
}
