import type { Sentence, Token } from '../doc.ts';
import { phrasesAt } from '../phrases.ts';
import { antecedent, childWith, subtree, type TokenRange, type Tree } from '../tree.ts';
import type { SpeechCue, SpeechLexicon } from './speech-lexicon.ts';

/** Somebody is made to speak: by which words, whom, and which tokens are what is said. */
export interface Speech {
  readonly cue: SpeechCue;
  readonly cueToken: number;
  readonly cueEnd: number;
  /** Head token of the words for the speaker, null where nobody is named ("it is said that"). */
  readonly source: number | null;
  readonly sourceRange: TokenRange | null;
  /** What is said, without the speaker and the cue; several ranges where they stand in its middle. */
  readonly content: readonly TokenRange[];
  /** Head token of the one accused or warned, null for others. */
  readonly target: number | null;
  /** True for "did not say", "refused to confirm": then nothing is said. */
  readonly negated: boolean;
}

/**
 * Finds who is made to speak in each sentence: verbs of saying with their clause before or after, "according to", accusing
 * and denying. Reads the dependency trees; a cue without recognisable content is left out, because nothing is then said.
 */
export function findSpeech(tree: Tree, sentences: readonly Sentence[], lexicon: SpeechLexicon): readonly Speech[] {
  const found: Speech[] = [];
  for (const sentence of sentences) {
    for (let i = sentence.tokenStart; i < sentence.tokenEnd; i += 1) {
      const match = phrasesAt(tree.tokens, i, lexicon).find(
        ({ entry }) => entry.pos !== 'VERB' || isVerb(tree.tokens[i]),
      );
      if (match === undefined) continue;
      const speech =
        match.entry.pos === 'ADP'
          ? accordingTo(tree, sentence, i, match.end, match.entry)
          : bySpeechVerb(tree, sentence, i, match.end, match.entry);
      if (speech !== null) found.push(speech);
    }
  }
  return found;
}

function isVerb(token: Token): boolean {
  return token.upos === 'VERB' || (token.upos === 'AUX' && token.label === 'root');
}

/** "according to the army": the speaker is the noun that the phrase introduces, the content the rest of its clause. */
function accordingTo(tree: Tree, sentence: Sentence, at: number, cueEnd: number, cue: SpeechCue): Speech | null {
  const source = followNoun(tree, cueEnd, sentence);
  if (source === null) return null;
  const sourceRange = clip({ start: cueEnd, end: nounEnd(tree, source) }, sentence);
  const content = without(sentence, { start: at, end: sourceRange.end });
  return { cue, cueToken: at, cueEnd, source, sourceRange, content, target: null, negated: false };
}

function followNoun(tree: Tree, from: number, sentence: Sentence): number | null {
  for (let i = from; i < Math.min(from + 12, sentence.tokenEnd); i += 1) {
    const { upos, label, head } = tree.tokens[i];
    const nominal = upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';
    if (nominal && !(['compound', 'nmod', 'flat', 'amod'].includes(label) && head >= from && head < from + 12))
      return i;
  }
  return null;
}

function nounEnd(tree: Tree, head: number): number {
  return Math.max(subtree(tree, head, CLAUSES).end, head + 1);
}

function bySpeechVerb(tree: Tree, sentence: Sentence, at: number, cueEnd: number, cue: SpeechCue): Speech | null {
  const token = tree.tokens[at];
  const subject = subjectOf(tree, at);
  const agent = childWith(tree, at, 'obl:agent');
  const passive = childWith(tree, at, 'aux:pass', 'nsubj:pass') !== null;
  const source = passive ? agent : subject;
  const target = passive ? subject : childWith(tree, at, 'obj', 'iobj');
  const content = contentOf(tree, sentence, token, cue, source);
  if (content === null) return null;
  return {
    cue,
    cueToken: at,
    cueEnd,
    source: source?.index ?? null,
    sourceRange: source === null ? null : clip(subtree(tree, source.index, CLAUSES), sentence),
    content,
    target: cue.frame === 'party-of' || cue.frame === 'to' || cue.act === 'warn' ? (target?.index ?? null) : null,
    negated: isNegated(tree, at),
  };
}

/** The subject of a verb, or of the verb that it is coordinated with ("the army came and said"). */
function subjectOf(tree: Tree, at: number): Token | null {
  const own = childWith(tree, at, 'nsubj', 'nsubj:pass');
  // "the spokesman, who said": the noun before the relative pronoun.
  if (own !== null) return antecedent(tree, own.index) ?? own;
  const token = tree.tokens[at];
  if (token.label === 'conj' && token.head !== at) return subjectOf(tree, token.head);
  return null;
}

function contentOf(
  tree: Tree,
  sentence: Sentence,
  cueToken: Token,
  cue: SpeechCue,
  source: Token | null,
): readonly TokenRange[] | null {
  const clause = childWith(tree, cueToken.index, 'ccomp');
  if (clause !== null) return [clip(withoutCue(subtree(tree, clause.index), clause.index, cueToken.index), sentence)];
  if (cue.frame === 'party-of') return accusedOf(tree, sentence, cueToken.index);
  const complement = clausalComplement(tree, cueToken.index, cue);
  if (complement !== null)
    return [clip(withoutCue(subtree(tree, complement.index), complement.index, cueToken.index), sentence)];
  const inserted =
    source === null || cue.frame === 'that' ? null : insertion(tree.tokens, sentence, cueToken.index, source.index);
  if (inserted !== null) return without(sentence, inserted);
  const quoted = quotedRange(tree.tokens, sentence);
  if (quoted !== null && source !== null) return [quoted];
  if (source === null) return null;
  const object = childWith(tree, cueToken.index, ...(cue.frame === 'object' ? ['obj', 'obl', 'advcl'] : ['obj']));
  return object === null ? null : [clip(subtree(tree, object.index), sentence)];
}

/**
 * "…, a hospital official said, …" and "…", said the mayor: the words for the speaker and the cue stand between marks, or
 * at the end of the sentence behind one, and all the rest is said. Null where the clause before the cue is no other clause.
 */
function insertion(tokens: readonly Token[], sentence: Sentence, cue: number, source: number): TokenRange | null {
  let start = Math.min(cue, source);
  while (start > sentence.tokenStart && !isMark(tokens[start - 1])) start -= 1;
  if (start === sentence.tokenStart) return null;
  let end = Math.max(cue, source) + 1;
  while (end < sentence.tokenEnd && !isMark(tokens[end])) end += 1;
  const rest = [...tokens.slice(sentence.tokenStart, start), ...tokens.slice(end, sentence.tokenEnd)];
  return rest.some(({ upos }) => upos === 'VERB' || upos === 'AUX') ? { start, end } : null;
}

function isMark(token: Token): boolean {
  return /^(?:[,;:"“”„«»–—]|''|``|--?)$/.test(token.text);
}

/** "accused X of shelling", "blamed X for the blast": what stands behind the preposition. */
function accusedOf(tree: Tree, sentence: Sentence, cue: number): readonly TokenRange[] | null {
  const end = Math.min(subtree(tree, cue, new Set(['conj', 'cc'])).end, sentence.tokenEnd);
  for (let i = cue + 1; i < end; i += 1) {
    const { text, label } = tree.tokens[i];
    const opens = /^(?:of|for)$/i.test(text) && (label === 'mark' || label === 'case');
    if (!opens || tree.tokens[tree.tokens[i].head].upos === 'PROPN') continue;
    const range = subtree(tree, tree.tokens[i].head, new Set(['conj', 'cc']));
    return [clip({ start: i, end: Math.max(range.end, i + 2) }, { ...sentence, tokenEnd: end })];
  }
  return null;
}

/** "threatened to fire", "denied having fired", "were said to have fled". */
function clausalComplement(tree: Tree, at: number, cue: SpeechCue): Token | null {
  if (cue.frame === 'to' || cue.frame === 'object') return childWith(tree, at, 'xcomp');
  const passive = childWith(tree, at, 'aux:pass') !== null;
  return passive ? childWith(tree, at, 'xcomp') : null;
}

/** A complement that stands on one side of its cue cannot reach over it. */
function withoutCue(range: TokenRange, clause: number, cue: number): TokenRange {
  if (cue < range.start || cue >= range.end) return range;
  return clause > cue ? { start: cue + 1, end: range.end } : { start: range.start, end: cue };
}

/** The words between the first opening quotation mark of a sentence and its last closing one. */
function quotedRange(tokens: readonly Token[], sentence: Sentence): TokenRange | null {
  let start = -1;
  let end = -1;
  for (let i = sentence.tokenStart; i < sentence.tokenEnd; i += 1) {
    if (!/^(?:["“”„«»]|''|``)$/.test(tokens[i].text)) continue;
    if (start < 0) start = i + 1;
    else end = i;
  }
  if (start < 0) return null;
  const range = { start, end: end < start ? sentence.tokenEnd : end };
  return range.end - range.start >= 2 ? range : null;
}

function isNegated(tree: Tree, at: number): boolean {
  return tree.children[at].some(child => /^(?:not|n't|n’t|never)$/i.test(tree.tokens[child].text));
}

function without(sentence: Sentence, gap: TokenRange): readonly TokenRange[] {
  return [
    { start: sentence.tokenStart, end: gap.start },
    { start: gap.end, end: sentence.tokenEnd },
  ].filter(({ start, end }) => end > start);
}

function clip(range: TokenRange, sentence: Sentence): TokenRange {
  return { start: Math.max(range.start, sentence.tokenStart), end: Math.min(range.end, sentence.tokenEnd) };
}

const CLAUSES: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'parataxis', 'punct', 'appos', 'advcl']);
