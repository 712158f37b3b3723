import type { NameMatch, PlaceKind } from './gazetteer-format.ts';

/**
 * How much each kind of evidence counts for a reading of a name, in units of log-odds: tuned by hand on the even-numbered
 * half of two public corpora and checked on the other (docs/where-and-when.md).
 */
export const placeWeights = {
  /** For each doubling of the population. */
  people: 0.4,
  /** For each doubling of the violent events on record here. */
  events: 0.12,
  /** Times the share of the document's other places that lie in the same country. */
  sameCountry: 5,
  /** The same for the admin 1 unit. */
  sameAdmin1: 4,
  /** Times how near another place of the document lies: `exp(-km / nearKm)`, summed, at most 2. */
  near: 2,
  nearKm: 40,
  /** "Spin Boldak, Kandahar": the reading lies in what follows. */
  contained: 7,
  /** "Kunar province": the reading is of the kind that the word beside it names, or is not. */
  feature: 4,
  notFeature: -2.5,
  publisherCountry: 2,
  /** A name whose best reading is less likely than this is left unresolved. */
  sure: 0.4,
} as const;

/** What a kind of place is worth before any evidence, people apart. */
export const kindWeights: Readonly<Record<PlaceKind, number>> = {
  country: 13,
  continent: 12,
  admin1: 7.5,
  admin2: 1.5,
  capital: 3,
  seat1: 1.2,
  seat2: 0.5,
  town: 0,
  village: -0.5,
  suburb: -1,
  region: 6,
  valley: 4,
  mountain: 1.5,
  river: 2.5,
  lake: 2,
  sea: 8,
  island: 3,
  desert: 4,
  crossing: 3.5,
  line: 7,
  camp: 3,
  base: 2.5,
  airport: 1,
  site: 3,
};

export const matchWeights: Readonly<Record<NameMatch, number>> = { name: 0, alternate: -1, demonym: 0, variant: -3 };

/** Population that is assumed where none is known, as log2. */
export const unknownPeople = 9;
