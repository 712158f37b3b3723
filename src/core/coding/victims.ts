import type { Token } from '../language/token.ts';
import { antecedent, childrenWith, childWith, type Tree } from '../language/tree.ts';
import { caseOf } from './clause.ts';
import type { HarmTrigger } from './codebook.ts';
import type { Context } from './context.ts';
import { coordinated, namesHarm, partitive, sharesCount } from './coordinated-victims.ts';
import { countIn, isPlural, type NounPhrase, nounPhrase } from './nouns.ts';
import { surfaceSubject } from './surface-subject.ts';
import { countedBefore, describedBefore, isNominal, numeralAfter, numeralBefore } from './victims-beside.ts';

/**
 * The phrases for those whom a word of harm speaks of, coordinated ones apart ("two soldiers and a driver"). Empty when
 * the words name nobody. `at` is the trigger's governing token and `end` the first token after its words.
 */
export function victimsOf(context: Context, trigger: HarmTrigger, at: number, end: number): readonly NounPhrase[] {
  const heads = headsOf(context, trigger, at, end);
  const seen = new Set<number>();
  const phrases: NounPhrase[] = [];
  for (const head of heads.flatMap(head => coordinated(context, head, at))) {
    if (seen.has(head.index) || !isNominal(head) || (head.index !== at && namesHarm(context, head))) continue;
    // "A driver, 50, and his son": an age that a parse coordinates.
    if (head.upos === 'NUM' && (context.numberAt[head.index]?.meaning ?? 'count') !== 'count') continue;
    seen.add(head.index);
    const phrase = partitive(context, nounPhrase(context, head));
    // "Eight women and children": one number counts both.
    if (phrases.length > 0 && sharesCount(context, phrases[phrases.length - 1], phrase)) continue;
    // "6 PKK/YPG terrorists": one number counts one body of people, whatever a parse coordinates.
    if (phrase.number !== null && phrases.some(({ number }) => number === phrase.number)) continue;
    // "No policeman or soldier": one claim of nobody.
    if (phrases[0] !== undefined && countIn(context, phrases[0])?.high === 0) break;
    phrases.push(phrase);
  }
  return phrases;
}

function headsOf(context: Context, trigger: HarmTrigger, at: number, end: number): readonly Token[] {
  switch (trigger.victims) {
    case 'object':
      return list(
        numeralBefore(context, at) ??
          countedBefore(context, at, end) ??
          describedBefore(context, at, end) ??
          persons(context, livesOf(context.tree, patientOf(context.tree, at, end))) ??
          numeralAfter(context, end) ??
          surfacePatient(context, at) ??
          subjectBefore(context.tree, at),
      ).filter(head => context.tree.tokens[at].label !== 'amod' || nounPhrase(context, head).number !== null);
    case 'subject':
      return list(
        (isSpeakersClause(context, at) || crossesItsGovernor(context, at) ? surfaceSubject(context, at) : null) ??
          persons(context, subjectOf(context.tree, at)) ??
          numeralBefore(context, at) ??
          surfaceSubject(context, at),
      );
    case 'predicate':
      return list(
        namedHarmed(context, at) ??
          numeralBefore(context, at) ??
          persons(context, bearerOf(context.tree, at)) ??
          surfaceSubject(context, at),
      );
    case 'of':
      return ofNoun(context, at);
    case 'head':
      return [context.tree.tokens[at]];
    case 'with':
      return list(
        persons(context, bearerOfWound(context, headOfCompound(context.tree, at))) ?? surfaceBearer(context, at),
      );
  }
}

/** Whom a transitive word of harm befell: object of the active, subject of the passive, or the noun it describes. */
function patientOf(tree: Tree, at: number, end: number): Token | null {
  const token = tree.tokens[at];
  const passive =
    childWith(tree, at, 'nsubj:pass') ??
    (childWith(tree, at, 'aux:pass') === null ? null : childWith(tree, at, 'nsubj'));
  const object = childWith(tree, at, 'obj');
  const active = object !== null && childWith(tree, at, 'aux:pass') === null;
  if (passive !== null && !active) return relativeHead(tree, passive);
  // "He shot himself": who did it is who was harmed.
  if (object !== null && /sel(?:f|ves)$/i.test(object.text)) return subjectOf(tree, at);
  if (object !== null && (object.index >= end || object.index < at || object.lemma === 'life'))
    return relativeHead(tree, object);
  // "The woman killed was his wife": a past tense without subject and object that describes a noun is a participle.
  const bare = object === null && token.xpos === 'VBD' && childWith(tree, at, 'nsubj') === null;
  if (bare && /^acl/.test(token.label) && isNominal(tree.tokens[token.head])) return tree.tokens[token.head];
  // "Eleven others hurt", "12 wounded": no object, so the subject is who was harmed.
  if (object === null && token.xpos !== 'VBN' && token.xpos !== 'VBG') return childWith(tree, at, 'nsubj');
  const participle = token.xpos === 'VBN' || token.xpos === 'VBD' || token.xpos === 'JJ';
  if (!participle) return null;
  const governor = tree.tokens[token.head];
  if (/^(?:acl|amod)/.test(token.label) && isNominal(governor)) return firstConjunct(tree, governor, token);
  const left = token.label === 'xcomp' ? childWith(tree, token.head, 'obj') : null;
  if (left !== null) return left;
  if (childWith(tree, at, 'aux') === null && childWith(tree, at, 'nsubj') !== null) return childWith(tree, at, 'nsubj');
  // "were killed and buried", "were shot and killed": the passive of the verb it is coordinated with.
  // "He died after being shot": the subject of the clause above.
  if (token.label === 'advcl' && childWith(tree, at, 'aux:pass') !== null)
    return childWith(tree, token.head, 'nsubj', 'nsubj:pass');
  if (token.label !== 'conj') return null;
  // "Shot and fatally wounded four men": the object that a parse gives the first verb.
  const shared = childWith(tree, token.head, 'obj');
  const subject = childWith(tree, at, 'aux:pass') === null ? childWith(tree, token.head, 'nsubj:pass') : null;
  if (subject !== null) return relativeHead(tree, subject);
  return shared !== null && shared.index > at ? shared : null;
}

/** "Three men and a woman | suffering from burns": what a participle says of the last of several it says of all. */
function firstConjunct(tree: Tree, noun: Token, verb: Token): Token {
  if (noun.label !== 'conj' || !/^acl/.test(verb.label) || verb.index < noun.index) return noun;
  const first = tree.tokens[noun.head];
  return isNominal(first) ? first : noun;
}

/** A head that can be persons; a thing is most often a parse gone wrong, and the surface is then asked. */
function persons(context: Context, head: Token | null): Token | null {
  if (head !== null && (context.dateAt[head.index] !== null || context.placeAt[head.index]?.role === 'location'))
    return null;
  if (head !== null && isApposed(context, head)) return null;
  if (head?.upos === 'NUM' && context.numberAt[head.index]?.meaning !== 'count') return null;
  if (head === null || head.upos !== 'NOUN' || context.actorAt[head.index] !== null || head.lemma === 'old')
    return head;
  return nounPhrase(context, head).number === null ? null : head;
}

/** "11 Russian | dead": a nationality and the adjective are one mention, and the number before counts it. */
function namedHarmed(context: Context, at: number): Token | null {
  const mention = context.actorAt[at] ?? null;
  if (mention === null || mention.tokenStart >= at || mention.tokenEnd !== at + 1) return null;
  const number = context.numberAt[mention.tokenStart - 1] ?? null;
  return number?.meaning === 'count' && number.tokenEnd === mention.tokenStart ? context.tree.tokens[at] : null;
}

/** "Two men, one of them | an officer, were taken": what the inserted words name is not whom the verb is about. */
function isApposed(context: Context, head: Token): boolean {
  const { tokens } = context.tree;
  for (let i = head.index - 1; i > 0 && i > head.index - 5; i -= 1) {
    if (/^(?:them|whom)$/i.test(tokens[i].text))
      return tokens[i - 1].text.toLowerCase() === 'of' && tokens[head.index + 1]?.text === ',';
  }
  return false;
}

/** The passive has its patient before it; an active verb without an object has none. */
function surfacePatient(context: Context, at: number): Token | null {
  const { tokens } = context.tree;
  if (tokens[at].xpos === 'VBG') return null;
  for (let i = at - 1; i >= 0 && i > at - 6 && tokens[i].sentence === tokens[at].sentence; i -= 1) {
    if (tokens[i].lemma === 'be' || tokens[i].lemma === 'get') return surfaceSubject(context, at);
    if (/^["\u201c]$/.test(tokens[i].text)) continue;
    if (!['AUX', 'ADV', 'PART', 'ADP', 'PROPN', 'NOUN', 'VERB', 'ADJ', 'NUM', 'DET'].includes(tokens[i].upos)) break;
  }
  return null;
}

/** "They were killed and were buried": the passive subject of the verb that this one is coordinated with. */
function subjectBefore(tree: Tree, at: number): Token | null {
  const { label, head } = tree.tokens[at];
  return label === 'conj' ? childWith(tree, head, 'nsubj:pass') : null;
}

/** "claimed 12 lives" counts lives, "the lives of 12 people" the people. */
function livesOf(tree: Tree, patient: Token | null): Token | null {
  if (patient?.lemma !== 'life') return patient;
  return childWith(tree, patient.index, 'nmod') ?? patient;
}

function subjectOf(tree: Tree, at: number): Token | null {
  const token = tree.tokens[at];
  const subject = childWith(tree, at, 'nsubj', 'nsubj:pass');
  if (subject !== null) return relativeHead(tree, subject);
  if (/^acl/.test(token.label) && isNominal(tree.tokens[token.head]))
    return firstConjunct(tree, tree.tokens[token.head], token);
  if (token.label === 'xcomp' || token.label === 'conj') return childWith(tree, token.head, 'nsubj', 'nsubj:pass');
  return null;
}

/** "The mayor gave the number and said a driver had died": coordinated with the speaker's verb, behind a word of saying. */
function isSpeakersClause(context: Context, at: number): boolean {
  const { label, head } = context.tree.tokens[at];
  if (label !== 'conj' || head > at || childWith(context.tree, at, 'nsubj', 'nsubj:pass') !== null) return false;
  return context.doc.speeches.some(({ cueToken }) => head < cueToken && cueToken < at);
}

/**
 * "… that the toll had risen to four after a driver, who …, died": a subject that stands before what the verb hangs on and
 * is none of its words. Branches do not cross in sound parses, so the surface is asked.
 */
function crossesItsGovernor({ tree }: Context, at: number): boolean {
  const { head } = tree.tokens[at];
  const subject = childWith(tree, at, 'nsubj', 'nsubj:pass');
  return subject !== null && subject.index < head && head < at;
}

/** Who bears an adjective: "12 people dead", "three are missing", "left 12 people dead". */
function bearerOf(tree: Tree, at: number): Token | null {
  const token = tree.tokens[at];
  const governor = tree.tokens[token.head];
  if (token.head !== at && isNominal(governor) && /^(?:amod|acl|nmod|dep|appos)/.test(token.label)) {
    // "A man and two children dead": what stands behind several is said of all.
    const first = tree.tokens[governor.head];
    return governor.label === 'conj' && at > governor.index && isNominal(first) ? first : governor;
  }
  const subject = childWith(tree, at, 'nsubj', 'nsubj:pass');
  if (subject !== null) return relativeHead(tree, subject);
  return token.label === 'xcomp' || token.label === 'ccomp'
    ? childWith(tree, token.head, 'obj', 'nsubj', 'nsubj:pass')
    : null;
}

/** "many escaped | with gunshot wounds": a bare count or persons before the verb of a wound that the tree hangs elsewhere. */
function surfaceBearer(context: Context, at: number): Token | null {
  const { tokens } = context.tree;
  const verb = tokens[at - 1]?.lemma === 'with' ? tokens[at - 2] : undefined;
  if (verb === undefined || !/^(?:VBD|VBN|JJ)$/.test(verb.xpos) || verb.sentence !== tokens[at].sentence) return null;
  return numeralBefore(context, verb.index) ?? surfaceSubject(context, verb.index);
}

/** "gunshot | wounds": the noun that a compound leads to. */
function headOfCompound(tree: Tree, at: number): number {
  const { label, head } = tree.tokens[at];
  return (label === 'compound' || label === 'amod') && head > at ? head : at;
}

/**
 * "a boy with a gunshot wound", "two are in critical condition", "she was taken away in serious condition": the noun that
 * the words describe, else whom their clause is about.
 */
function bearerOfWound(context: Context, at: number): Token | null {
  const { tree, codebook } = context;
  const { label, head, lemma } = tree.tokens[at];
  const isPlace = lemma === 'hospital' || lemma === 'clinic';
  const own = childWith(tree, at, 'nsubj');
  if (own !== null) return isPlace ? null : own;
  const governor = tree.tokens[head];
  // "Two men are at the hospital in serious condition", "she had surgery and was in critical condition".
  const inIt = caseOf(tree, at) === 'in' && !isPlace;
  if (inIt && label === 'nmod') return childWith(tree, head, 'nsubj');
  if (inIt && label === 'conj' && childWith(tree, at, 'cop') !== null) return subjectOf(tree, head);
  if (label === 'nmod' && !isPlace) return isNominal(governor) && caseOf(tree, at) === 'with' ? governor : null;
  // "She suffered a gunshot wound".
  if (label === 'obj' && !isPlace && codebook.wordSets['bearing-wound'].has(governor.lemma))
    return subjectOf(tree, head);
  if (governor.upos !== 'VERB' || label !== 'obl') return null;
  const moved = childWith(tree, head, 'nsubj:pass', 'obj');
  // "Got a 911 call for a gunshot wound": only persons come to a hospital or bear a wound.
  const brought = moved !== null && moved.upos === 'NOUN' && context.actorAt[moved.index] === null ? null : moved;
  if (isPlace) return codebook.wordSets['to-hospital'].has(governor.lemma) ? brought : null;
  // "They found Jane Roe, 21, suffering from a gunshot wound".
  const beside = governor.xpos === 'VBG' && !isPlace ? surfaceSubject(context, head) : null;
  return brought ?? subjectOf(tree, head) ?? beside;
}

/** "the death of 12 people": those after "of"; else the noun itself, with its own number ("12 deaths"). */
function ofNoun(context: Context, at: number): readonly Token[] {
  const of = childrenWith(context.tree, at, 'nmod').find(child =>
    /^(?:of|for)$/.test(childWith(context.tree, child.index, 'case')?.lemma ?? ''),
  );
  const own = nounPhrase(context, context.tree.tokens[at]);
  const counted = own.number !== null && own.number.numeralStart < at;
  if (counted) return [context.tree.tokens[at]];
  return [of ?? countedBehind(context, at) ?? context.tree.tokens[at]];
}

/** "obituaries | for seven fighters": the counted noun right behind the preposition, which the tree hangs elsewhere. */
function countedBehind(context: Context, at: number): Token | null {
  const { tokens } = context.tree;
  const number = /^(?:of|for)$/i.test(tokens[at + 1]?.text ?? '') ? (context.numberAt[at + 2] ?? null) : null;
  if (number === null || number.meaning !== 'count' || number.tokenStart !== at + 2) return null;
  const last = tokens[number.numeralEnd - 1];
  return last.label === 'nummod' && isNominal(tokens[last.head]) ? tokens[last.head] : last;
}

/** "the men who were killed": the relative pronoun stands for its noun, or for all of several that a plural verb takes up. */
function relativeHead(tree: Tree, subject: Token): Token {
  const noun = antecedent(tree, subject.index) ?? subject;
  const plural = childrenWith(tree, subject.head, 'aux', 'aux:pass').some(({ text }) =>
    /^(?:were|are|have)$/i.test(text),
  );
  const first = tree.tokens[noun.head];
  return noun !== subject && noun.label === 'conj' && plural && !isPlural(noun) && isNominal(first) ? first : noun;
}

function list(token: Token | null): readonly Token[] {
  return token === null ? [] : [token];
}
