import type { Sentence, Token } from '../token.ts';
import { eventFeatures } from './event-features.ts';
import type { PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Words that may name the place of an event: a place mention, or a proper name that no gazetteer knows. */
export interface PlaceNaming {
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** The mention that it holds, if any. */
  readonly mention: PlaceMention | null;
}

/** A naming with how likely the event of a verb happened there. */
export interface EventPlace {
  readonly naming: PlaceNaming;
  readonly chance: number;
}

/** Weights are kept as whole numbers: `round(weight * 16)`. */
export const eventModelScale = 16;
/** A naming is the place of an event from this chance on, and from this share of the best chance in the sentence. */
export const eventChanceMin = 0.38;
export const eventShareMin = 0.6;

/** Where the event of a verb happened, by the words of its sentence: often nowhere that is named. */
export function eventPlaces(
  verb: number,
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): EventPlace[] {
  const namings = placeNamings(tokens, sentence, mentions, gazetteer);
  const chances = namings.map((_, at) => chanceOf(eventFeatures(verb, at, namings, tokens, gazetteer), gazetteer));
  const least = Math.max(eventChanceMin, eventShareMin * Math.max(0, ...chances));
  return namings.flatMap((naming, at) => (chances[at] >= least ? [{ naming, chance: chances[at] }] : []));
}

/** Every run of proper names and every place mention of a sentence, in text order. */
export function placeNamings(
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceNaming[] {
  const inside = mentions.filter(
    mention => mention.tokenStart >= sentence.tokenStart && mention.tokenEnd <= sentence.tokenEnd,
  );
  const mentionAt = new Map(
    inside.flatMap(mention => range(mention.tokenStart, mention.tokenEnd).map(i => [i, mention])),
  );
  const namings: PlaceNaming[] = [];
  for (let i = sentence.tokenStart; i < sentence.tokenEnd; ) {
    const isName = (at: number): boolean => mentionAt.has(at) || isProper(tokens, at, gazetteer);
    if (!isName(i)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < sentence.tokenEnd && (isName(end) || (joins(tokens, end) && isName(end + 1)))) end++;
    const held = inside.filter(mention => mention.tokenStart < end && mention.tokenEnd > i);
    namings.push({
      tokenStart: i,
      tokenEnd: end,
      mention: held.find(({ role }) => role === 'location') ?? held[0] ?? null,
    });
    i = end;
  }
  return namings;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** A proper noun, but no weekday and the like, which only stand beside places ("Dobrinja Friday"). */
function isProper(tokens: readonly Token[], at: number, { words }: Gazetteer): boolean {
  const { upos, text } = tokens[at];
  const word = text.toLowerCase();
  return upos === 'PROPN' && /^[\p{L}‘’ʻ'`]/u.test(text) && (!words.never.has(word) || words.feature.has(word));
}

/** A hyphen or apostrophe between two parts of one name. */
function joins(tokens: readonly Token[], at: number): boolean {
  const { text, start, end } = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return /^[-–’'‘ʻ]$/.test(text) && start === before.end && after?.start === end;
}

function chanceOf(slots: readonly number[], gazetteer: Gazetteer): number {
  let sum = 0;
  for (const slot of slots) sum += gazetteer.eventModel[slot] ?? 0;
  return 1 / (1 + Math.exp(-sum / eventModelScale));
}
