import type { Sentence } from '../token.ts';
import type { TokenRange, Tree } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import type { SpeechSource } from './speaker-phrase.ts';
import type { SpeechCue } from './speech-lexicon.ts';

/** Where words of saying stand: their trees, sentence and the quotations around. */
export interface Scene {
  readonly tree: Tree;
  readonly sentence: Sentence;
  readonly quotations: Quotations;
}

/** A verb of saying with its speaker. */
export interface SayingVerb {
  readonly cue: SpeechCue;
  readonly at: number;
  readonly cueEnd: number;
  readonly source: SpeechSource | null;
}

/** The part of a range inside another. */
export function within({ start, end }: TokenRange, from: number, to: number): TokenRange {
  return { start: Math.max(start, from), end: Math.min(end, to) };
}
