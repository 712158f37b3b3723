/**
 * The gazetteer is a model file (base/model-file.ts) whose sections are the columns of one table, read in place.
 * Entries stand in the order countries, admin 1, admin 2, all others; the columns `admin1` and `admin2` hold entry
 * numbers (0 = none), `country` too; `labels` is a pool of UTF-8 texts, each after a byte with its length, into which
 * `label` points; a country's label is `name|ISO3|ISO2|neighbours`. `blocks`, `names` and `filter` are a dictionary of
 * folded names (base/packed-names.ts) whose values are `entry * 4 + kind of match`. Keys after `~` are rough spellings,
 * keys after `^` abbreviations that count only behind a comma.
 */

/** Kinds of places, by the number that stands for them in the file: append only. */
export const placeKinds = [
  'country',
  'admin1',
  'admin2',
  'capital',
  'seat1',
  'seat2',
  'town',
  'village',
  'suburb',
  'region',
  'valley',
  'mountain',
  'river',
  'lake',
  'sea',
  'island',
  'desert',
  'continent',
  'crossing',
  'line',
  'camp',
  'base',
  'airport',
  'site',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** How a key names its entry, kept in the two low bits of a value of the names dictionary. */
export const nameMatches = ['name', 'alternate', 'demonym', 'variant'] as const;
export type NameMatch = (typeof nameMatches)[number];

/** Population and event counts are kept as `round(10 * log2(n + 1))` in one byte: right to about 3 %. */
export const countSteps = 10;
export const noCountry = 255;
