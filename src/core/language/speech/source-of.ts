import type { Sentence, Token } from '../doc.ts';
import { antecedent, childrenWith, childWith, subtree, type TokenRange, type Tree } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import type { SpeechCue } from './speech-lexicon.ts';

/** Who speaks at a cue. */
export interface SpeechSource {
  /** Head of the words for the speaker. */
  readonly head: number;
  readonly range: TokenRange;
  readonly relative: number | null;
  /** True where the speaker stands right behind the cue ("…, said the mayor"). */
  readonly inverted: boolean;
}

const CLIMB_MAX = 6;

/**
 * The speaker at a verb of saying: its subject, or its agent where it is passive; for a participle or infinitive without a
 * subject the noun it hangs on or the subject of the verb it hangs on; for a verb behind a mark the noun phrase that
 * follows it. The tree is asked first; where it knows none, the noun right before the verb is taken.
 */
export function sourceOf(
  tree: Tree,
  sentence: Sentence,
  quotations: Quotations,
  at: number,
  cue: SpeechCue,
): SpeechSource | null {
  // Who speaks does not stand in his own quotation: a subject there is the parser's fault.
  const isOutside = (index: number) => quotations.at[index] < 0 || quotations.at[index] === quotations.at[at];
  const subject = subjectOf(tree, at, cue, isOutside, 0);
  if (subject !== null && isOutside(subject.index)) return phraseOf(tree, sentence, at, subject);
  if (isPassive(tree, at)) return null;
  const behind = invertedSubject(tree, sentence, at);
  if (behind !== null) return phraseOf(tree, sentence, at, tree.tokens[behind]);
  const before = nounBefore(tree, sentence, at);
  return before === null || !isOutside(before) ? null : phraseOf(tree, sentence, at, tree.tokens[before]);
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

type Where = (index: number) => boolean;

function subjectOf(tree: Tree, at: number, cue: SpeechCue | null, isOutside: Where, steps: number): Token | null {
  if (isPassive(tree, at)) return childWith(tree, at, 'obl:agent');
  const own = childrenWith(tree, at, 'nsubj')
    .filter(({ index }) => isOutside(index))
    .at(-1);
  if (own !== undefined) return isExpletive(own) ? null : own;
  const token = tree.tokens[at];
  if (token.head === at || steps >= CLIMB_MAX) return null;
  const governor = tree.tokens[token.head];
  switch (token.label) {
    case 'acl':
    case 'acl:relcl':
      return token.xpos === 'VBN' || !isNoun(governor) ? null : governor;
    case 'conj':
      return isVerbal(governor) ? subjectOf(tree, governor.index, null, isOutside, steps + 1) : null;
    case 'advcl':
    case 'xcomp':
    case 'parataxis':
      return controller(tree, token, governor, cue) ?? climb(tree, token, governor, cue, isOutside, steps);
    default:
      return null;
  }
}

/** The object or passive subject that a verb hanging on another is told of ("quoted X as saying", "X was quoted as …"). */
function controller(tree: Tree, verb: Token, governor: Token, cue: SpeechCue | null): Token | null {
  if (verb.label === 'parataxis' && cue !== null && verb.xpos !== 'VBG') return null;
  const as = tree.children[verb.index].some(child => /^as$/i.test(tree.tokens[child].text));
  if (as) return childWith(tree, governor.index, 'obj', 'nsubj:pass');
  const object = verb.label === 'xcomp' && verb.xpos !== 'VBG' ? childWith(tree, governor.index, 'obj') : null;
  if (object !== null && object.index < verb.index) return object;
  return childWith(tree, governor.index, 'nsubj:pass');
}

/** Else the subject of the verb that it hangs on ("the army fled, leaving …"). */
function climb(
  tree: Tree,
  verb: Token,
  governor: Token,
  cue: SpeechCue | null,
  isOutside: Where,
  steps: number,
): Token | null {
  if (verb.label === 'parataxis' && cue !== null && verb.xpos !== 'VBG') return null;
  return subjectOf(tree, governor.index, null, isOutside, steps + 1);
}

/** "…," said the mayor: the noun phrase right behind a verb that a mark stands before. */
function invertedSubject(tree: Tree, sentence: Sentence, at: number): number | null {
  const before = tree.tokens[at - 1];
  if (at === sentence.tokenStart || before === undefined || !isMark(before)) return null;
  const object = childWith(tree, at, 'obj', 'obl', 'iobj');
  if (object !== null && object.index > at && childWith(tree, object.index, 'case') === null && isNoun(object))
    return object.index;
  for (let i = at + 1; i < Math.min(at + 10, sentence.tokenEnd); i += 1) {
    const token = tree.tokens[i];
    if (isNoun(token) && tree.tokens[i + 1]?.upos !== 'PROPN' && tree.tokens[i + 1]?.upos !== 'NOUN') return i;
    if (!['DET', 'ADJ', 'PROPN', 'NOUN', 'NUM'].includes(token.upos) && token.upos !== 'PRON') return null;
  }
  return null;
}

/** The noun right before a verb, over auxiliaries and adverbs; where it ends an "of" phrase, the noun that governs it. */
function nounBefore(tree: Tree, sentence: Sentence, at: number): number | null {
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

/** The words of a speaker, on his side of the cue, with what tells who he is but without marks at the ends. */
function phraseOf(tree: Tree, sentence: Sentence, cue: number, subject: Token): SpeechSource {
  const noun = antecedent(tree, subject.index);
  const head = noun?.index ?? subject.index;
  const inverted = head > cue;
  const full = sided(subtree(tree, head), head, cue);
  const bare = isSound(tree, full) ? full : sided(subtree(tree, head, CLAUSES), head, cue);
  const range = trimmed(tree, sentence, withoutLead(tree, head, bare));
  const whole = noun === null && !inverted ? filled(tree, sentence, range, cue) : range;
  return { head: headOf(tree, whole, head), range: whole, relative: noun === null ? null : subject.index, inverted };
}

/** Cuts what stands before a speaker without belonging to him: a place line and its dash, "later, in the capital, …". */
function withoutLead({ tokens }: Tree, head: number, { start, end }: TokenRange): TokenRange {
  let from = start;
  for (let i = start; i < Math.min(head, end); i += 1) {
    if (/^[–—]$|^--$/.test(tokens[i].text)) from = i + 1;
    else if (tokens[i].text === ',' && ['ADP', 'ADV', 'SCONJ', 'VERB'].includes(tokens[from].upos)) from = i + 1;
  }
  return { start: from, end };
}

/** Widens a speaker by the words beside him that the tree hung elsewhere ("Radio Nord's [Amina Diallo] said"). */
function filled({ tokens }: Tree, sentence: Sentence, { start, end }: TokenRange, cue: number): TokenRange {
  let to = end;
  while (to < cue && NOMINAL.has(tokens[to].upos)) to += 1;
  const reaches = to === cue || ['AUX', 'ADV', 'PART'].includes(tokens[to].upos);
  let from = start;
  while (from > sentence.tokenStart && tokens[start].upos !== 'PRON' && tokens[from].upos !== 'DET') {
    const before = tokens[from - 1];
    const links = /^of$/i.test(before.text) && from - 2 >= sentence.tokenStart && isNoun(tokens[from - 2]);
    if (!links && !NOMINAL.has(before.upos)) break;
    from -= 1;
  }
  return { start: from, end: reaches ? Math.max(end, to) : end };
}

/** "the ministry of defence" where the tree made "defence" the subject: the noun that "of" hangs on. */
function headOf({ tokens }: Tree, { start }: TokenRange, head: number): number {
  for (let i = head - 1; i > start; i -= 1) {
    if (/^of$/i.test(tokens[i].text) && isNoun(tokens[i - 1])) return i - 1;
    if (!NOMINAL.has(tokens[i].upos)) return head;
  }
  return head;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM']);

/** Of a range that reaches over the cue only the side on which its head stands. */
function sided({ start, end }: TokenRange, head: number, cue: number): TokenRange {
  return head < cue ? { start, end: Math.min(end, cue) } : { start: Math.max(start, cue + 1), end };
}

/** Words for a speaker hold no quotation and are no half page long: else the tree has hung too much on the noun. */
function isSound(tree: Tree, { start, end }: TokenRange): boolean {
  if (end - start > 30) return false;
  for (let i = start; i < end; i += 1) if (/^(?:["“”«»:;]|''|``)$/.test(tree.tokens[i].text)) return false;
  return true;
}

function trimmed(tree: Tree, sentence: Sentence, range: TokenRange): TokenRange {
  let start = Math.max(range.start, sentence.tokenStart);
  let end = Math.min(range.end, sentence.tokenEnd);
  while (end - start > 1 && isLoose(tree.tokens[end - 1])) end -= 1;
  while (end - start > 1 && isLoose(tree.tokens[start])) start += 1;
  return { start, end };
}

function isLoose({ upos, label }: Token): boolean {
  return upos === 'PUNCT' || label === 'cc' || upos === 'SCONJ' || (upos === 'ADP' && label !== 'det');
}

function isExpletive({ text, label }: Token): boolean {
  return label === 'expl' || /^there$/i.test(text);
}

/** Commas, dashes, colons and quotation marks: what parts words of saying from what is said. */
export function isMark({ text }: Token): boolean {
  return /^(?:[,;:"“”„«»–—…'‘’]|''|``|--?|\.\.\.?)$/.test(text);
}

/** "AFP", which the tagger may take for anything. */
function isAcronym({ text }: Token): boolean {
  return /^[A-Z]{2,6}$/.test(text);
}

export function isNoun({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM';
}

function isVerbal({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX';
}

const CLAUSES: ReadonlySet<string> = new Set([
  'acl',
  'acl:relcl',
  'parataxis',
  'punct',
  'appos',
  'advcl',
  'ccomp',
  'conj',
]);
