import type { Token } from '../token.ts';
import { childrenWith, childWith, type Tree } from '../tree.ts';
import {
  apposedBefore,
  isOutside,
  phraseBefore,
  type SpeechPlace,
  type SpeechSource,
  speakerPhrase,
} from './speaker-phrase.ts';
import type { SpeechLexicon } from './speech-lexicon.ts';
import { hasTense, isMark, isNoun } from './token-kinds.ts';

const CLIMB_MAX = 6;

/**
 * The speaker at a verb of saying: its subject, or its agent where it is passive; for a participle or infinitive without a
 * subject the noun it hangs on or the subject of the verb it hangs on; for a verb behind a mark the noun phrase that
 * follows it. The tree is asked first; where it knows none, the noun right before the verb is taken. A text speaks for
 * whoever issued it ("the army issued a statement saying").
 */
export function sourceOf(place: SpeechPlace, lexicon: SpeechLexicon): SpeechSource | null {
  const { tree, at } = place;
  const subject = subjectOf(place, at, 0) ?? besides(place);
  const before = hangsLoose(place, subject) ? phraseBefore(place) : null;
  if (before !== null && isOutside(place, before.head)) return { ...before, relative: null, inverted: false };
  if (subject !== null && isOutside(place, subject.index))
    return speakerPhrase(place, issuerOf(place, subject, lexicon) ?? subject);
  if (isPassive(tree, at)) return null;
  const apposed = tree.tokens[at].xpos === 'VBG' ? null : apposedBefore(place);
  if (apposed !== null && isOutside(place, apposed.head)) return { ...apposed, relative: null, inverted: false };
  const named = tree.tokens[at].xpos === 'VBG' ? null : (invertedSubject(place) ?? nounBefore(place));
  return named === null || !isOutside(place, named) ? null : speakerPhrase(place, tree.tokens[named]);
}

/** Whether a finite verb without a passive has its subject far off, behind it or nowhere, which is rarely true. */
function hangsLoose({ tree, sentence, at }: SpeechPlace, subject: Token | null): boolean {
  const { xpos, label } = tree.tokens[at];
  if (!['VBD', 'VBZ', 'VBP'].includes(xpos) && !(xpos === 'VBN' && label !== 'amod')) return false;
  if (isPassive(tree, at) || tree.tokens[at - 1]?.upos === 'AUX' || at === sentence.tokenStart) return false;
  const before = tree.tokens[at - 1];
  if (!isNoun(before) && before.upos !== 'ADV' && before.text !== ')') return false;
  if (subject === null || subject.index > at) return true;
  const between = tree.tokens.slice(subject.index, at);
  const isFar = between.some(token => isMark(token)) && between.some(token => hasTense(token));
  return isFar && !between.some(({ xpos }) => /^W/.test(xpos));
}

/** "was said", "were reported": somebody is spoken of, and the speaker stands behind "by" if anywhere. */
export function isPassive(tree: Tree, at: number): boolean {
  return childWith(tree, at, 'aux:pass', 'nsubj:pass') !== null || isBareParticiple(tree, at);
}

/** "a man accused of …", "fighters said to be …": a past participle on a noun. */
export function isBareParticiple(tree: Tree, at: number): boolean {
  const { xpos, label, head } = tree.tokens[at];
  return xpos === 'VBN' && label === 'acl' && head < at && childWith(tree, at, 'nsubj') === null;
}

function subjectOf(place: SpeechPlace, at: number, steps: number): Token | null {
  const { tree } = place;
  if (isPassive(tree, at)) return childWith(tree, at, 'obl:agent');
  const subjects = childrenWith(tree, at, 'nsubj').filter(({ index }) => isOutside(place, index));
  // A participle has no subject behind it.
  const behind = tree.tokens[at].xpos === 'VBG' ? undefined : subjects.at(0);
  const own = subjects.filter(({ index }) => index < at).at(-1) ?? behind;
  if (own !== undefined) return isExpletive(own) ? null : own;
  const token = tree.tokens[at];
  if (token.head === at || steps >= CLIMB_MAX) return null;
  const governor = tree.tokens[token.head];
  switch (token.label) {
    case 'acl':
    case 'acl:relcl':
      return token.xpos === 'VBN' || !isNoun(governor) ? null : (nameBefore(tree, at) ?? governor);
    case 'conj':
      return isVerbal(governor) ? subjectOf(place, governor.index, steps + 1) : null;
    case 'parataxis':
      return steps === 0 && token.xpos !== 'VBG' ? null : governedSubject(place, token, governor, steps);
    case 'advcl':
    case 'xcomp':
      return governedSubject(place, token, governor, steps);
    default:
      return null;
  }
}

/** The subject of a verb without one that hangs on another: the object it is told of ("quoted X as saying"), else its subject. */
function governedSubject(place: SpeechPlace, verb: Token, governor: Token, steps: number): Token | null {
  const { tree } = place;
  const as = tree.children[verb.index].some(child => /^as$/i.test(tree.tokens[child].text));
  const told = as ? childWith(tree, governor.index, 'obj', 'nsubj:pass') : nameBefore(tree, verb.index);
  if (told !== null) return told;
  const object = verb.label === 'xcomp' && verb.xpos !== 'VBG' ? childWith(tree, governor.index, 'obj') : null;
  if (object !== null && object.index < verb.index) return object;
  return childWith(tree, governor.index, 'nsubj:pass') ?? subjectOf(place, governor.index, steps + 1);
}

/** "footage of Amina Diallo saying": a name right before a participle. */
function nameBefore(tree: Tree, at: number): Token | null {
  const before = tree.tokens[at - 1];
  return tree.tokens[at].xpos === 'VBG' && before?.upos === 'PROPN' ? before : null;
}

/** Who issued a text that speaks: its owner ("the army's statement"), who it is by, or the subject of what was done with it. */
function issuerOf(place: SpeechPlace, text: Token, { texts }: SpeechLexicon): Token | null {
  const { tree, at } = place;
  const { tokens, children } = tree;
  if (!texts.has(text.lemma.toLowerCase())) return null;
  for (const child of children[text.index]) {
    const marks = children[child].map(mark => tokens[mark]);
    const owns = marks.some(({ xpos, text: word }) => xpos === 'POS' || /^(?:by|from)$/i.test(word));
    if (tokens[child].label === 'nmod' && owns) return tokens[child];
  }
  const verb = tokens[text.head];
  if (text.label !== 'obj' || !isVerbal(verb) || verb.index === at) return null;
  const issuer = subjectOf(place, verb.index, 1);
  return issuer !== null && issuer.index !== text.index ? issuer : null;
}

/** "…," said the mayor: the noun phrase right behind a verb that a mark stands before. */
function invertedSubject({ tree, sentence, at }: SpeechPlace): number | null {
  const before = tree.tokens[at - 1];
  if (at <= sentence.tokenStart + 1 || before === undefined || !isMark(before)) return null;
  const object = childWith(tree, at, 'obj', 'obl', 'iobj');
  if (object !== null && object.index > at && childWith(tree, object.index, 'case') === null && isNoun(object))
    return object.index;
  for (let i = at + 1; i < Math.min(at + 10, sentence.tokenEnd); i += 1) {
    const token = tree.tokens[i];
    if (isNoun(token) && tree.tokens[i + 1]?.upos !== 'PROPN' && tree.tokens[i + 1]?.upos !== 'NOUN') return i;
    if (!['DET', 'ADJ', 'PROPN', 'NOUN', 'NUM', 'PRON'].includes(token.upos)) return null;
  }
  return null;
}

/** The noun right before a verb, over auxiliaries and adverbs; where it ends an "of" phrase, the noun that governs it. */
function nounBefore({ tree, sentence, at }: SpeechPlace): number | null {
  if (!['VBD', 'VBZ', 'VBP', 'NNS'].includes(tree.tokens[at].xpos) && tree.tokens[at - 1]?.upos !== 'AUX') return null;
  let i = at - 1;
  while (i >= sentence.tokenStart && ['AUX', 'ADV', 'PART'].includes(tree.tokens[i].upos)) i -= 1;
  if (i < sentence.tokenStart && isAcronym(tree.tokens[i + 1])) return i + 1;
  if (i < sentence.tokenStart || !(isNoun(tree.tokens[i]) || tree.tokens[i].upos === 'PRON')) return null;
  for (let steps = 0; steps < CLIMB_MAX; steps += 1) {
    const governor = tree.tokens[tree.tokens[i].head];
    if (governor.index >= at || governor.sentence !== sentence.index || !isNoun(governor)) break;
    if (governor.index === i) break;
    i = governor.index;
  }
  return i;
}

/** "…," X, the attorney of the north, said: the first noun between a quotation and the verb. */
function besides({ tree, sentence, quotations, at }: SpeechPlace): Token | null {
  if (isPassive(tree, at) || quotations.at[at] >= 0 || tree.tokens[at].xpos === 'VBG') return null;
  for (let i = at - 1; i >= sentence.tokenStart && tree.tokens[i].upos !== 'VERB'; i -= 1) {
    if (quotations.at[i] < 0) continue;
    for (let j = i + 1; j < at; j += 1) {
      const { upos, head } = tree.tokens[j];
      if (isNoun(tree.tokens[j]) && (head <= i || head >= at || !isNoun(tree.tokens[head]))) return tree.tokens[j];
      if (upos === 'PRON') return tree.tokens[j];
    }
    return null;
  }
  return null;
}

function isExpletive({ text, label }: Token): boolean {
  return label === 'expl' || /^there$/i.test(text);
}

/** "AFP", which the tagger may take for anything. */
function isAcronym({ text }: Token): boolean {
  return /^[A-Z]{2,6}$/.test(text);
}

function isVerbal({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX';
}
