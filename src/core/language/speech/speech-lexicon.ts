import { readTable } from '../../base/table.ts';
import { Certainty, SpeechAct } from '../../model/claim-base.ts';
import { type PhraseIndex, phraseIndex } from '../phrases.ts';

/** How the content hangs on the cue: a clause before or after, only a clause after (`that`), the object, "of" after the accused, or a "to" infinitive. */
export type SpeechFrame = 'clause' | 'that' | 'object' | 'party-of' | 'to';

/** A word or phrase by which somebody is made to speak, from `data/lexicons/speech-cues.tsv`. */
export interface SpeechCue {
  readonly words: string;
  readonly pos: string;
  readonly act: SpeechAct;
  readonly certainty: Certainty;
  readonly frame: SpeechFrame;
}

/** The cues by their lemmas. */
export type SpeechLexicon = PhraseIndex<SpeechCue>;

const FRAMES: readonly SpeechFrame[] = ['clause', 'that', 'object', 'party-of', 'to'];

/** Reads the table. Throws on an act, certainty or frame that this version does not know. */
export function readSpeechLexicon(table: string): SpeechLexicon {
  return phraseIndex(
    readTable(table).map(({ words = '', pos = '', act = '', certainty = '', frame = '' }) => {
      const known = FRAMES.find(name => name === frame);
      if (known === undefined) throw new Error(`speech-cues.tsv: unknown frame ${frame} of ${words}`);
      return { words, pos, act: SpeechAct.parse(act), certainty: Certainty.parse(certainty), frame: known };
    }),
  );
}
