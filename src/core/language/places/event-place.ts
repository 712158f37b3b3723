import { hashText } from '../../base/hash.ts';
import type { Sentence, Token } from '../doc.ts';
import type { PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import { headOf } from './place-role.ts';

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

/** Slots of hashed features; a power of two. */
export const eventModelSlots = 1 << 16;
export const eventModelScale = 16;
/** A naming is the place of an event from this chance on. */
export const eventChanceMin = 0.38;

/** Where the event of a verb happened, by the words of its sentence: often nowhere that is named. */
export function eventPlaces(
  verb: number,
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): EventPlace[] {
  const namings = placeNamings(tokens, sentence, mentions, gazetteer);
  return namings
    .map((naming, at) => ({ naming, chance: chanceOf(eventFeatures(verb, at, namings, tokens, gazetteer), gazetteer) }))
    .filter(({ chance }) => chance >= eventChanceMin);
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

/** The slots of what stands between a verb and a naming: the tree path, the words, and what competes with it. */
export function eventFeatures(
  verb: number,
  at: number,
  namings: readonly PlaceNaming[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): number[] {
  const naming = namings[at];
  const head = headOf(naming, tokens);
  const event = tokens[verb];
  const path = pathBetween(head.index, verb, tokens);
  const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '-';
  const preposition = prepositionOf(naming, head, tokens);
  const kind = kindOf(naming, gazetteer);
  const after = head.index > verb;
  const span = after ? [verb + 1, naming.tokenStart] : [naming.tokenEnd, verb];
  const gap = tokens.slice(Math.max(0, span[0]), Math.max(0, span[1]));
  const verbs = Math.min(3, gap.filter(token => token.upos === 'VERB').length);
  const commas = Math.min(2, gap.filter(token => token.text === ',').length);
  const others = namings.filter((other, i) => i !== at && kindOf(other, gazetteer) !== 'name');
  const nearer = others.filter(other => Math.abs(other.tokenStart - verb) < Math.abs(naming.tokenStart - verb)).length;
  const distance = Math.min(6, Math.floor(Math.log2(1 + gap.length)));
  const next = namings[at + 1];
  const chained = next && next.tokenStart - naming.tokenEnd <= 2 && word(naming.tokenEnd) === ',';
  const last = namings[at - 1];
  const tail = last && naming.tokenStart - last.tokenEnd <= 2 && word(naming.tokenStart - 1) === ',';
  const governor = head.head === head.index ? 'root' : tokens[head.head].lemma.toLowerCase();
  const lemma = event.lemma.toLowerCase();
  const object = childOf(verb, 'obj', tokens);
  const subject = childOf(verb, 'nsubj', tokens);
  const side = after ? 'r' : 'l';
  return [
    'bias',
    `path:${path}`,
    `path:${path}:${preposition}`,
    `path:${path}:${kind}`,
    `prep:${preposition}`,
    `prep:${preposition}:${kind}:${side}`,
    `prep:${preposition}:${distance}:${side}`,
    `prep:${preposition}:${governor}`,
    `prep:${preposition}:${verbs}:${side}`,
    `kind:${kind}`,
    `kind:${kind}:${head.label}`,
    `role:${naming.mention?.role ?? '-'}:${head.label}`,
    `dist:${side}:${distance}:${verbs}`,
    `gap:${side}:${verbs}:${commas}`,
    `near:${Math.min(3, nearer)}:${Math.min(3, others.length)}:${kind}`,
    `near:${Math.min(3, nearer)}:${side}:${preposition}`,
    `verb:${lemma}:${preposition}`,
    `verb:${lemma}:${path}`,
    `v:${lemma}`,
    `v:${lemma}:${kind}:${side}`,
    `v:${lemma}:${event.xpos}`,
    `v:${lemma}:${head.head === verb}:${preposition}`,
    `object:${lemma}:${object}`,
    `subject:${lemma}:${subject}`,
    `child:${head.head === verb ? head.label : '-'}:${event.xpos}:${subject}`,
    `order:${Math.min(4, at)}:${Math.min(4, namings.length)}:${side}`,
    `text:${event.text}:${preposition}`,
    `vform:${event.xpos}:${event.label}:${side}`,
    `vform:${event.xpos}:${event.label}:${preposition}:${side}`,
    `gov:${governor}:${head.label}`,
    `first:${naming.tokenStart <= tokens[verb].index && naming.tokenStart - firstOf(tokens, verb) <= 2}:${preposition}`,
    `chain:${chained}:${tail}:${kind}`,
    `w-1:${word(naming.tokenStart - 1)}:${side}`,
    `w-2:${word(naming.tokenStart - 2)}:${word(naming.tokenStart - 1)}`,
    `w+1:${word(naming.tokenEnd)}:${kind}`,
    `last:${word(naming.tokenEnd - 1)}`,
    `len:${naming.tokenEnd - naming.tokenStart}:${kind}`,
    `alone:${others.length === 0}:${kind}:${preposition}:${side}`,
  ].map(feature => hashText(feature) & (eventModelSlots - 1));
}

/** The lemma of a verb's first object or subject. */
function childOf(verb: number, label: string, tokens: readonly Token[]): string {
  const from = firstOf(tokens, verb);
  for (let i = from; i < tokens.length && tokens[i].sentence === tokens[verb].sentence; i++) {
    if (tokens[i].head === verb && i !== verb && tokens[i].label.startsWith(label))
      return tokens[i].lemma.toLowerCase();
  }
  return '-';
}

function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && tokens[first - 1].sentence === tokens[at].sentence) first--;
  return first;
}

function kindOf({ mention }: PlaceNaming, gazetteer: Gazetteer): string {
  if (mention === null) return 'name';
  if (mention.role === 'demonym' || mention.role === 'name-part') return mention.role;
  const entry = mention.candidates[0]?.entry;
  if (entry === undefined) return 'name';
  const kind = gazetteer.kind(entry);
  if (kind === 'country' || kind === 'continent') return kind;
  return kind === 'admin1' || kind === 'admin2' ? 'unit' : 'spot';
}

function prepositionOf(naming: PlaceNaming, head: Token, tokens: readonly Token[]): string {
  for (let i = naming.tokenStart - 1; i >= Math.max(0, naming.tokenStart - 6); i--) {
    if (tokens[i].sentence !== head.sentence || tokens[i].upos === 'VERB' || tokens[i].upos === 'PUNCT') break;
    if (tokens[i].upos === 'ADP' || tokens[i].upos === 'SCONJ') return tokens[i].text.toLowerCase();
  }
  return '-';
}

/** Labels up from the name to the common governor and down to the verb, at most six steps. */
function pathBetween(from: number, to: number, tokens: readonly Token[]): string {
  const up = chain(from, tokens);
  const down = chain(to, tokens);
  const meet = up.find(index => down.includes(index));
  if (meet === undefined) return 'apart';
  const rise = up.slice(0, up.indexOf(meet)).map(index => tokens[index].label);
  const fall = down.slice(0, down.indexOf(meet)).map(index => tokens[index].label);
  return rise.length + fall.length > 6 ? 'far' : `${rise.join('<')}|${fall.reverse().join('>')}`;
}

function chain(from: number, tokens: readonly Token[]): number[] {
  const steps = [from];
  for (let at = from; tokens[at].head !== at && steps.length < 12; ) {
    at = tokens[at].head;
    steps.push(at);
  }
  return steps;
}
