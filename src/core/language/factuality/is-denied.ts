import type { Token } from '../token.ts';
import type { Tree } from '../tree.ts';
import type { FactualityWords } from './factuality-words.ts';

/** How far up the tree a negation reaches. */
const REACH = 3;

/**
 * Whether the words say that something did not happen: a negation on it or on its subject ("nobody came"), or above it where
 * it hangs on a word whose negation or sense is its own too ("failed to come", "had no plan to come", "did not make an offer").
 */
export function isDenied(tree: Tree, index: number, words: FactualityWords): boolean {
  const token = tree.tokens[index];
  if (isNegated(tree, token, words) || hasNoSubject(tree, token, words) || standsWithout(tree, token, words))
    return true;
  if (isUndone(tree, token, words)) return true;
  let at = token;
  for (let step = 0; step < REACH && at.head !== at.index; step += 1) {
    const governor = tree.tokens[at.head];
    const verdict = deniedBy(tree, at, governor, words, step === 0);
    if (verdict !== 'climb') return verdict === 'denied';
    at = governor;
  }
  return false;
}

type Verdict = 'denied' | 'told' | 'climb';

/** What the governor of a token makes of it. */
function deniedBy(tree: Tree, token: Token, governor: Token, words: FactualityWords, direct: boolean): Verdict {
  const lemma = governor.lemma.toLowerCase();
  const negated = () => isNegated(tree, governor, words) || hasNoSubject(tree, governor, words);
  const undone = () => words.undoing.has(lemma) || isUndone(tree, governor, words);
  if (direct && token.upos === 'NOUN' && isAny(tree, token) && negated()) return 'denied';
  switch (token.label) {
    case 'xcomp':
      return negated() || undone() ? 'denied' : 'climb';
    case 'advcl':
      return undone() && governor.upos === 'ADJ' ? 'denied' : 'told';
    case 'obl':
      return direct && token.upos === 'NOUN' && isAim(tree, token, governor) && negated() ? 'denied' : 'told';
    case 'acl':
      if (undone()) return 'denied';
      if (!words.purpose.has(lemma)) return 'told';
      return negated() || hasNo(tree, governor, words) ? 'denied' : 'climb';
    case 'ccomp':
      return (lemma === 'deny' || words.opinion.has(lemma)) && (lemma === 'deny' || negated()) ? 'denied' : 'told';
    case 'obj':
    case 'nsubj:pass':
      return direct && token.upos === 'NOUN' && words.light.has(lemma) && negated() ? 'denied' : 'told';
    case 'nsubj':
      return direct && token.upos === 'NOUN' && lemma === 'be' && negated() ? 'denied' : 'told';
    case 'conj':
      return sharesNegation(tree, token) ? (negated() ? 'denied' : 'climb') : 'told';
    default:
      return 'told';
  }
}

/** "any changes", which only stands under a negation or question. */
function isAny({ tokens, children }: Tree, { index }: Token): boolean {
  return children[index].some(child => tokens[child].label === 'det' && /^any$/i.test(tokens[child].text));
}

/** "could not be reached for comment": what something is for. */
function isAim({ tokens, children }: Tree, { index }: Token, governor: Token): boolean {
  const passive = children[governor.index].some(child => tokens[child].label === 'aux:pass');
  if (!passive && governor.upos !== 'ADJ') return false;
  return children[index].some(child => tokens[child].label === 'case' && /^for$/i.test(tokens[child].text));
}

/** "an aborted invasion", "too afraid to stay". */
function isUndone({ tokens, children }: Tree, { index, upos }: Token, { undoing }: FactualityWords): boolean {
  const label = upos === 'ADJ' ? 'advmod' : 'amod';
  return children[index].some(child => tokens[child].label === label && undoing.has(tokens[child].lemma.toLowerCase()));
}

/** "did not come or call": joined by "or" or "nor" without a subject or auxiliary of its own. */
function sharesNegation({ tokens, children }: Tree, { index }: Token): boolean {
  const own = children[index].map(child => tokens[child]);
  if (own.some(({ label }) => label.startsWith('nsubj') || label.startsWith('aux'))) return false;
  return own.some(({ label, text }) => label === 'cc' && /^n?or$/i.test(text));
}

/** A negation that hangs on a token, or stands right before it over auxiliaries and adverbs; "not only" is none. */
function isNegated({ tokens, children }: Tree, { index, upos, sentence }: Token, words: FactualityWords): boolean {
  const { negation, focus } = words;
  const negates = (at: number) =>
    negation.has(tokens[at].lemma.toLowerCase()) && !focus.has(tokens[at + 1]?.lemma.toLowerCase() ?? '');
  const hangs = children[index].some(child => {
    const { label } = tokens[child];
    return !BESIDE.has(label) && (label !== 'det' || upos === 'NOUN') && negates(child);
  });
  if (hangs) return true;
  for (let i = index - 1; i >= index - 3 && tokens[i]?.sentence === sentence; i -= 1) {
    if (tokens[i].upos !== 'DET' && negates(i)) return true;
    if (!['AUX', 'ADV', 'PART'].includes(tokens[i].upos)) return false;
  }
  return false;
}

/** "nobody came", "no soldier fell", "very few complied". */
function hasNoSubject(tree: Tree, { index, upos }: Token, words: FactualityWords): boolean {
  if (upos === 'NOUN') return false;
  return tree.children[index].some(child => {
    const token = tree.tokens[child];
    return (
      token.label.startsWith('nsubj') && (words.negation.has(token.lemma.toLowerCase()) || hasNo(tree, token, words))
    );
  });
}

function hasNo({ tokens, children }: Tree, { index }: Token, { negation }: FactualityWords): boolean {
  return children[index].some(child => tokens[child].upos === 'DET' && negation.has(tokens[child].lemma.toLowerCase()));
}

/** "without firing", "no ceasefire": the word right before a noun or gerund. */
function standsWithout(
  { tokens }: Tree,
  { index, upos, xpos, sentence }: Token,
  { negation, undoing }: FactualityWords,
): boolean {
  const before = tokens[index - 1];
  if ((upos !== 'NOUN' && xpos !== 'VBG') || before?.sentence !== sentence) return false;
  const lemma = before.lemma.toLowerCase();
  return (before.upos === 'DET' && negation.has(lemma)) || (before.upos !== 'VERB' && undoing.has(lemma));
}

/** What stands beside a verb group and negates something else. */
const BESIDE: ReadonlySet<string> = new Set(['cc', 'conj', 'obj']);
