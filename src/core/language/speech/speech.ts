import type { TokenRange } from '../tree.ts';
import type { SpeechCue } from './speech-lexicon.ts';

/** Somebody is made to speak: by which words, whom, and which tokens are what is said. */
export interface Speech {
  readonly cue: SpeechCue;
  readonly cueToken: number;
  readonly cueEnd: number;
  /** Head token of the words for the speaker, null where nobody is named ("it is said that"). */
  readonly source: number | null;
  readonly sourceRange: TokenRange | null;
  /** The relative pronoun by which the clause itself names its speaker ("the mayor, who said"), null elsewhere. */
  readonly relative: number | null;
  /** What is said, without the speaker and the cue; several ranges where they stand in its middle. */
  readonly content: readonly TokenRange[];
  /** Sentences behind that plainly go on reporting the same speaker's words, without saying so again; null for none. */
  readonly continued: TokenRange | null;
  /** Head token of the one accused or warned, null for others. */
  readonly target: number | null;
  /** True for "did not say", "refused to confirm": then nothing is said. */
  readonly negated: boolean;
  /** True where the words of saying themselves stand inside a quotation: somebody quotes somebody. */
  readonly quoted: boolean;
  /** True where the words of saying stand in what somebody else is made to say. */
  readonly nested: boolean;
  /** True where the speaker is the one who spoke last: left out ("Says twelve died."), or meant by his text ("the statement"). */
  readonly elided: boolean;
  /** The rule that found it: `verb`, `phrase`, `noun`, `colon`. */
  readonly rule: 'verb' | 'phrase' | 'noun' | 'colon';
}
