import type { Sentence, Token } from '../token.ts';
import type { TokenRange } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import type { Speech } from './speech.ts';

/**
 * Says which sentences go on reporting a speaker without saying so again: those behind a sentence that reports him, in the
 * same paragraph, as long as they tell what happened and have no words of saying or quotation of their own. Only of somebody
 * known: what residents or officials said ends with its sentence (codebook §3.7).
 */
export function continueReports(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  quotations: Quotations,
  speeches: readonly Speech[],
): readonly Speech[] {
  const told = new Set<number>();
  for (const { cueToken, content, cue } of speeches) {
    if (cue.voice !== 'say') continue;
    told.add(tokens[cueToken].sentence);
    for (const { start, end } of content)
      for (let i = start; i < end; i = sentenceEnd(tokens, sentences, i)) told.add(tokens[i].sentence);
  }
  for (const { start, end } of quotations.ranges) if (end - start > 4) told.add(tokens[start].sentence);
  return speeches.map((speech, i) => {
    if (!reports(speech) || !isDefinite(tokens, speech) || isFollowed(tokens, speeches, i)) return speech;
    const continued = behind(tokens, sentences, told, sentences[tokens[speech.cueToken].sentence]);
    return continued === null ? speech : { ...speech, continued };
  });
}

function sentenceEnd(tokens: readonly Token[], sentences: readonly Sentence[], at: number): number {
  return sentences[tokens[at].sentence].tokenEnd;
}

function reports({ quoted, nested, negated, cue, source, rule }: Speech): boolean {
  return !quoted && !nested && !negated && cue.voice === 'say' && source !== null && rule !== 'noun';
}

/** Whether another speaker is reported later in the same sentence. */
function isFollowed(tokens: readonly Token[], speeches: readonly Speech[], i: number): boolean {
  const { sentence } = tokens[speeches[i].cueToken];
  for (let j = i + 1; j < speeches.length && tokens[speeches[j].cueToken].sentence === sentence; j += 1)
    if (reports(speeches[j])) return true;
  return false;
}

/** "The ministry", "Colonel Sow", "the group's officer": one who is known, and not some officials or residents. */
function isDefinite(tokens: readonly Token[], { source, sourceRange }: Speech): boolean {
  if (source === null || sourceRange === null || /^(?:NNS|PRP|WP)$/.test(tokens[source].xpos)) return false;
  const first = tokens[sourceRange.start];
  return first.upos === 'PROPN' || /^the$/i.test(first.text);
}

/** Whether a sentence tells what happened: its main verb is past. "We found" is the author again. */
function isPast(tokens: readonly Token[], { tokenStart, tokenEnd }: Sentence): boolean {
  if (tokens.slice(tokenStart, tokenEnd).some(({ text }) => /^(?:we|our|us|I|my)$/i.test(text))) return false;
  for (let i = tokenStart; i < tokenEnd; i += 1) {
    const { xpos, upos, head } = tokens[i];
    if (
      (upos === 'VERB' || upos === 'AUX') &&
      /^(?:VBD|VBZ|VBP|MD)$/.test(xpos) &&
      (head === i || tokens[head].head === head)
    )
      return xpos === 'VBD';
  }
  return false;
}

function behind(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  told: ReadonlySet<number>,
  own: Sentence,
): TokenRange | null {
  let end = own.tokenEnd;
  for (let i = own.index + 1; i < sentences.length; i += 1) {
    const { paragraph, tokenEnd, kind } = sentences[i];
    if (paragraph !== own.paragraph || told.has(i) || kind !== 'body' || !isPast(tokens, sentences[i])) break;
    end = tokenEnd;
  }
  return end > own.tokenEnd ? { start: own.tokenEnd, end } : null;
}
