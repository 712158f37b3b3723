import { phrasesAt } from '../phrases.ts';
import type { Sentence, Token } from '../token.ts';
import { childWith, isUnder, subtree, type Tree } from '../tree.ts';
import { findColonSpeech } from './colon-speech.ts';
import { contentOf } from './content-of.ts';
import { colonNearEnd, continueQuotations } from './continue-quotations.ts';
import { continueReports } from './continue-reports.ts';
import { keepReal } from './keep-real.ts';
import { nounSpeech } from './noun-speech.ts';
import { findQuotations } from './quotations.ts';
import type { Scene } from './scene.ts';
import { isPassive, sourceOf } from './source-of.ts';
import type { SpeechSource } from './speaker-phrase.ts';
import type { Speech } from './speech.ts';
import type { SpeechCue, SpeechLexicon } from './speech-lexicon.ts';
import { isMark, isNoun } from './token-kinds.ts';

export type { Speech } from './speech.ts';

/**
 * Finds who is made to say something in a document, in text order: verbs, nouns and prepositions of saying, and colons.
 * Quotations that go on behind the sentence with the cue belong to it. Cues of thinking, wishing and judging are left out:
 * they make nobody a speaker.
 */
export function findSpeech(tree: Tree, sentences: readonly Sentence[], lexicon: SpeechLexicon): readonly Speech[] {
  return findAttributions(tree, sentences, lexicon).filter(({ cue }) => cue.voice === 'say');
}

/** The same with what somebody is told to think, want, praise or reject. */
export function findAttributions(
  tree: Tree,
  sentences: readonly Sentence[],
  lexicon: SpeechLexicon,
): readonly Speech[] {
  const quotations = findQuotations(tree.tokens, sentences);
  const found: Speech[] = [];
  for (const sentence of sentences) {
    const scene: Scene = { tree, sentence, quotations };
    const inSentence: Speech[] = [];
    for (let i = sentence.tokenStart; i < sentence.tokenEnd; i += 1) {
      const speech = speechAt(scene, i, lexicon);
      // A noun that belongs to a cue is no second one ("spread the news that").
      const last = inSentence.at(-1);
      if (speech !== null && !(speech.rule === 'noun' && last !== undefined && i < last.cueEnd))
        inSentence.push(speech);
    }
    const byColon = findColonSpeech(scene, lexicon, inSentence);
    if (byColon !== null) inSentence.push(byColon);
    found.push(...keepReal(tree, inSentence));
  }
  const quoted = continueQuotations(tree.tokens, sentences, quotations, found);
  return continueReports(tree.tokens, sentences, quotations, quoted);
}

function speechAt(scene: Scene, at: number, lexicon: SpeechLexicon): Speech | null {
  const { tokens } = scene.tree;
  for (const { entry, end } of phrasesAt(tokens, at, lexicon.cues)) {
    if ((entry.pos === 'VERB' && isVerb(scene.tree, at)) || (entry.pos === 'ADJ' && isPredicate(scene.tree, at))) {
      const speech = verbSpeech(scene, at, end, entry, lexicon);
      if (speech !== null) return speech;
    } else if (entry.pos === 'ADP') {
      const speech = phraseSpeech(scene, at, end, entry, lexicon);
      if (speech !== null) return speech;
    } else if (entry.pos === 'NOUN' && tokens[at].upos === 'NOUN') {
      const speech = countSpeech(scene, at, end, entry) ?? nounSpeech(scene, at, end, entry);
      if (speech !== null) return speech;
    }
  }
  return null;
}

/** "The mayor is sure that …": an adjective with a copula. */
function isPredicate(tree: Tree, at: number): boolean {
  return tree.tokens[at].upos !== 'NOUN' && childWith(tree, at, 'cop') !== null;
}

/** Whether a token is a verb, also where the tagger takes one for a plural ("The command informs that …"). */
function isVerb(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  const { upos, xpos, label } = tokens[at];
  if (upos === 'VERB')
    return label !== 'amod' && label !== 'compound' && !isAttribute(tree, at) && !isCompared(tree, at);
  if (upos === 'AUX') return label === 'root';
  const before = tokens[at - 1]?.upos ?? '';
  const next = tokens[at + 1]?.upos ?? '';
  // "Claims twelve killed": a plural opens no sentence before an article or figure.
  if (/^NNP?S$/.test(xpos) && opensSentence(tokens, at) && ['DET', 'NUM', 'ADV', 'PRON', 'SCONJ'].includes(next))
    return true;
  return xpos === 'NNS' && ['NOUN', 'PROPN', 'PRON'].includes(before) && /^that$/i.test(tokens[at + 1]?.text ?? '');
}

/** "that suspected rebels stormed the post": a participle right before the noun it describes, whatever a parse hangs on it. */
function isAttribute({ tokens, children }: Tree, at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (tokens[at].xpos !== 'VBN' || next?.upos !== 'NOUN' || next.sentence !== tokens[at].sentence) return false;
  if (children[at].some(child => child < at && tokens[child].upos === 'AUX' && at - child < 3)) return false;
  const opens = before === undefined || before.sentence !== tokens[at].sentence;
  return opens || ['SCONJ', 'DET', 'ADJ', 'CCONJ', 'PUNCT', 'ADP'].includes(before.upos);
}

/** "two more than first acknowledged": what a figure is compared with is no saying of its own. */
function isCompared(tree: Tree, at: number): boolean {
  return /^than$/i.test(childWith(tree, at, 'mark')?.text ?? '');
}

/** "according to the army": the speaker is the noun that the phrase introduces, the content the rest of its clause. */
function phraseSpeech(
  { tree, sentence, quotations }: Scene,
  at: number,
  cueEnd: number,
  cue: SpeechCue,
  lexicon: SpeechLexicon,
): Speech | null {
  const source = nounBehind(tree, cueEnd, sentence);
  if (source === null) return null;
  const end = Math.min(Math.max(subtree(tree, source, PHRASE_END).end, source + 1), sentence.tokenEnd);
  let start = at;
  while (start > sentence.tokenStart && isMark(tree.tokens[start - 1]) && quotations.at[start - 1] < 0) start -= 1;
  const behind = end < sentence.tokenEnd && tree.tokens[end].text === ',' ? end + 1 : end;
  const content = [
    { start: sentence.tokenStart, end: start },
    { start: behind, end: lastWord(tree.tokens, sentence) },
  ].filter(range => range.end - range.start > 1);
  return {
    ...{ cue, cueToken: at, cueEnd, source, sourceRange: { start: cueEnd, end }, content },
    ...{ relative: null, target: null, continued: null, negated: false, nested: false, rule: 'phrase' },
    elided: isBareText(tree, source, lexicon),
    quoted: quotations.at[at] >= 0,
  };
}

/** "by the army's count": the owner speaks, the content is the rest of the clause. */
function countSpeech({ tree, sentence, quotations }: Scene, at: number, cueEnd: number, cue: SpeechCue): Speech | null {
  const owner = cue.frames.includes('by')
    ? tree.children[at].find(child => child < at && isOwner(tree, child))
    : undefined;
  if (owner === undefined) return null;
  const start = Math.min(subtree(tree, owner).start, owner);
  if (start <= sentence.tokenStart || !/^by$/i.test(tree.tokens[start - 1].text)) return null;
  const before = { start: clauseStart(tree.tokens, sentence, start - 1), end: start - 1 };
  const behind = { start: cueEnd, end: lastWord(tree.tokens, sentence) };
  const content = before.end - before.start > 1 ? before : behind;
  if (content.end - content.start < 2) return null;
  return {
    ...{ cue, cueToken: at, cueEnd, source: owner, sourceRange: { start, end: owner + 1 }, content: [content] },
    ...{ relative: null, target: null, continued: null, negated: false, nested: false, elided: false, rule: 'phrase' },
    quoted: quotations.at[at] >= 0,
  };
}

function isOwner({ tokens, children }: Tree, index: number): boolean {
  return tokens[index].xpos === 'PRP$' || children[index].some(child => tokens[child].xpos === 'POS');
}

/** Where the clause begins that ends here: behind a semicolon or comma. */
function clauseStart(tokens: readonly Token[], { tokenStart }: Sentence, end: number): number {
  let start = end;
  while (start > tokenStart && !/^[,;:]$/.test(tokens[start - 1].text)) start -= 1;
  return start;
}

/** Behind the last word of a sentence, its full stop left out. */
function lastWord(tokens: readonly Token[], { tokenStart, tokenEnd }: Sentence): number {
  let end = tokenEnd;
  while (end > tokenStart && /^[.,;:]$/.test(tokens[end - 1].text)) end -= 1;
  return end;
}

function nounBehind(tree: Tree, from: number, sentence: Sentence): number | null {
  for (let i = from; i < Math.min(from + 12, sentence.tokenEnd); i += 1) {
    const { upos, label, head } = tree.tokens[i];
    if (!isNoun(tree.tokens[i]) && upos !== 'PRON') continue;
    if (!(INNER.has(label) && head >= from && head < from + 12)) return i;
  }
  return null;
}

function verbSpeech(scene: Scene, at: number, cueEnd: number, cue: SpeechCue, lexicon: SpeechLexicon): Speech | null {
  const { tree, sentence, quotations } = scene;
  const source = sourceOf({ tree, sentence, quotations, at }, lexicon);
  const content = contentOf(scene, { cue, at, cueEnd, source }) ?? (announces(scene, at, cue) ? [] : null);
  if (content === null) return null;
  const elided =
    source === null ? !isPassive(tree, at) && leavesSubjectOut(tree, at) : isBareText(tree, source.head, lexicon);
  const passive = isPassive(tree, at);
  const target = passive ? childWith(tree, at, 'nsubj:pass') : childWith(tree, at, 'obj', 'iobj');
  return {
    ...{ cue, cueToken: at, cueEnd, content, elided, continued: null, nested: false, rule: 'verb' },
    source: source?.head ?? null,
    sourceRange: source?.range ?? null,
    relative: source?.relative ?? null,
    target: takesTarget(cue) ? (target?.index ?? null) : null,
    negated: isNegated(tree, at, lexicon) || isNobody(tree, source, lexicon),
    quoted: quotations.at[at] >= 0,
  };
}

function takesTarget({ frames, act }: SpeechCue): boolean {
  return frames.includes('party-of') || act === 'threaten' || act === 'warn';
}

/** "The command said in a statement:", with what it said in the lines that follow. */
function announces({ tree, sentence }: Scene, at: number, { frames }: SpeechCue): boolean {
  const colon = colonNearEnd(tree.tokens, sentence);
  return frames.includes('clause') && colon !== null && colon > at && colon - at < 12;
}

/** "The statement warns that …": a text that is not said to be anybody's is of the one who spoke last. */
function isBareText(tree: Tree, head: number, { texts }: SpeechLexicon): boolean {
  if (!texts.has(tree.tokens[head].lemma.toLowerCase())) return false;
  return tree.children[head].every(child => BARE.has(tree.tokens[child].label));
}

/** "Says twelve died." in a running report: a finite verb opens the sentence, behind nothing but a time or a mark. */
function leavesSubjectOut({ tokens }: Tree, at: number): boolean {
  return ['VBZ', 'VBD', 'VBP', 'NNS', 'NNPS'].includes(tokens[at].xpos) && opensSentence(tokens, at);
}

function opensSentence(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && tokens[i].sentence === tokens[at].sentence; i -= 1)
    if (!['PUNCT', 'NUM', 'SYM', 'ADV'].includes(tokens[i].upos)) return false;
  return true;
}

/** "Nobody has said". */
function isNobody(tree: Tree, source: SpeechSource | null, { denying }: SpeechLexicon): boolean {
  if (source === null) return false;
  const { start } = source.range;
  return (
    denying.has(tree.tokens[start].lemma.toLowerCase()) || denying.has(tree.tokens[source.head].lemma.toLowerCase())
  );
}

/** "did not say", "declined to confirm". */
function isNegated(tree: Tree, at: number, { denying }: SpeechLexicon): boolean {
  const says = (index: number) => denying.has(tree.tokens[index].lemma.toLowerCase());
  const near = tree.children[at].filter(child => child < at && at - child < 5);
  if (near.some(child => tree.tokens[child].label === 'advmod' && says(child))) return true;
  const { label, head } = tree.tokens[at];
  return (
    label === 'xcomp' &&
    head < at &&
    (says(head) || tree.children[head].some(child => child < at && says(child) && isUnder(tree, child, head)))
  );
}

/** What may stand with a text that is nobody's: "the statement", "preliminary data", and the preposition before it. */
const BARE: ReadonlySet<string> = new Set(['det', 'amod', 'punct', 'case', 'fixed']);
const PHRASE_END: ReadonlySet<string> = new Set(['parataxis', 'punct', 'advcl', 'ccomp']);
const INNER: ReadonlySet<string> = new Set(['compound', 'nmod', 'nmod:poss', 'flat', 'amod']);
