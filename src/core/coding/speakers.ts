import type { ActorMention } from '../language/actors/actor-mention.ts';
import type { Speech } from '../language/speech/find-speech.ts';
import type { Token } from '../language/token.ts';
import type { TokenRange } from '../language/tree.ts';
import type { ActorRef } from '../model/actor.ts';
import { AUTHOR, type Claimant } from '../model/claimant.ts';
import { type Context, sentenceOf, within, wordsOf } from './context.ts';
import { nounPhrase } from './nouns.ts';

/** Who speaks at each speech of a document: index in `doc.speeches` to the claimant. */
export type Speakers = ReadonlyMap<Speech, Claimant>;

/**
 * Settles who speaks at each speech, in text order: a known actor, an office that speaks for one, somebody unnamed; a
 * pronoun ("he said") is the one who spoke last (codebook §3.1–3.3).
 */
export function speakersOf(context: Context): Speakers {
  const speakers = new Map<Speech, Claimant>();
  const before: Before = { last: null, at: -1, byNoun: new Map() };
  for (const speech of context.doc.speeches) {
    const speaker = speakerOf(context, speech, before);
    speakers.set(speech, speaker);
    if (speaker.kind === 'author' || speaker.words === null) continue;
    before.last = speaker;
    before.at = context.tree.tokens[speech.cueToken].sentence;
    if (speech.source !== null) before.byNoun.set(nounOf(context, speech.source), speaker);
  }
  // What is said to be confirmed or believed inside somebody's words is so in his words.
  for (const speech of context.doc.speeches) {
    const isLeftOut = speech.source === null && !speech.elided;
    const outer = isLeftOut || isSelf(context, speech) ? outerOf(context, speech) : undefined;
    const speaker = outer === undefined ? undefined : speakers.get(outer);
    if (speaker !== undefined) speakers.set(speech, speaker);
  }
  return speakers;
}

/** "I counted 30 bodies," in somebody's quotation: his own words. */
function isSelf({ tree }: Context, { source, quoted }: Speech): boolean {
  return quoted && source !== null && /^(?:i|we)$/i.test(tree.tokens[source].text);
}

/** Who spoke before: last of all, and last by each noun ("the officer"). */
interface Before {
  last: Claimant | null;
  /** The sentence in which that one spoke. */
  at: number;
  readonly byNoun: Map<string, Claimant>;
}

function nounOf({ tree }: Context, source: number): string {
  return tree.tokens[source].lemma.toLowerCase();
}

function outerOf(context: Context, speech: Speech): Speech | undefined {
  return speechesAt(context, speech.cueToken).find(other => other !== speech && other.source !== null);
}

function speakerOf(context: Context, speech: Speech, { last, at, byNoun }: Before): Claimant {
  const { source, sourceRange } = speech;
  if (speech.elided && last !== null) return last;
  if (source === null || sourceRange === null)
    return vouches(speech) ? AUTHOR : (unsaidSpeaker(context, speech, last, at) ?? unnamed(null, null));
  const token = context.tree.tokens[source];
  const isPronoun = token.upos === 'PRON';
  if (isPronoun && /^(?:he|she|they|it|who|which)$/i.test(token.text) && last !== null) return last;
  if (isPronoun && /^(?:it|they)$/i.test(token.text)) return lastNamed(context, source) ?? AUTHOR;
  if (isPronoun && /^(?:i|we|that|this)$/i.test(token.text)) return AUTHOR;
  // "Our database shows": the author's own.
  if (/^(?:our|my)$/i.test(context.tree.tokens[sourceRange.start].text) && !speech.quoted) return AUTHOR;
  const phrase = nounPhrase(context, token);
  const words = wordsOf(context.doc, sourceRange);
  const span = {
    start: context.tree.tokens[sourceRange.start].start,
    end: context.tree.tokens[sourceRange.end - 1].end,
  };
  const mention = phrase.actor;
  if (speech.rule === 'colon' && mention === null) return AUTHOR;
  const again = isAnaphor(context, speech) ? byNoun.get(nounOf(context, source)) : undefined;
  if (again !== undefined && (mention === null || mention.ref.id === null)) return again;
  if (last?.actor != null && takesUpGroup(context, speech, mention, last.actor)) return last;
  const body =
    mention !== null && mention.ref.id !== null && !isNameless(mention)
      ? null
      : bodyIn(context, ownWords(context, token, sourceRange), mention);
  if (body !== null) return { kind: 'actor', actor: body, words, span, via: [] };
  // A person noun ("residents", "a doctor") and a nameless office ("a security official") have no proper name.
  if (mention === null || isNameless(mention)) return unnamed(words, span);
  return { kind: 'actor', actor: mention.ref, words, span, via: [] };
}

/**
 * "The army said …, rejecting charges …", "… and denied any losses" go on with who spoke before in the sentence; "Says two
 * were hurt" at the head of a sentence or of a list's item with who spoke last or was named last.
 */
function unsaidSpeaker(context: Context, { cueToken }: Speech, last: Claimant | null, at: number): Claimant | null {
  const { tokens } = context.tree;
  const { label, xpos, sentence } = tokens[cueToken];
  const before = tokens[cueToken - 1];
  const opens = before === undefined || before.sentence !== sentence || /^[-\u2013\u2014\u2022*]$/.test(before.text);
  if (opens && (xpos === 'VBZ' || xpos === 'VBD')) return last ?? lastNamed(context, cueToken);
  return (xpos === 'VBG' || label === 'conj') && at === sentence ? last : null;
}

/** "Twelve were confirmed killed": the report vouches for it, and nobody else is made to speak. */
function vouches({ cue }: Speech): boolean {
  return cue.act === 'confirm';
}

function isNameless({ form, anonymous, ref }: ActorMention): boolean {
  return form === 'person-noun' || anonymous === true || ref.kind === 'civilians';
}

/** "The officer", "the source": somebody who was introduced before. */
function isAnaphor({ tree }: Context, { source, sourceRange }: Speech): boolean {
  if (source === null || sourceRange === null || sourceRange.end - sourceRange.start > 2) return false;
  return /^(?:the|that|this|same)$/i.test(tree.tokens[sourceRange.start].text);
}

/** "The group acknowledges": the armed group that spoke last, where the register could not tell which is meant. */
function takesUpGroup(context: Context, speech: Speech, mention: ActorMention | null, last: ActorRef): boolean {
  const isGroup = (kind: ActorRef['kind'] | undefined) => kind === 'armed-group' || kind === 'militia';
  return isAnaphor(context, speech) && mention?.ref.id === null && isGroup(mention.ref.kind) && isGroup(last.kind);
}

/** "It claims": the body that was named last before, within two sentences. */
function lastNamed(context: Context, pronoun: number): Claimant | null {
  const { index } = sentenceOf(context, pronoun);
  for (let i = pronoun - 1; i >= 0 && context.tree.tokens[i].sentence >= index - 2; i -= 1) {
    const mention = context.actorAt[i];
    if (
      mention === null ||
      mention.ref.id === null ||
      mention.ref.kind === 'civilians' ||
      mention.form === 'person-noun'
    )
      continue;
    return {
      kind: 'actor',
      actor: { ...mention.ref, basis: 'implied', rule: 'speaker/named-before' },
      words: null,
      span: null,
      via: [],
    };
  }
  return null;
}

/** "A source, close to the general staff": what stands behind a comma says whose somebody is only where he has a name. */
function ownWords({ tree: { tokens } }: Context, head: Token, { start, end }: TokenRange): TokenRange {
  if (head.upos === 'PROPN' && !/^[A-Z]{2,}$/.test(head.text)) return { start, end };
  let to = Math.max(start, head.index) + 1;
  while (to < end && tokens[to].text !== ',') to += 1;
  return { start, end: to };
}

/** "A field commander of the Giants Brigades", "an army officer": somebody without a name speaks for the body that is named. */
function bodyIn(context: Context, range: TokenRange, speaker: ActorMention | null): ActorRef | null {
  if (speaker === null) return null;
  const named = within(context.actorAt, range).filter(
    ({ ref, form }) =>
      ref.id !== null &&
      ref.kind !== 'civilians' &&
      ref.kind !== 'media' &&
      form !== 'person-noun' &&
      form !== 'office',
  );
  return named.length === 1 && mayRepresent(named[0], speaker) ? named[0].ref : null;
}

/** A civilian ("an activist of the Monitor") speaks for an organisation, and for no force. */
function mayRepresent({ ref }: ActorMention, { status, ref: own }: ActorMention): boolean {
  return (status !== 'civilian' && own.kind !== 'civilians') || ref.kind === 'organisation';
}

function unnamed(words: string | null, span: Claimant['span']): Claimant {
  return { kind: 'unnamed', actor: null, words, span, via: [] };
}

/** The speeches whose content holds a token, the innermost first; the speaker's own words and the cue are outside of it. */
export function speechesAt(context: Context, token: number): readonly Speech[] {
  return context.speechesAt.get(token) ?? continuedAt(context, token);
}

/** How many speeches of one sentence are looked at. */
const LOOK_BACK = 20;

/** The speech that a sentence without words of saying goes on reporting. */
function continuedAt({ doc: { speeches } }: Context, token: number): readonly Speech[] {
  let low = 0;
  let high = speeches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speeches[middle].cueToken < token) low = middle + 1;
    else high = middle;
  }
  const near = speeches.slice(Math.max(0, low - LOOK_BACK), low);
  return near
    .filter(({ continued }) => continued !== null && continued.start <= token && token < continued.end)
    .slice(-1);
}
