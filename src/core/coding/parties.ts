import type { Token } from '../language/token.ts';
import { antecedent, childrenWith, childWith, conjuncts, type TokenRange } from '../language/tree.ts';
import type { ActorRole } from '../model/event.ts';
import { caseOf, governingVerb } from './clause.ts';
import type { EventFrame } from './codebook.ts';
import { type Context, isOtherSpeaker, tellsEvent } from './context.ts';
import { type NounPhrase, nounPhrase } from './nouns.ts';

/** Who stands in which role to a word that tells of a happening, with the phrases that say so. */
export interface Parties {
  readonly roles: readonly ActorRole[];
  readonly actor: NounPhrase | null;
  readonly recipient: NounPhrase | null;
  readonly ranges: readonly TokenRange[];
}

type Role = ActorRole['role'];

/** Reads the roles off the tree around a verb or noun, by its frame (codebook §2.0). */
export function partiesOf(context: Context, at: number, frame: EventFrame): Parties {
  const token = context.tree.tokens[at];
  const found = token.upos === 'VERB' ? aroundVerb(context, at, frame) : aroundNoun(context, at, frame);
  const roles: ActorRole[] = [];
  for (const [role, phrase] of found) {
    const ref = phrase.actor?.ref;
    // "People", "an official": words for persons who are no side.
    if (ref === undefined || ref === null || (ref.id === null && (ref.kind === null || ref.kind === 'person')))
      continue;
    if (roles.some(known => known.actor.name === ref.name)) continue;
    roles.push({ role, actor: ref });
  }
  return {
    roles,
    actor: found.find(([role]) => role === 'actor')?.[1] ?? null,
    recipient: found.find(([role]) => role === 'recipient')?.[1] ?? null,
    ranges: found.map(([, phrase]) => phrase.range),
  };
}

function aroundVerb(context: Context, at: number, frame: EventFrame): readonly [Role, NounPhrase][] {
  const { tree } = context;
  const token = tree.tokens[at];
  const passiveSubject = childWith(tree, at, 'nsubj:pass');
  const participle = /^(?:acl|amod)/.test(token.label) && token.xpos === 'VBN' ? tree.tokens[token.head] : null;
  const patient =
    (passiveSubject === null ? null : (antecedent(tree, passiveSubject.index) ?? passiveSubject)) ?? participle;
  const agent = patient === null ? subjectOf(context, at) : childWith(tree, at, 'obl:agent');
  const object = patient ?? childWith(tree, at, 'obj') ?? oblique(context, at, 'on', 'at', 'against', 'into', 'in');
  if (frame === 'mutual') {
    const others = [
      childWith(tree, at, 'obl:agent'),
      oblique(context, at, 'with', 'against'),
      childWith(tree, at, 'obj'),
    ];
    return [
      ...expand(context, 'party', subjectOf(context, at)),
      ...others.flatMap(other => expand(context, 'party', other)),
    ];
  }
  if (frame === 'thing') {
    // "Army shells hit the market": whose weapon it is did it.
    const owned = expand(context, 'actor', childWith(tree, at, 'nsubj')).filter(
      ([, { head, actor }]) =>
        actor !== null && actor.tokenEnd <= head.index && context.codebook.nouns.weapon.has(head.lemma),
    );
    return [...owned, ...expand(context, 'actor', childWith(tree, at, 'obl:agent'))];
  }
  return [...expand(context, 'actor', agent), ...expand(context, 'recipient', object)];
}

/** The subject of a verb or, where it has none, of the verb that it is coordinated with or complements. */
function subjectOf(context: Context, at: number): Token | null {
  const { tree } = context;
  const own = childWith(tree, at, 'nsubj');
  if (own !== null) return takenUp(context, own) ?? own;
  const { label, head, xpos } = tree.tokens[at];
  if (head === at) return null;
  // "showed captured posts": a participle by itself has no doer.
  if (label === 'xcomp' && xpos === 'VBN' && childWith(tree, at, 'aux', 'aux:pass') === null) return null;
  // "Urged Rwanda to withdraw": who is urged is to do it.
  const urged = label === 'xcomp' ? childWith(tree, head, 'obj') : null;
  if (urged !== null && urged.index < at) return urged;
  if (label === 'conj' || label === 'xcomp' || label === 'advcl') return childWith(tree, head, 'nsubj') ?? null;
  return label.startsWith('acl') && tree.tokens[at].xpos === 'VBG' ? tree.tokens[head] : null;
}

/** What a relative pronoun stands for; the actor right before it where the tree leads to none ("the role of X, which …"). */
function takenUp(context: Context, pronoun: Token): Token | null {
  const found = antecedent(context.tree, pronoun.index);
  if (found === null || nounPhrase(context, found).actor !== null) return found;
  for (let i = pronoun.index - 1; i >= Math.max(0, pronoun.index - 5); i -= 1) {
    if (context.actorAt[i] !== null) return context.tree.tokens[i];
  }
  return found;
}

function oblique(context: Context, at: number, ...cases: readonly string[]): Token | null {
  const found = childrenWith(context.tree, at, 'obl', 'nmod').find(child =>
    cases.includes(caseOf(context.tree, child.index) ?? ''),
  );
  return found !== undefined && context.actorAt[found.index] !== null ? found : null;
}

function aroundNoun(context: Context, at: number, frame: EventFrame): readonly [Role, NounPhrase][] {
  const { tree } = context;
  const found: [Role, NounPhrase][] = [];
  const owner: Role = frame === 'mutual' ? 'party' : 'actor';
  const other: Role = frame === 'mutual' ? 'party' : 'recipient';
  // "Fighting between X and Y broke out": the parties may hang on the verb too.
  const verb = governingVerb(tree, at);
  const spots = verb !== at && tree.tokens[at].head === verb ? [at, verb] : [at];
  for (const spot of spots) {
    for (const child of childrenWith(tree, spot, 'nmod', 'obl', 'obl:agent', 'nmod:poss')) {
      const preposition = caseOf(tree, child.index);
      if (preposition === 'between' || preposition === 'among') found.push(...expand(context, 'party', child));
      else if (preposition === 'with') found.push(...expand(context, 'party', child));
      else if (preposition === 'by') found.push(...expand(context, 'actor', child));
      else if (spot === at && /^(?:on|against|at|upon)$/.test(preposition ?? ''))
        found.push(...expand(context, other, child));
      else if (spot === at && (preposition === "'s" || preposition === '’s' || child.label === 'nmod:poss'))
        found.push(...expand(context, owner, child));
      else if (spot === at && preposition === 'of') found.push(...expand(context, other, child));
    }
  }
  for (const child of childrenWith(tree, at, 'compound', 'amod', 'nmod:poss')) {
    if (context.actorAt[child.index] !== null) found.push(...expand(context, owner, child));
  }
  // "drove the rebels into retreat": who is made to do it does it.
  if (frame === 'patient' && verb !== at && tree.tokens[at].label === 'obl') {
    found.push(...expand(context, 'actor', childWith(tree, verb, 'obj', 'nsubj:pass')));
  }
  // "The rebels carried out an attack": the subject of a light verb does it.
  if (
    frame !== 'mutual' &&
    verb !== at &&
    tree.tokens[at].label === 'obj' &&
    !isBeheld(context, verb) &&
    found.every(([role]) => role !== 'actor')
  ) {
    found.unshift(...expand(context, 'actor', subjectOf(context, verb) ?? childWith(tree, verb, 'nsubj')));
  }
  return found.filter(([, phrase]) => phrase.actor !== null);
}

/** "Police confirmed the attack", "the minister condemned the raid": who speaks of a deed or meets it has not done it. */
function isBeheld({ codebook, tree }: Context, verb: number): boolean {
  return codebook.wordSets.beholding.has(tree.tokens[verb].lemma);
}

/** "captured posts and seized uniforms": what another act was done to. */
function hasOwnAct(context: Context, noun: number): boolean {
  return childrenWith(context.tree, noun, 'amod', 'acl').some(
    ({ index, xpos }) => xpos === 'VBN' && index < noun && tellsEvent(context, index),
  );
}

function expand(context: Context, role: Role, head: Token | null): readonly [Role, NounPhrase][] {
  if (head === null) return [];
  return conjuncts(context.tree, head.index)
    .filter(
      ({ index }) => index === head.index || !(hasOwnAct(context, index) || isOtherSpeaker(context, head.index, index)),
    )
    .map(token => [role, nounPhrase(context, token)]);
}
