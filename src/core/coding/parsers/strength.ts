import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { childWith, pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { armedBody, militaryOf } from '../armed-body.ts';
import { type Context, sentenceOf, tellsEvent, tellsHarm, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { type NounPhrase, nounPhrase } from '../nouns.ts';

/**
 * Proposes a strength for every counted kind of force or equipment that nothing is done to: "900 tanks", "a corps of
 * 80,000 men" (codebook §8). The verbs of having and being, a bare mention and a comparison carry it; a figure that
 * stands under a word of harm, capture or movement is no strength.
 */
export function strength(context: Context): readonly DraftOf<'strength'>[] {
  const drafts: DraftOf<'strength'>[] = [];
  for (const number of context.doc.numbers) {
    if (number.meaning !== 'count') continue;
    const last = context.tree.tokens[number.numeralEnd - 1];
    const head = countedNoun(context, last.index);
    if (head === null) {
      const compared = comparedStrength(context, number, drafts.at(-1));
      if (compared !== null) drafts.push(compared);
      continue;
    }
    const phrase = nounPhrase(context, head);
    if (!isForce(context, phrase) || phrase.number !== number || !standsStill(context, phrase)) continue;
    const owner = ownerOf(context, phrase);
    if (number.estimate.high === 0) continue;
    // A figure of a force is one only beside whose it is: "two soldiers" alone is a scene, not a strength.
    const collective = context.codebook.wordSets['collective-force'].has(context.tree.tokens[head.head].lemma);
    if (owner === null && !collective && (number.estimate.high ?? number.estimate.low ?? 0) < 100) continue;
    drafts.push({
      ...NEW_DRAFT,
      kind: 'strength',
      key: `strength:${head.index}`,
      anchor: head.index,
      range: phrase.range,
      rule: 'strength/counted-force',
      scope: 'background',
      owner,
      what: wordsOf(context.doc, { start: number.tokenEnd, end: Math.max(phrase.range.end, number.tokenEnd + 1) }),
      estimate: number.estimate,
    });
  }
  return drafts;
}

/** "compared to the rebels' 30,000": a bare number of an owner, of the same kind as the strength before it. */
function comparedStrength(
  context: Context,
  number: NumberMention,
  before: DraftOf<'strength'> | undefined,
): DraftOf<'strength'> | null {
  const owner = context.actorAt[number.tokenStart - 2] ?? context.actorAt[number.tokenStart - 1];
  if (
    before === undefined ||
    owner === null ||
    sentenceOf(context, before.anchor) !== sentenceOf(context, number.numeralStart)
  )
    return null;
  const between = context.tree.tokens.slice(before.range.end, number.tokenStart).map(({ text }) => text.toLowerCase());
  if (!between.some(word => /^(?:compared|against|versus|to)$/.test(word))) return null;
  const range = { start: owner.tokenStart, end: number.tokenEnd };
  return {
    ...before,
    key: `strength:${number.numeralStart}`,
    anchor: number.numeralStart,
    range,
    rule: 'strength/compared',
    owner: armed(owner.ref),
    estimate: number.estimate,
  };
}

/** The noun that a numeral counts, over scale words tagged as nouns ("2 lakh men"). */
function countedNoun(context: Context, numeral: number) {
  for (const at of pathToRoot(context.tree, numeral).slice(1, 4)) {
    const token = context.tree.tokens[at];
    if (token.upos === 'NOUN' && at > numeral) return token;
    if (token.upos === 'VERB') return null;
  }
  return null;
}

function isForce(context: Context, { head, actor }: NounPhrase): boolean {
  return context.codebook.nouns.strength.has(head.lemma) && actor?.status !== 'civilian';
}

/** Whether nothing is done to the force: no word of harm, and no happening, governs its figure. */
function standsStill(context: Context, { head }: NounPhrase): boolean {
  if (head.label === 'nmod' && context.codebook.wordSets['collective-force'].has(context.tree.tokens[head.head].lemma))
    return true;
  const participle = childWith(context.tree, head.index, 'acl');
  if (participle !== null && (tellsHarm(context, participle.index) || tellsEvent(context, participle.index)))
    return false;
  for (const at of pathToRoot(context.tree, head.index).slice(1)) {
    const { upos } = context.tree.tokens[at];
    if (tellsHarm(context, at)) return false;
    if (upos !== 'VERB') continue;
    return !tellsEvent(context, at) || isAlongWith(context, head.index);
  }
  return true;
}

/** "along with 900 tanks" adds to what is possessed, whatever verb follows. */
function isAlongWith(context: Context, head: number): boolean {
  const chain = pathToRoot(context.tree, head).slice(0, 3);
  return chain.some(at => /^(?:along|with)$/i.test(childWith(context.tree, at, 'case')?.text ?? ''));
}

/** Whose it is: a possessor or nationality in the phrase, else the subject of the verb of having, else the last one named. */
function ownerOf(context: Context, phrase: NounPhrase): ActorRef | null {
  const within = phrase.actor ?? context.actorAt[phrase.head.head];
  if (within !== null && within.form !== 'person-noun') return armed(within.ref);
  const { tokenStart } = sentenceOf(context, phrase.head.index);
  for (const at of pathToRoot(context.tree, phrase.head.index).slice(1)) {
    const subject = childWith(context.tree, at, 'nsubj');
    if (subject === null || subject.index < tokenStart) continue;
    const mention = nounPhrase(context, subject).actor;
    if (mention !== null) return armed(mention.ref);
    const place = context.placeAt[subject.index];
    // "The country possesses 900 tanks": a country that has forces is its military.
    if (place?.place.precision === 6)
      return militaryOf(place.place.name, { country: place.place.country, span: place.span });
  }
  return null;
}

function armed(ref: ActorRef | null): ActorRef | null {
  return ref === null || ref.kind === 'civilians' ? null : armedBody(ref);
}
