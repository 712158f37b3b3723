import type { Sentence } from '../language/token.ts';
import type { Place } from '../model/place.ts';
import { unknownWhen, type When } from '../model/when.ts';
import { type Context, sentenceOf, within } from './context.ts';
import type { Draft, DraftOf } from './draft.ts';
import { trustedPlace } from './place-trust.ts';
import { finest, isFine } from './places-together.ts';
import { locations } from './refiners/event-place.ts';
import { daysIn, whenOf } from './when-of.ts';

/** When and where something happened. */
export interface Setting {
  readonly when: When;
  readonly places: readonly Place[];
  /** The sentence over its paragraph that gives time or place, by number. */
  readonly heading?: number | null;
}

/** A line of so many words or fewer, without a verb, that stands over a paragraph. */
const HEADING_WORDS = 14;

/** Precisions above this one are countries: no place of a happening unless its own sentence puts it there. */
const PROVINCE = 5;

/** What the own sentence of an event or a figure says of its time and place, else the heading of its paragraph. */
export function settingOf(context: Context, draft: DraftOf<'event'> | DraftOf<'casualty'>): Setting {
  const own: Setting =
    draft.kind === 'event'
      ? { when: draft.when, places: draft.places }
      : { when: whenOf(context, draft.anchor), places: harmPlaces(context, draft) };
  const heading = headingOf(context, sentenceOf(context, draft.anchor));
  if (heading === null) return own;
  const [day] = daysIn(context, heading);
  return {
    when: own.when.start === null && day !== undefined ? day : own.when,
    places: own.places.length > 0 ? own.places : placesOver(context, heading),
    heading: heading.index,
  };
}

/** How a happening stands in its report. */
export interface Standing {
  /** The first one told: headline and lead are about it. */
  readonly isMain: boolean;
  /** Told only by its distance from another: the days around it are the other's. */
  readonly isDistant: boolean;
}

/**
 * The time and place of a happening, chosen over the whole report (codebook §6.8): what its events say, what its figures
 * say, what their paragraphs say, and for the main happening what headline and lead say.
 */
export function chooseSetting(context: Context, drafts: readonly Draft[], { isMain, isDistant }: Standing): Setting {
  const events = drafts.filter(draft => draft.kind === 'event').filter(({ polarity }) => polarity === 'positive');
  const figures = drafts.filter(draft => draft.kind === 'casualty');
  const told = [...events, ...figures].map(draft => settingOf(context, draft));
  const { sentences } = context.doc;
  const own = [...events, ...figures].map(({ anchor }) => sentenceOf(context, anchor));
  const paragraphs = new Set(own.map(({ paragraph }) => paragraph));
  const lead = isMain ? leadOf(sentences) : [];
  const around = [...sentences.filter(({ paragraph }) => paragraphs.has(paragraph)), ...lead];
  const firstOwn = own.at(0)?.index ?? 0;
  const before = around.filter(
    sentence =>
      (sentence.index <= firstOwn || lead.some(other => other.index === sentence.index)) &&
      !tellsLater(context, sentence),
  );
  const times = told.map(({ when }) => when);
  const day =
    dayOf(context, events, figures) ??
    (isDistant ? null : mostPrecise(before.flatMap(sentence => daysIn(context, sentence))));
  const lastOwn = own.at(-1)?.index ?? 0;
  const near = around.filter(({ index }) => index <= lastOwn || lead.some(other => other.index === index));
  return { when: withPart(day, times), places: choosePlaces(context, told, near) };
}

/** The day of the acts where they name one, else the most precise that acts or figures name; not that of a later death. */
function dayOf(
  context: Context,
  events: readonly DraftOf<'event'>[],
  figures: readonly DraftOf<'casualty'>[],
): When | null {
  const acts = events.map(draft => settingOf(context, draft).when);
  const exact = mostPrecise(acts);
  if (exact !== null && (exact.precision ?? 9) <= 2) return exact;
  const harm = figures.filter(draft => !isLateDeath(context, draft)).map(draft => settingOf(context, draft).when);
  return mostPrecise([...acts, ...harm]);
}

/** "One succumbed to wounds on Saturday", "the toll rose to six on Monday": the day is not that of the happening. */
export function isLateDeath(context: Context, draft: DraftOf<'casualty'>): boolean {
  const { tokens } = context.tree;
  const near = (from: number, to: number, set: 'late-death' | 'old-wound') =>
    tokens.slice(Math.max(0, draft.anchor + from), draft.anchor + to).some(({ lemma, text }) => {
      const words = context.codebook.wordSets[set];
      return words.has(lemma.toLowerCase()) || words.has(text.toLowerCase());
    });
  if (near(-3, 10, 'late-death')) return true;
  // "Two of the wounded died": those who were hurt before.
  if (/\bof the (?:wounded|injured)\b/i.test(draft.victims.words ?? '') && draft.harm === 'killed') return true;
  return tokens[draft.anchor].lemma === 'die' && near(-4, 5, 'old-wound');
}

/** Whether a sentence tells how a figure changed since. */
function tellsLater(context: Context, { tokenStart, tokenEnd }: Sentence): boolean {
  const later = context.codebook.wordSets['late-death'];
  return context.tree.tokens.slice(tokenStart, tokenEnd).some(({ text }) => later.has(text.toLowerCase()));
}

function choosePlaces(context: Context, told: readonly Setting[], around: readonly Sentence[]): readonly Place[] {
  const said = told.flatMap(({ places }) => places);
  if (said.some(place => isFine(place) || place.precision === null)) return finest(said);
  const near = around
    .flatMap(sentence => locations(context, sentence))
    .map(mention => trustedPlace(context, mention))
    .filter(({ precision }) => precision === null || precision <= PROVINCE);
  const fine = near.filter(isFine);
  if (fine.length > 0) return finest(fine.slice(0, 1));
  return finest(said.length > 0 ? said : near.slice(0, 1));
}

/** The most precise of times with days; of two as precise the one told first. */
function mostPrecise(times: readonly When[]): When | null {
  const dated = times.filter(({ precision }) => precision !== null);
  return [...dated].sort((a, b) => (a.precision ?? 9) - (b.precision ?? 9)).at(0) ?? null;
}

/** A day with the part of day that other words of the same happening name. */
function withPart(day: When | null, times: readonly When[]): When {
  const part = times.find(({ partOfDay }) => partOfDay !== null)?.partOfDay ?? null;
  if (day !== null) return { ...day, partOfDay: day.partOfDay ?? part };
  // The day of a later death is not that of the happening; words without a day may be.
  const undated = times.filter(({ start }) => start === null);
  return (
    undated.find(({ partOfDay }) => partOfDay !== null) ??
    undated.find(({ words }) => words !== null) ??
    unknownWhen('the report names no time for it')
  );
}

/** The headline and the first two sentences of the body. */
function leadOf(sentences: readonly Sentence[]): readonly Sentence[] {
  const headline = sentences.filter(({ kind }) => kind === 'headline');
  return [...sentences.filter(({ kind }) => kind === 'body').slice(0, 2), ...headline];
}

/** A line such as "2. Northern district, 22 May" over the paragraph of a sentence, or as its first sentence. */
function headingOf(context: Context, { index, paragraph }: Sentence): Sentence | null {
  const { sentences } = context.doc;
  const first = sentences.findIndex(other => other.paragraph === paragraph);
  if (first < 0) return null;
  if (first < index && isHeading(context, sentences[first])) return sentences[first];
  const above = sentences.at(first === 0 ? -1 : first - 1);
  if (first === 0 || above === undefined || above.kind !== 'body') return null;
  return isHeading(context, above) && sentences[first - 2]?.paragraph !== above.paragraph ? above : null;
}

function isHeading(context: Context, { tokenStart, tokenEnd }: Sentence): boolean {
  if (tokenEnd - tokenStart > HEADING_WORDS) return false;
  const words = context.tree.tokens.slice(tokenStart, tokenEnd);
  if (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false;
  return (
    within(context.dateAt, { start: tokenStart, end: tokenEnd }).length > 0 ||
    placesNamed(context, words.length, tokenStart)
  );
}

function placesNamed(context: Context, count: number, start: number): boolean {
  return within(context.placeAt, { start, end: start + count }).some(({ role }) => role === 'location');
}

/** In a heading a bare name is a place: "Northern district, 22 May". */
function placesOver(context: Context, { tokenStart, tokenEnd }: Sentence): readonly Place[] {
  const named = within(context.placeAt, { start: tokenStart, end: tokenEnd }).filter(
    ({ role, tokenStart: at }) => role === 'location' && context.dateAt[at] === null,
  );
  return finest(named.map(mention => trustedPlace(context, mention)));
}

function harmPlaces(context: Context, draft: DraftOf<'casualty'>): readonly Place[] {
  const { place } = draft;
  if (place === null) return [];
  const mention = locations(context, sentenceOf(context, draft.anchor)).find(
    ({ place: { span } }) => span !== null && span.start === place.span?.start,
  );
  return mention === undefined ? [] : [trustedPlace(context, mention)];
}
