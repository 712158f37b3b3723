import type { Draft } from './actor-mention.ts';
import {
  type ActorContext,
  type DocumentCountries,
  documentCountries,
  type PlaceCountry,
} from './document-countries.ts';
import type { Scan } from './scan.ts';
import type { Body } from './sense.ts';

/** Everything of a document that decides whom a draft means, gathered once. */
export interface Settings {
  readonly scan: Scan;
  readonly context: ActorContext;
  readonly countries: DocumentCountries;
  /** For each actor that some words name for certain: the first atoms of these words. */
  readonly certain: ReadonlyMap<string, ReadonlySet<string>>;
  /** The countries whose military the report names by nationality. */
  readonly militaries: ReadonlySet<string>;
  /** The places of the text by where they start. */
  readonly places: ReadonlyMap<number, PlaceCountry>;
  /** For each sentence with places: the one country in which they all lie, null where they lie in several. */
  readonly countryOf: ReadonlyMap<number, string | null>;
  /** For each body: the drafts that name it with its country, in text order. */
  readonly bodies: Readonly<Record<Body, readonly Draft[]>>;
}

/** Gathers what decides. */
export function settingsOf(scan: Scan, drafts: readonly Draft[], given: ActorContext): Settings {
  const context = { ...given, places: placesBesideNames(scan, drafts, given.places ?? []) };
  const day = context.publishedAt ?? null;
  const certain = new Map<string, Set<string>>();
  const militaries = new Set<string>();
  const bodies: Record<Body, Draft[]> = { government: [], military: [], police: [] };
  for (const draft of drafts) {
    const { target } = draft;
    if (target.type === 'state') {
      bodies[target.body].push(draft);
      if (target.body === 'military') militaries.add(target.country);
    }
    if (target.type !== 'actors') continue;
    const alive = target.candidates.filter(({ id }) => scan.index.isAlive(id, day));
    const [only] = alive;
    if (only === undefined || alive.length > 1 || only.contested) continue;
    const { kind, country } = scan.index.actor(only.id) ?? { kind: null, country: null };
    if (kind === 'military' && country !== null) militaries.add(country);
    const words = certain.get(only.id) ?? new Set();
    certain.set(only.id, words.add(wordsOf(scan, draft)));
  }
  const places = new Map((context.places ?? []).map(place => [place.start, place]));
  const countries = documentCountries(scan, drafts, context);
  return { scan, context, countries, certain, militaries, bodies, places, countryOf: countriesOf(scan, context) };
}

/** The places without those that are an actor's acronym: "the BLA" speaks of no town of Bla. */
function placesBesideNames(
  scan: Scan,
  drafts: readonly Draft[],
  places: readonly PlaceCountry[],
): readonly PlaceCountry[] {
  const acronyms = new Set(
    drafts.flatMap(({ form, from, target }) =>
      form === 'acronym' && target.type === 'actors' ? (scan.atoms[from]?.start ?? []) : [],
    ),
  );
  return places.filter(({ start }) => !acronyms.has(start));
}

function countriesOf({ sentences }: Scan, { places = [] }: ActorContext): ReadonlyMap<number, string | null> {
  const found = new Map<number, string | null>();
  let at = 0;
  for (const { start, country } of places) {
    while (at + 1 < sentences.length && (sentences[at + 1]?.start ?? 0) <= start) at++;
    const known = found.get(at);
    found.set(at, known === undefined || known === country ? country : null);
  }
  return found;
}

/** The words of a draft as keys. */
export function wordsOf(scan: Scan, { from, to }: Draft): string {
  let words = scan.atoms[from]?.key ?? '';
  for (let i = from + 1; i < to; i++) words += ` ${scan.atoms[i]?.key ?? ''}`;
  return words;
}

/** The last draft of a list in text order that starts before an atom. */
export function lastBefore(drafts: readonly Draft[], atom: number): Draft | null {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.from ?? 0) < atom) low = middle + 1;
    else high = middle;
  }
  return drafts[low - 1] ?? null;
}
