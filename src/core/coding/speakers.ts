import type { Speech } from '../language/speech/find-speech.ts';
import { AUTHOR, type Claimant } from '../model/claimant.ts';
import { type Context, wordsOf } from './context.ts';
import { nounPhrase } from './nouns.ts';

/** Who speaks at each speech of a document: index in `doc.speeches` to the claimant. */
export type Speakers = ReadonlyMap<Speech, Claimant>;

/**
 * Settles who speaks at each speech, in text order: a known actor, an office that speaks for one, somebody unnamed; a
 * pronoun ("he said") is the one who spoke last (codebook §3.1–3.3).
 */
export function speakersOf(context: Context): Speakers {
  const speakers = new Map<Speech, Claimant>();
  let last: Claimant | null = null;
  for (const speech of context.doc.speeches) {
    const speaker = speakerOf(context, speech, last);
    speakers.set(speech, speaker);
    if (speaker.kind !== 'author') last = speaker;
  }
  return speakers;
}

function speakerOf(context: Context, speech: Speech, last: Claimant | null): Claimant {
  const { source, sourceRange } = speech;
  if (source === null || sourceRange === null) return unnamed(null, null);
  const token = context.tree.tokens[source];
  const isPronoun = token.upos === 'PRON';
  if (isPronoun && /^(?:he|she|they|it|who|which)$/i.test(token.text) && last !== null) return last;
  if (isPronoun && /^(?:i|we|it|that|this)$/i.test(token.text)) return AUTHOR;
  const phrase = nounPhrase(context, token);
  const words = wordsOf(context.doc, sourceRange);
  const span = {
    start: context.tree.tokens[sourceRange.start].start,
    end: context.tree.tokens[sourceRange.end - 1].end,
  };
  const mention = phrase.actor;
  // A person noun ("residents", "a doctor") and a nameless office ("a security official") have no proper name.
  if (
    mention === null ||
    mention.form === 'person-noun' ||
    mention.anonymous === true ||
    mention.ref.kind === 'civilians'
  ) {
    return unnamed(words, span);
  }
  return { kind: 'actor', actor: mention.ref, words, span, via: [] };
}

function unnamed(words: string | null, span: Claimant['span']): Claimant {
  return { kind: 'unnamed', actor: null, words, span, via: [] };
}

/**
 * The speeches whose content holds a token, the innermost first. A token of the speaker's own words or of the cue is not
 * inside that speech.
 */
export function speechesAt(context: Context, token: number): readonly Speech[] {
  return context.doc.speeches
    .filter(speech => !speech.negated && speech.content.some(({ start, end }) => start <= token && token < end))
    .sort((a, b) => size(a) - size(b));
}

function size(speech: Speech): number {
  return speech.content.reduce((sum, { start, end }) => sum + end - start, 0);
}
