import type { Token } from '../../language/token.ts';
import { childrenWith, isUnder, type TokenRange, type Tree } from '../../language/tree.ts';
import { madeBy } from './act-algebra.ts';
import type { Act, ActLexicon, ActOperator, ActWord } from './act-lexicon.ts';

/** An act as the words tell it: what it is, and the token that tells it. */
export interface ActReading {
  readonly act: Act;
  readonly at: number;
}

/** What reading goes by: `toward` is whom the act meets, where that is known. */
export interface ActScene {
  readonly tree: Tree;
  readonly lexicon: ActLexicon;
  readonly toward: TokenRange | null;
}

/**
 * What the clause or noun at `at` tells (codebook §14): its own word decides, and where that only says whether or when
 * something is done ("agreed to", "announced", "lifted"), what stands below it. Of coordinated verbs the one is read that
 * has `toward` in its branch. Null where no word tells of an act.
 */
export function readAct(scene: ActScene, at: number): ActReading | null {
  return readHead(scene, at, 0);
}

const DEPTH_MAX = 7;

function readHead(scene: ActScene, at: number, depth: number): ActReading | null {
  if (depth > DEPTH_MAX) return null;
  const conjunct = towardConjunct(scene, at);
  if (conjunct !== null) return readHead(scene, conjunct, depth + 1);
  const token = scene.tree.tokens[at];
  const word = wordAt(scene, token);
  const bare = word === null ? readBelow(scene, at, depth) : readWord(scene, at, word, depth);
  return underAuxiliaries(scene, token, bare);
}

/** The act of a word itself, or what its operator makes of the act below it. */
function readWord(scene: ActScene, at: number, word: ActWord, depth: number): ActReading | null {
  if (!isOperator(word.act)) return { act: word.act, at };
  const inner = readBelow(scene, at, depth);
  const act = madeBy(word.act, inner?.act ?? null);
  return act === null ? null : { act, at: inner?.at ?? at };
}

/** The first act told by what hangs on a head: its clauses, objects, then other nouns. */
function readBelow(scene: ActScene, at: number, depth: number): ActReading | null {
  const first = nounWithClause(scene, at);
  if (first !== null) return first;
  for (const labels of BELOW)
    for (const child of finiteFirst(scene.tree, childrenWith(scene.tree, at, ...labels))) {
      const found = readHead(scene, child.index, depth + 1);
      if (found !== null) return found;
    }
  return null;
}

/** "Reiterated its demand that …": a noun of acting between a verb and "that" brings the clause in, wherever a parse hangs it. */
function nounWithClause(scene: ActScene, at: number): ActReading | null {
  const clause = childrenWith(scene.tree, at, 'ccomp').at(0);
  const noun = childrenWith(scene.tree, at, 'obj').find(({ index }) => clause !== undefined && index < clause.index);
  return noun === undefined ? null : ownAct(scene, noun.index);
}

/** "Said that lifting sanctions is out of the question": a gerund hung beside the clause that it is the subject of comes after it. */
function finiteFirst({ tokens, children }: Tree, found: readonly Token[]): readonly Token[] {
  if (found.length < 2) return found;
  const isGerund = ({ index, xpos }: Token) =>
    xpos === 'VBG' && !children[index].some(child => tokens[child].label.startsWith('aux'));
  return [...found.filter(token => !isGerund(token)), ...found.filter(isGerund)];
}

const BELOW: readonly (readonly string[])[] = [
  ['xcomp'],
  ['ccomp'],
  ['obj', 'nsubj:pass', 'iobj'],
  ['compound', 'amod', 'nmod', 'acl'],
  ['obl', 'obl:agent', 'advcl'],
  ['parataxis'],
];

/** The act that a word tells by itself, without what hangs on it; null for an operator and for a name. */
export function ownAct(scene: ActScene, at: number): ActReading | null {
  const token = scene.tree.tokens[at];
  const word = token.upos === 'PROPN' ? null : wordAt(scene, token);
  return word === null || isOperator(word.act) ? null : { act: word.act, at };
}

/** The act that a noun for people tells of them: "protesters", "peacekeepers". */
export function actOfPersons(scene: ActScene, at: number): ActReading | null {
  const token = scene.tree.tokens[at];
  for (const { words, entry } of scene.lexicon.byHead.get(token.lemma.toLowerCase()) ?? [])
    if (entry.pos === 'PERSON' && !isOperator(entry.act) && restPrecedes(scene.tree, token, words))
      return { act: entry.act, at };
  return null;
}

/** Negation, and the verbs of will and duty that stand with a verb. */
function underAuxiliaries(scene: ActScene, token: Token, bare: ActReading | null): ActReading | null {
  const { tree } = scene;
  let reading = bare;
  for (const child of childrenWith(tree, token.index, 'aux')) {
    const operator = operatorOf(scene, child);
    if (operator !== null) reading = applied(operator, reading, token.index);
  }
  const negated = childrenWith(tree, token.index, 'advmod', 'det', 'cc:preconj').some(
    ({ text, lemma }) => /^(?:not|n['’]t|never|no|neither)$/i.test(text) || lemma === 'not',
  );
  return negated ? applied('op-not', reading, token.index) : reading;
}

function operatorOf({ lexicon }: ActScene, { lemma, text }: Token): ActOperator | null {
  for (const word of [lemma, text])
    for (const { entry } of lexicon.byHead.get(word.toLowerCase()) ?? [])
      if (entry.pos === 'AUX' && isOperator(entry.act)) return entry.act;
  return null;
}

function applied(operator: ActOperator, reading: ActReading | null, at: number): ActReading | null {
  const act = madeBy(operator, reading?.act ?? null);
  return act === null ? null : { act, at: reading?.at ?? at };
}

function isOperator(act: Act | ActOperator): act is ActOperator {
  return act.startsWith('op-');
}

/** A coordinated verb in whose branch the other one stands, where it does not stand in this verb's own. */
function towardConjunct({ tree, toward }: ActScene, at: number): number | null {
  if (toward === null) return null;
  const target = headOf(tree, toward);
  const conjunct = childrenWith(tree, at, 'conj').find(({ index }) => isUnder(tree, target, index));
  return conjunct !== undefined && conjunct.upos === 'VERB' && tree.tokens[at].upos === 'VERB' ? conjunct.index : null;
}

/** The token of a range on which the others hang. */
export function headOf(tree: Tree, { start, end }: TokenRange): number {
  for (let i = start; i < end; i += 1) {
    const { head } = tree.tokens[i];
    if ((head < start || head >= end || head === i) && tree.tokens[i].upos !== 'PUNCT') return i;
  }
  return start;
}

/** The longest entry of the lexicon at a token, by its part of speech; further words must hang below it. */
function wordAt({ tree, lexicon }: ActScene, token: Token): ActWord | null {
  const pos = POS_OF[token.upos];
  if (pos === undefined) return null;
  let best: ActWord | null = null;
  let length = 0;
  for (const lemma of new Set([token.lemma.toLowerCase(), token.text.toLowerCase()])) {
    for (const { words, entry } of lexicon.byHead.get(lemma) ?? []) {
      if (entry.pos !== pos || words.length <= length) continue;
      const holds = pos === 'VERB' ? restFollows(tree, token, words) : restPrecedes(tree, token, words);
      if (!holds) continue;
      best = entry;
      length = words.length;
    }
  }
  return best;
}

const POS_OF: Readonly<Record<string, ActWord['pos']>> = {
  VERB: 'VERB',
  AUX: 'VERB',
  NOUN: 'NOUN',
  PROPN: 'NOUN',

  ADJ: 'ADJ',
};

const REACH = 9;

/** Whether the further words of a verb's entry follow in its branch, or are its object or passive subject. */
function restFollows(tree: Tree, verb: Token, words: readonly string[]): boolean {
  let from = verb.index;
  for (const word of words.slice(1)) {
    const next = followingWord(tree, verb, from, word);
    if (next !== null) from = next;
    else if (!childrenWith(tree, verb.index, 'obj', 'nsubj:pass').some(({ lemma }) => lemma.toLowerCase() === word))
      return false;
  }
  return true;
}

function followingWord(tree: Tree, verb: Token, from: number, word: string): number | null {
  for (let i = from + 1; i <= from + REACH && i < tree.tokens.length; i += 1) {
    const next = tree.tokens[i];
    if (next.sentence !== verb.sentence) return null;
    if (next.lemma.toLowerCase() !== word && next.text.toLowerCase() !== word) continue;
    // "called for" is not "called him for": a preposition makes another verb only where it stands beside it.
    const isBeside = i === from + 1 || (next.label === 'compound' && next.head === verb.index);
    if ((next.upos === 'ADP' || next.upos === 'ADV') && !isBeside) continue;
    if (isUnder(tree, i, verb.index)) return i;
  }
  return null;
}

/** Whether the words before the last one of a noun's entry stand right before it, an article or adjective between. */
function restPrecedes(tree: Tree, noun: Token, words: readonly string[]): boolean {
  let at = noun.index;
  for (const word of words.slice(0, -1).reverse()) {
    at = [at - 1, at - 2].find(i => tree.tokens[i]?.sentence === noun.sentence && isWord(tree.tokens[i], word)) ?? -1;
    if (at < 0) return false;
  }
  return true;
}

function isWord({ lemma, text }: Token, word: string): boolean {
  return lemma.toLowerCase() === word || text.toLowerCase() === word;
}
