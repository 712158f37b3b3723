import type { Draft } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import { follows, type Hit, type Scan, wordEnd } from './scan.ts';

/** What a caller knows of a report beside its text. */
export interface ActorContext {
  /** The day of publication: it decides between names of different times. Null or absent: the present. */
  readonly publishedAt?: string | null;
  /** The publisher's name; a short form of it in the text ("the Command") means its voice. */
  readonly publisher?: string | null;
  /** The publisher's country, ISO 3166-1 alpha-3. */
  readonly publisherCountry?: string | null;
  /** Name of the actor whose official voice the publisher is: "our forces" are its own. */
  readonly voice?: string | null;
  /** The places of the text that are resolved, in text order: where each starts and its country, ISO 3166-1 alpha-3. */
  readonly places?: readonly PlaceCountry[];
}

/** A place of the text; what a place name covers is no name of an organisation ("Kurram Agency"). */
export interface PlaceCountry {
  readonly start: number;
  readonly end: number;
  readonly country: string;
}

/** How much a report speaks of each country, and the one it speaks of most where it stands out. */
export interface DocumentCountries {
  readonly weights: ReadonlyMap<string, number>;
  readonly main: string | null;
}

const HEADLINE = 2;
const PUBLISHER = 1.5;
const VOICE = 3;
const GROUP = 0.5;
const PLACE = 0.75;
/** Below this a report does not speak of a country. */
const WEIGHT_MIN = 1;
/** How far ahead of the next the main country must be. */
const LEAD = 1.5;

/** Weighs the countries that a report names, by country words, certain actors, places and the publisher. */
export function documentCountries(scan: Scan, drafts: readonly Draft[], context: ActorContext): DocumentCountries {
  const weights = new Map<string, number>();
  const add = (country: string, weight: number): void => {
    weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  const named = atomsOfNames(drafts);
  let end = 0;
  scan.hits.forEach((hits, at) => {
    const nation = at < end || named.has(at) ? null : nationOf(hits);
    if (nation === null || (nation.capital && isPartOfName(scan, at))) return;
    end = nation.to;
    for (const country of nation.countries) add(country, weightOf(scan, at) / nation.countries.length);
  });
  for (const { from, target } of drafts) {
    if (target.type !== 'actors') continue;
    const [only, other] = target.candidates;
    const one = only === undefined || only.contested || other !== undefined ? null : scan.index.registered(only.id);
    const country = one?.countries[0];
    if (country !== undefined) add(country, weightOfKind(one?.actor.kind) * weightOf(scan, from));
  }
  for (const { country } of context.places ?? []) add(country, PLACE);
  if (context.publisherCountry) add(context.publisherCountry, PUBLISHER);
  const voice = context.voice ? scan.index.actorNamed(context.voice)?.country : null;
  if (voice) add(voice, VOICE);
  return { weights, main: mainOf(weights) };
}

/** Bodies and people of a state speak of it more than groups, which also act elsewhere. */
function weightOfKind(kind: string | undefined): number {
  return isState(kind) || kind === 'civilians' ? 1 : GROUP;
}

/** Whether a kind of actor is a body of a state. */
export function isState(kind: string | null | undefined): kind is 'government' | 'military' | 'police' {
  return kind === 'government' || kind === 'military' || kind === 'police';
}

/** The countries that one word may mean; `capital` where it is no more than the name of a capital. */
interface Nation {
  readonly to: number;
  readonly countries: readonly string[];
  readonly capital: boolean;
}

/** Whether the word before belongs to the same name: "Mocimboa da Praia" is no capital. */
function isPartOfName(scan: Scan, at: number): boolean {
  return follows(scan, at) && (wordEnd(scan, at - 1, 'particle') === at || isCapital(scan.atoms[at - 1]?.raw ?? ''));
}

/** The atoms inside of names of actors: "Pakistani Taliban" does not speak of Pakistan but through its actor. */
function atomsOfNames(drafts: readonly Draft[]): ReadonlySet<number> {
  const atoms = new Set<number>();
  for (const { from, to, target } of drafts) if (target.type === 'actors') for (let i = from; i < to; i++) atoms.add(i);
  return atoms;
}

function nationOf(hits: readonly Hit[]): Nation | null {
  const countries = new Set<string>();
  let to = 0;
  let capital = true;
  for (const hit of hits) {
    if (hit.sense.type !== 'country' || hit.to < to) continue;
    to = hit.to;
    capital &&= hit.sense.word === 'capital';
    countries.add(hit.sense.country);
  }
  return countries.size === 0 ? null : { to, countries: [...countries], capital };
}

function weightOf(scan: Scan, at: number): number {
  return scan.sentences[scan.sentenceOf[at] ?? 0]?.kind === 'body' ? 1 : HEADLINE;
}

function mainOf(weights: ReadonlyMap<string, number>): string | null {
  const ranked = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined || first[1] < WEIGHT_MIN) return null;
  return second === undefined || first[1] >= LEAD * second[1] ? first[0] : null;
}
