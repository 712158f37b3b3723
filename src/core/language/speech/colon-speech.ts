import type { Token } from '../token.ts';
import type { TokenRange } from '../tree.ts';
import type { Scene } from './scene.ts';
import type { Speech } from './speech.ts';
import type { SpeechLexicon } from './speech-lexicon.ts';
import { isNoun } from './token-kinds.ts';

/** How many words a speaker before or behind a colon has at most. */
const SPEAKER_MAX = 9;

/**
 * "18:40 — Health ministry: twelve dead", "Army: twelve killed", "Twelve dead: police": somebody named at the edge of a
 * line says the rest. Before a colon any name speaks, behind one only words for those who inform ("police", "sources").
 */
export function findColonSpeech(scene: Scene, lexicon: SpeechLexicon, found: readonly Speech[]): Speech | null {
  const { tree, sentence, quotations } = scene;
  const { tokens } = tree;
  const start = leadStart(tokens, sentence.tokenStart, sentence.tokenEnd);
  const end = lastWord(tokens, start, sentence.tokenEnd);
  for (let i = start + 1; i < Math.min(start + SPEAKER_MAX + 1, end - 1); i += 1) {
    if (tokens[i].text !== ':' || quotations.at[i] >= 0) continue;
    const lead = { start, end: i };
    if (found.some(({ cueToken }) => cueToken < i)) return null;
    const head = speakerIn(tokens, lead, lexicon, true);
    if (head !== null) return speechOf(scene, lexicon, i, head, lead, { start: i + 1, end });
  }
  for (let i = end - 2; i > Math.max(sentence.tokenStart + 1, end - 6); i -= 1) {
    if (!/^(?::|–|—|-)$/.test(tokens[i].text) || (tokens[i].start === tokens[i - 1].end && tokens[i].text !== ':'))
      continue;
    const tail = { start: i + 1, end };
    if (end !== sentence.tokenEnd || found.length > 0) return null;
    const head = speakerIn(tokens, tail, lexicon, false);
    return head === null ? null : speechOf(scene, lexicon, i, head, tail, { start: sentence.tokenStart, end: i });
  }
  return null;
}

function speechOf(
  { quotations }: Scene,
  { colon }: SpeechLexicon,
  at: number,
  source: number,
  sourceRange: TokenRange,
  content: TokenRange,
): Speech | null {
  if (content.end - content.start < 2) return null;
  return {
    ...{ cue: colon, cueToken: at, cueEnd: at + 1, source, sourceRange, content: [content], rule: 'colon' },
    ...{ relative: null, target: null, continued: null, negated: false, nested: false, elided: false },
    quoted: quotations.at[at] >= 0,
  };
}

/** The head of words that can be a speaker's: no verb, no figure, no label such as "Update". */
function speakerIn(
  tokens: readonly Token[],
  { start, end }: TokenRange,
  lexicon: SpeechLexicon,
  names: boolean,
): number | null {
  let head: number | null = null;
  for (let i = start; i < end; i += 1) {
    const token = tokens[i];
    const lemma = token.lemma.toLowerCase();
    if (token.upos === 'VERB' || token.upos === 'AUX' || /\d/.test(token.text) || lexicon.labels.has(lemma))
      return null;
    const outside = token.head < start || token.head >= end || token.head === i;
    if (isNoun(token) && (head === null || outside || tokens[head].head === i)) head = i;
  }
  if (head === null) return null;
  const speaks = (i: number) => lexicon.speakers.has(tokens[i].lemma.toLowerCase());
  for (let i = start; i < end; i += 1) if (isNoun(tokens[i]) && speaks(i)) return i;
  return names && tokens[head].upos === 'PROPN' ? head : null;
}

/** Behind the time, bullet or dash that opens an entry of a running report. */
function leadStart(tokens: readonly Token[], start: number, end: number): number {
  let at = start;
  while (
    at < end &&
    (/^[\d:.]+$/.test(tokens[at].text) || /^(?:[–—•*·|-]|a\.?m\.?|p\.?m\.?|gmt|h)$/i.test(tokens[at].text))
  )
    at += 1;
  return at;
}

function lastWord(tokens: readonly Token[], start: number, end: number): number {
  let at = end;
  while (at > start && /^[.,;]$/.test(tokens[at - 1].text)) at -= 1;
  return at;
}
