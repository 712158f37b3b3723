import { foldName } from '../../base/fold-name.ts';
import { linesOf, readModelFile, sectionOf } from '../../base/model-file.ts';
import { PackedNames } from '../../base/packed-names.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { countSteps, type NameMatch, nameMatches, noCountry, type PlaceKind, placeKinds } from './gazetteer-format.ts';
import { type PlaceWords, readPlaceWords } from './place-words.ts';
import { roughName } from './rough-name.ts';

/** One place that a name may mean. */
export interface PlaceCandidate {
  /** Its number in this gazetteer. */
  readonly entry: number;
  /** `iso:PAK`, `gn:1234`, or `geo:31.006,66.400` where no register numbers it. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly match: NameMatch;
  readonly lat: number;
  readonly lon: number;
  /** How far the place reaches from its point. */
  readonly radiusKm: number;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** Right to about 3 %; null where no count is known. */
  readonly population: number | null;
  /** Events of organised violence that UCDP located here: a prior, not a fact about the report. */
  readonly conflictEvents: number;
}

/** One reading of a name: the entry it means and how. */
export interface NameHit {
  readonly entry: number;
  readonly match: NameMatch;
}

/** All places of the world that we know, over the bytes of one file, which it reads in place. */
export class Gazetteer {
  /** Checksum of the file. */
  readonly version: string;
  readonly size: number;
  readonly #columns: Columns;
  readonly #names: PackedNames;
  /** Fields of countries, which are asked for most. */
  readonly #countryFields: string[][] = [];

  /** Words that tell how a name is meant. */
  readonly words: PlaceWords;
  /** Weights that tell place names from other names, see name-classes.ts. */
  readonly nameModel: Int8Array;
  /** Weights that tell the place of an event, see event-place.ts. */
  readonly eventModel: Int8Array;
  /** Outlines for a map: for each ring its country, the number of its points, then longitude and latitude in 0.01 degrees. */
  readonly outlines: Int16Array;

  /** Opens models/gazetteer.bin; throws `ModelFileError` when it is damaged or another file. */
  static from(bytes: Uint8Array): Gazetteer {
    return new Gazetteer(readColumns(bytes));
  }

  private constructor(columns: Columns) {
    this.#columns = columns;
    this.version = columns.version;
    this.size = columns.lat.length;
    this.words = columns.words;
    this.nameModel = columns.nameModel;
    this.eventModel = columns.eventModel;
    this.outlines = columns.outlines;
    this.#names = new PackedNames(columns.blocks, columns.names, columns.filter);
  }

  /** Every place that a name may mean; spelling variants only where nothing bears the name itself. */
  candidates(name: string): PlaceCandidate[] {
    const key = foldName(name);
    const exact = this.hits(key);
    return (exact.length > 0 ? exact : this.variants(key)).map(hit => this.candidate(hit));
  }

  /** The readings of a folded name (see foldName). */
  hits(key: string): readonly NameHit[] {
    return this.#names.find(key).map(value => ({ entry: value >>> 2, match: nameMatches[value & 3] ?? 'name' }));
  }

  /** The admin unit that an abbreviation behind a comma means ("La.", "Ont."), or null. */
  abbreviated(key: string): number | null {
    const [value] = this.#names.find(`^${key}`);
    return value === undefined ? null : value >>> 2;
  }

  /** The readings of names that only sound like a folded name. */
  variants(key: string): readonly NameHit[] {
    if (key.length < 5) return [];
    return this.#names.find(`~${roughName(key)}`).map(value => ({ entry: value >>> 2, match: 'variant' }));
  }

  /** Whether a folded name may be known as it stands; false is certain, so that most words cost one look. */
  mayKnow(key: string): boolean {
    return this.#names.mayHave(key);
  }

  candidate({ entry, match }: NameHit): PlaceCandidate {
    const admin1 = this.admin1(entry);
    const admin2 = this.admin2(entry);
    return {
      entry,
      match,
      id: this.id(entry),
      name: this.label(entry),
      kind: this.kind(entry),
      lat: this.lat(entry),
      lon: this.lon(entry),
      radiusKm: this.radiusKm(entry),
      country: this.country(entry),
      admin1: admin1 === null ? null : this.label(admin1),
      admin2: admin2 === null ? null : this.label(admin2),
      population: this.population(entry),
      conflictEvents: Math.round(2 ** ((this.#columns.events[entry] ?? 0) / countSteps) - 1),
    };
  }

  lat(entry: number): number {
    return Math.round((this.#columns.lat[entry] ?? 0) * 1e4) / 1e4;
  }

  lon(entry: number): number {
    return Math.round((this.#columns.lon[entry] ?? 0) * 1e4) / 1e4;
  }

  kind(entry: number): PlaceKind {
    return placeKinds[this.#columns.kind[entry] ?? 0] ?? 'site';
  }

  label(entry: number): string {
    return this.#fields(entry)[0] ?? '';
  }

  /** The entry of the country, which is also its number; null for seas, ranges and the like. */
  countryEntry(entry: number): number | null {
    const country = this.#columns.country[entry] ?? noCountry;
    return country === noCountry ? null : country;
  }

  country(entry: number): string | null {
    const country = this.countryEntry(entry);
    return country === null ? null : (this.#fields(country)[1] ?? null);
  }

  /** The entry of the country with an ISO 3166-1 code of two or three letters. */
  countryOf(code: string): number | null {
    for (let entry = 0; entry < this.#columns.countries; entry++) {
      const [, iso3, iso2] = this.#fields(entry);
      if (iso3 === code || iso2 === code) return entry;
    }
    return null;
  }

  neighbours(country: number): readonly string[] {
    return this.#fields(country)[3]?.split(',') ?? [];
  }

  admin1(entry: number): number | null {
    return this.#columns.admin1[entry] || null;
  }

  admin2(entry: number): number | null {
    const value = this.#columns.admin2[entry] ?? 0;
    return value === 0 ? null : value;
  }

  radiusKm(entry: number): number {
    const radius = (this.#columns.radius[entry] ?? 0) / 10;
    if (radius > 0) return radius;
    const people = this.population(entry) ?? 5000;
    return Math.max(1.5, Math.round(10 * Math.sqrt(people / 12_000)) / 10);
  }

  population(entry: number): number | null {
    const level = this.#columns.population[entry] ?? 0;
    return level === 0 ? null : roundCount(2 ** (level / countSteps) - 1);
  }

  /** Logarithm to the base 2 of the population and of UCDP's events here, as evidence weighs them. */
  weight(entry: number): { readonly people: number; readonly events: number } {
    return {
      people: (this.#columns.population[entry] ?? 0) / countSteps,
      events: (this.#columns.events[entry] ?? 0) / countSteps,
    };
  }

  id(entry: number): string {
    if (entry < this.#columns.countries) return `iso:${this.country(entry)}`;
    const number = this.#columns.geonames[entry] ?? 0;
    return number > 0 ? `gn:${number}` : `geo:${this.lat(entry).toFixed(3)},${this.lon(entry).toFixed(3)}`;
  }

  #fields(entry: number): readonly string[] {
    if (entry >= this.#columns.countries) return this.#readFields(entry);
    this.#countryFields[entry] ??= this.#readFields(entry);
    return this.#countryFields[entry];
  }

  #readFields(entry: number): string[] {
    const { label, labels } = this.#columns;
    const at = label[entry] ?? 0;
    return decodeUtf8(labels, at + 1, at + 1 + (labels[at] ?? 0)).split('|');
  }
}

interface Columns {
  readonly version: string;
  readonly countries: number;
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly geonames: Uint32Array;
  readonly label: Uint32Array;
  readonly radius: Uint16Array;
  readonly admin1: Uint16Array;
  readonly admin2: Uint16Array;
  readonly country: Uint8Array;
  readonly kind: Uint8Array;
  readonly population: Uint8Array;
  readonly events: Uint8Array;
  readonly labels: Uint8Array;
  readonly blocks: Uint32Array;
  readonly names: Uint8Array;
  readonly filter: Uint32Array;
  readonly nameModel: Int8Array;
  readonly eventModel: Int8Array;
  readonly outlines: Int16Array;
  readonly words: PlaceWords;
}

function readColumns(bytes: Uint8Array): Columns {
  const file = readModelFile(bytes);
  const kind = sectionOf(file, 'kind', Uint8Array);
  return {
    version: file.checksum,
    countries: Math.max(
      0,
      kind.findIndex(value => value !== 0),
    ),
    lat: sectionOf(file, 'lat', Float32Array),
    lon: sectionOf(file, 'lon', Float32Array),
    geonames: sectionOf(file, 'geonames', Uint32Array),
    label: sectionOf(file, 'label', Uint32Array),
    radius: sectionOf(file, 'radius', Uint16Array),
    admin1: sectionOf(file, 'admin1', Uint16Array),
    admin2: sectionOf(file, 'admin2', Uint16Array),
    country: sectionOf(file, 'country', Uint8Array),
    kind,
    population: sectionOf(file, 'population', Uint8Array),
    events: sectionOf(file, 'events', Uint8Array),
    labels: sectionOf(file, 'labels', Uint8Array),
    blocks: sectionOf(file, 'blocks', Uint32Array),
    names: sectionOf(file, 'names', Uint8Array),
    filter: sectionOf(file, 'filter', Uint32Array),
    nameModel: sectionOf(file, 'nameModel', Int8Array),
    eventModel: sectionOf(file, 'eventModel', Int8Array),
    outlines: sectionOf(file, 'outlines', Int16Array),
    words: readPlaceWords(linesOf(file, 'words')),
  };
}

function roundCount(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
