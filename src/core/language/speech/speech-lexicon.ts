import { readTable } from '../../base/table.ts';
import { Certainty, SpeechAct } from '../../model/claim-base.ts';
import { type PhraseIndex, phraseIndex } from '../phrases.ts';

/**
 * How the content hangs on the cue: a clause or quotation before, around or after it (`clause`), only one after it
 * (`that`), an object (`object`), a "to" infinitive (`to`), a phrase with one of the cue's prepositions (`preposition`), or
 * "of" and "for" after the accused (`party-of`). With `hearer` those who are told may stand between ("told the radio that …"). A noun with `by` also speaks behind that word ("by the army's count").
 */
export type SpeechFrame = 'clause' | 'that' | 'object' | 'party-of' | 'to' | 'preposition' | 'hearer' | 'by';

/** What the cue makes its subject do: say something, think it, want it, or judge somebody. Only saying makes a speaker. */
export type SpeechVoice = 'say' | 'think' | 'want' | 'judge';

/**
 * What a row is for: a verb, an adjective ("is sure that"), a preposition ("according to") or a noun of saying; a word that takes the saying back
 * ("decline", `NOT`); a noun for those who speak before or behind a colon (`SPEAKER`); a word that stands before a colon
 * without speaking (`LABEL`); a text that speaks for whoever issued it (`TEXT`).
 */
export type SpeechPos = 'VERB' | 'ADJ' | 'ADP' | 'NOUN' | 'NOT' | 'SPEAKER' | 'LABEL' | 'TEXT';

/** A word or phrase by which somebody is made to speak, from `data/lexicons/speech-cues.tsv`. */
export interface SpeechCue {
  readonly words: string;
  readonly pos: SpeechPos;
  readonly act: SpeechAct;
  readonly certainty: Certainty;
  readonly frames: readonly SpeechFrame[];
  readonly voice: SpeechVoice;
  readonly prepositions: readonly string[];
}

/** The cues by their lemmas, and the words that decide about them. */
export interface SpeechLexicon {
  readonly cues: PhraseIndex<SpeechCue>;
  readonly denying: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** Texts that speak for whoever issued them: "statement", "letter". */
  readonly texts: ReadonlySet<string>;
  /** What a colon says: that somebody states what follows. */
  readonly colon: SpeechCue;
}

const FRAMES: readonly SpeechFrame[] = ['clause', 'that', 'object', 'party-of', 'to', 'preposition', 'hearer', 'by'];
const VOICES: readonly SpeechVoice[] = ['say', 'think', 'want', 'judge'];
const KINDS: readonly SpeechPos[] = ['VERB', 'ADJ', 'ADP', 'NOUN', 'NOT', 'SPEAKER', 'LABEL', 'TEXT'];

const CUES: readonly SpeechPos[] = ['VERB', 'ADJ', 'ADP', 'NOUN'];

/** Reads the table. Throws on a word class, act, certainty, frame or voice that this version does not know. */
export function readSpeechLexicon(table: string): SpeechLexicon {
  const cues = readTable(table).map(row => {
    const { words = '', pos = '', act = '', certainty = '', frame = '', voice = '', prepositions = '' } = row;
    return {
      words,
      pos: oneOf(KINDS, pos, words),
      act: SpeechAct.parse(act === '' ? 'state' : act),
      certainty: Certainty.parse(certainty === '' ? 'certain' : certainty),
      frames: frame === '' ? [] : frame.split(' ').map(name => oneOf(FRAMES, name, words)),
      voice: voice === '' ? ('say' as const) : oneOf(VOICES, voice, words),
      prepositions: prepositions === '' ? [] : prepositions.split(' '),
    };
  });
  const wordsOf = (kind: SpeechPos) => new Set(cues.filter(({ pos }) => pos === kind).map(({ words }) => words));
  return {
    cues: phraseIndex(cues.filter(({ pos }) => CUES.includes(pos))),
    denying: wordsOf('NOT'),
    speakers: wordsOf('SPEAKER'),
    labels: wordsOf('LABEL'),
    texts: wordsOf('TEXT'),
    colon: {
      words: ':',
      pos: 'VERB',
      act: 'state',
      certainty: 'certain',
      frames: ['clause'],
      voice: 'say',
      prepositions: [],
    },
  };
}

function oneOf<Name extends string>(names: readonly Name[], name: string, words: string): Name {
  const known = names.find(one => one === name);
  if (known === undefined) throw new Error(`speech-cues.tsv: ${words} has “${name}”, not one of ${names.join(', ')}`);
  return known;
}
