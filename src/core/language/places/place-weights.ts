import type { NameMatch, PlaceKind } from './gazetteer-format.ts';

/**
 * How much each kind of evidence counts for a reading of a name, in units of log-odds: tuned by hand on the even-numbered
 * half of two public corpora (LGL, GeoWebNews) and checked on the odd half.
 */
export interface PlaceWeights {
  /** For each doubling of the population. */
  readonly people: number;
  /** For each doubling of the radius of a country, region, river … */
  readonly extent: number;
  /** For each doubling of the violent events on record here. */
  readonly events: number;
  /** Times the share of the document's other places that lie in the same country. */
  readonly sameCountry: number;
  /** The same for the admin 1 unit. */
  readonly sameAdmin1: number;
  /** Times how near another place of the document lies: `exp(-km / nearKm)`, summed, at most 2. */
  readonly near: number;
  readonly nearKm: number;
  /** "Spin Boldak, Kandahar": the reading lies in what follows. */
  readonly contained: number;
  /** "Kunar province": the reading is of the kind that the word beside it names, or is not. */
  readonly feature: number;
  readonly notFeature: number;
  /** A unit without its kind word that bears the name of a town in it. */
  readonly seated: number;
  readonly publisherCountry: number;
  /** "the Dnepr": for a river, against a town. */
  readonly article: number;
  /** A reading in a country that the rest of the text never names; full weight from three other places on. */
  readonly foreign: number;
  /** What speaks for a place that we do not know: always, where the text tells of other places, where it denies ours. */
  readonly stray: number;
  readonly strayContext: number;
  readonly notContained: number;
  /** A name whose best reading is less likely than this is left unresolved. */
  readonly sure: number;
}

type WeightName = keyof PlaceWeights;

export const placeWeights: Readonly<Record<WeightName, number>> = {
  people: 0.4,
  extent: 0.55,
  events: 0.3,
  sameCountry: 4.5,
  sameAdmin1: 6,
  near: 5,
  nearKm: 35,
  contained: 7,
  feature: 4,
  notFeature: -0.5,
  seated: -5,
  publisherCountry: 2,
  article: 4,
  foreign: -3,
  stray: 2,
  strayContext: 2.5,
  notContained: 4,
  sure: 0.4,
};

/** What a kind of place is worth before any evidence, people apart. */
export const kindWeights: Readonly<Record<PlaceKind, number>> = {
  country: 7,
  continent: 6.5,
  admin1: 4,
  admin2: 0.5,
  capital: 2.8,
  seat1: 0,
  seat2: 0,
  town: 0,
  village: -0.5,
  suburb: -1,
  region: 2.5,
  valley: 2.5,
  mountain: 0,
  river: -0.5,
  lake: 0,
  sea: 4,
  island: 0,
  desert: 1,
  crossing: 3,
  line: 3,
  camp: 2,
  base: 2,
  airport: 0.5,
  site: 2.5,
};

export const matchWeights: Readonly<Record<NameMatch, number>> = { name: 0, alternate: -1.5, demonym: 0, variant: -3 };

/** Population that is assumed where none is known, as log2. */
export const unknownPeople = 9;
