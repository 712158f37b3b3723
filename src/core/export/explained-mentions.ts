import type { Doc } from '../language/doc.ts';
import type { Speech } from '../language/speech/find-speech.ts';
import type { Sentence } from '../language/token.ts';
import type { ActorRef, Span } from '../model/index.ts';
import type { LineFinder, MadeBy } from './explanation.ts';
import { estimateInWords, whenInWords } from './words.ts';

/** Words that name something, what they came to, and by what. */
export interface ExplainedMention {
  readonly layer: 'name' | 'actor' | 'number' | 'date' | 'place';
  readonly span: Span;
  readonly quote: string;
  /** What they mean, in words. */
  readonly means: string;
  readonly rule: string;
  readonly why: string | null;
  readonly by: readonly MadeBy[];
}

/** Somebody who is made to speak: by which words, whom, and what is said. */
export interface ExplainedSpeech {
  readonly cue: string;
  readonly act: string;
  readonly voice: string;
  readonly source: string | null;
  readonly content: readonly string[];
  readonly continued: string | null;
  /** What is special: `negated`, `quoted`, `nested`, `elided`. */
  readonly marks: readonly string[];
  readonly rule: string;
  readonly by: MadeBy;
}

const LANGUAGE = 'models/language.bin';
const GAZETTEER = 'models/gazetteer.bin';
const NUMBERS = 'data/lexicons/numbers.tsv';
const UNITS = 'data/lexicons/units.tsv';
const CUES = 'data/lexicons/speech-cues.tsv';
const OWN = 'actors.tsv';
const STATES = 'data/actors/states.tsv';
const REGISTERS = ['data/actors/armed-groups.tsv', 'data/actors/organisations.tsv', 'data/sources/publishers.tsv'];

/** The mentions of a sentence, layer by layer, each in text order. */
export function mentionsIn(doc: Doc, sentence: Sentence, lineOf: LineFinder): readonly ExplainedMention[] {
  const { report, versions } = doc;
  const inside = ({ tokenStart }: { readonly tokenStart: number }) =>
    sentence.tokenStart <= tokenStart && tokenStart < sentence.tokenEnd;
  const file = (path: string, line: number | null = null): MadeBy => ({ path, version: versions[path] ?? null, line });
  const words = ({ start, end }: Span) => ({ span: { start, end }, quote: report.text.slice(start, end) });
  return [
    ...doc.names.filter(inside).map(({ span, kind, basis }) => ({
      layer: 'name' as const,
      ...words(span),
      means: NAME_WORDS[kind],
      rule: basis === 'model' ? 'tagger' : 'another mention in the document',
      why: null,
      by: [file(LANGUAGE)],
    })),
    ...doc.actors.filter(inside).map(({ span, ref, form }) => ({
      layer: 'actor' as const,
      ...words(span),
      means: `${ref.name}${ref.id === null ? ' (not in the register)' : ''}`,
      rule: `${form}${ref.rule === null ? '' : `, ${ref.rule}`}`,
      why: ref.basis,
      by: registerLines(ref, lineOf, file),
    })),
    ...doc.numbers.filter(inside).map(({ start, end, estimate, meaning, tokenStart, tokenEnd }) => ({
      layer: 'number' as const,
      ...words({ start, end }),
      means: `${estimateInWords(estimate)}, ${meaning === 'count' ? 'a count' : `no count: ${meaning}`}`,
      rule: meaning,
      why: null,
      by: numberLines(doc, tokenStart, tokenEnd, lineOf, file),
    })),
    ...doc.dates.filter(inside).map(({ span, when, rule }) => ({
      layer: 'date' as const,
      ...words(span),
      means: whenInWords(when),
      rule,
      why: when.why,
      by: [],
    })),
    ...doc.places.filter(inside).map(({ span, place, role, reason }) => ({
      layer: 'place' as const,
      ...words(place.span ?? span),
      means:
        place.lat === null
          ? 'not placed'
          : `${place.lat.toFixed(3)}, ${place.lon?.toFixed(3)} within ${place.radiusKm} km`,
      rule: `${role}: ${reason}`,
      why: place.why,
      by: [file(GAZETTEER)],
    })),
  ];
}

const NAME_WORDS = {
  PER: 'a person',
  ORG: 'an organisation',
  LOC: 'a place',
  NORP: 'a people or nationality',
} as const;

/** The rows of the words of a number, also of two ("at least"), and of the unit behind it. */
function numberLines(
  { tokens }: Doc,
  tokenStart: number,
  tokenEnd: number,
  lineOf: LineFinder,
  file: (path: string, line: number | null) => MadeBy,
): readonly MadeBy[] {
  const words = tokens.slice(tokenStart, tokenEnd).map(({ text }) => text.toLowerCase());
  const asked = words.flatMap((word, i) => [word, words.slice(i, i + 2).join(' ')]);
  const unit = tokens[tokenEnd]?.text.toLowerCase();
  const lines = [
    ...[...new Set(asked)].map(known => ({ path: NUMBERS, line: lineOf(NUMBERS, { words: known }) })),
    ...(unit === undefined ? [] : [{ path: UNITS, line: lineOf(UNITS, { word: unit }) }]),
  ];
  return lines.filter(({ line }) => line !== null).map(({ path, line }) => file(path, line));
}

/** The row of the register that has the actor; of a body of a state the row of the state. */
function registerLines(
  { id, name, kind, country }: ActorRef,
  lineOf: LineFinder,
  file: (path: string, line: number | null) => MadeBy,
): readonly MadeBy[] {
  if (id === null) return [];
  for (const path of REGISTERS) {
    const line = lineOf(path, { name });
    if (line !== null) return [file(path, line)];
  }
  const isOfState = kind === 'government' || kind === 'military' || kind === 'police';
  const own = file(OWN, null);
  if (!isOfState) return own.version === null ? [] : [own];
  const line = country === null ? null : lineOf(STATES, { country });
  return line === null ? [] : [file(STATES, line)];
}

/** Who is made to speak in a sentence: by whose words, and what they are said to say. */
export function speechesIn(doc: Doc, sentence: Sentence, lineOf: LineFinder): readonly ExplainedSpeech[] {
  const words = ({ start, end }: Span) =>
    start >= end ? '' : doc.report.text.slice(doc.tokens[start].start, doc.tokens[end - 1].end);
  return doc.speeches
    .filter(({ cueToken }) => sentence.tokenStart <= cueToken && cueToken < sentence.tokenEnd)
    .map(speech => ({
      cue: words({ start: speech.cueToken, end: speech.cueEnd }),
      act: speech.cue.act,
      voice: speech.cue.voice,
      source: speech.sourceRange === null ? null : words(speech.sourceRange),
      content: speech.content.map(words).filter(said => said !== ''),
      continued: speech.continued === null ? null : words(speech.continued),
      marks: marksOf(speech),
      rule: speech.rule,
      by: {
        path: CUES,
        version: doc.versions[CUES] ?? null,
        line: lineOf(CUES, { words: speech.cue.words, pos: speech.cue.pos }),
      },
    }));
}

function marksOf({ negated, quoted, nested, elided }: Speech): readonly string[] {
  return Object.entries({ negated, quoted, nested, elided }).flatMap(([mark, holds]) => (holds ? [mark] : []));
}
