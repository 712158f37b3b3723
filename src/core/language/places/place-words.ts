import type { PlaceKind } from './gazetteer-format.ts';

/** Words of data/places/words.tsv by what they tell about a name beside them. All are lower case. */
export interface PlaceWords {
  /** Small words inside names: "Bab *al* Hawa". */
  readonly link: ReadonlySet<string>;
  /** Small words that may begin a name: "*al*-Hol". */
  readonly article: ReadonlySet<string>;
  /** "village", "district": the kind of place that the name beside them means. */
  readonly feature: ReadonlyMap<string, PlaceKind>;
  /** Kind words that make a place of any name beside them. */
  readonly proof: ReadonlySet<string>;
  /** Words that are no place on their own, though some place bears them as a name: "North", "Park". */
  readonly never: ReadonlySet<string>;
  /** Words that make a street of the name before them. */
  readonly street: ReadonlySet<string>;
  readonly road: ReadonlySet<string>;
  readonly border: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  /** Units of length in km. */
  readonly unit: ReadonlyMap<string, number>;
  /** "north": compass bearing in degrees. */
  readonly bearing: ReadonlyMap<string, number>;
  /** "northern": a part of the place that follows. */
  readonly part: ReadonlySet<string>;
  /** Verbs whose subject is a government rather than a spot on the map. */
  readonly speech: ReadonlySet<string>;
  /** Verbs whose object is one too: "accused *Kabul*". */
  readonly address: ReadonlySet<string>;
}

/** Reads lines `word, class, value`. */
export function readPlaceWords(lines: readonly string[]): PlaceWords {
  const rows = lines.map(line => line.split('\t'));
  const words = (kind: string) => rows.filter(row => row[1] === kind);
  const set = (kind: string) => new Set(words(kind).map(row => row[0] ?? ''));
  const numbers = (kind: string) => new Map(words(kind).map(row => [row[0] ?? '', Number(row[2])]));
  return {
    link: set('link'),
    article: set('article'),
    feature: new Map(words('feature').map(row => [row[0] ?? '', row[2] as PlaceKind])),
    proof: set('proof'),
    never: set('never'),
    street: set('street'),
    road: set('road'),
    border: set('border'),
    near: set('near'),
    unit: numbers('unit'),
    bearing: numbers('bearing'),
    part: set('part'),
    speech: set('speech'),
    address: set('address'),
  };
}
