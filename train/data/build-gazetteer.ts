import { readdirSync } from 'node:fs';
import { distanceKm } from '../../src/core/base/distance.ts';
import { foldName } from '../../src/core/base/fold-name.ts';
import {
  countSteps,
  type NameMatch,
  nameMatches,
  noCountry,
  type PlaceKind,
  placeKinds,
} from '../../src/core/language/places/gazetteer-format.ts';
import { roughName } from '../../src/core/language/places/rough-name.ts';
import { type GazetteerExtras, packGazetteer } from './pack-gazetteer.ts';
import { type Row, readTsv } from './tsv.ts';

/** One place on its way into the file. */
export interface Entry {
  readonly label: string;
  readonly kind: PlaceKind;
  readonly country: number;
  readonly lat: number;
  readonly lon: number;
  readonly geonames: number;
  readonly radiusKm: number;
  readonly population: number;
  readonly names: ReadonlyMap<string, NameMatch>;
  admin1: number;
  admin2: number;
  events: number;
}

/** Tables in the order in which they are read: a later row that means a known place only adds to it. */
const tables = ['settlements', 'conflict', 'ucdp', 'physical', 'facilities'];

/** Builds the gazetteer's bytes from the text tables of a folder. */
export function buildGazetteer(folder: string, models: Pick<GazetteerExtras, 'nameModel' | 'eventModel'>): Uint8Array {
  const extra = new Map(readTsv(`${folder}/country-names.tsv`).map(row => [row['iso2'] ?? '', row]));
  const countries = readTsv(`${folder}/countries.tsv`);
  const builder = new Builder(countries.map(row => row['iso2'] ?? ''));
  for (const row of countries) builder.addCountry(row, extra.get(row['iso2'] ?? '') ?? {});
  const admin = readTsv(`${folder}/admin.tsv`);
  for (const kind of ['admin1', 'admin2']) for (const row of admin) if (row['kind'] === kind) builder.add(row);
  for (const table of tables) {
    if (!readdirSync(folder).includes(`${table}.tsv`)) continue;
    for (const row of readTsv(`${folder}/${table}.tsv`)) builder.addOrMerge(row, table);
  }
  for (const row of readTsv(`${folder}/borders.tsv`)) builder.addBorder(row);
  for (const row of readTsv(`${folder}/demonyms.tsv`)) builder.addDemonyms(row);
  for (const row of readTsv(`${folder}/abbreviations.tsv`)) builder.addAbbreviations(row);
  const words = readTsv(`${folder}/words.tsv`).map(row => [row['word'], row['class'], row['value']].join('\t'));
  return packGazetteer(builder.entries, keysOf(builder.entries), {
    words,
    ...models,
    rings: readTsv(`${folder}/outlines.tsv`).map(row => ({
      country: countries.findIndex(({ iso3 }) => iso3 === row['iso3']),
      ring: row['ring'] ?? '',
    })),
  });
}

class Builder {
  readonly entries: (Entry & { names: Map<string, NameMatch> })[] = [];
  readonly #countries: readonly string[];
  readonly #admin = new Map<string, number>();
  readonly #byName = new Map<string, number[]>();

  constructor(countries: readonly string[]) {
    this.#countries = countries;
  }

  addCountry(row: Row, extra: Row): void {
    const label = extra['label'] || row['name'] || '';
    const names = [row['name'] ?? '', ...(row['names'] ?? '').split('|'), ...(extra['names'] ?? '').split('|')];
    const at = this.entries.length;
    this.add({
      ...row,
      ...(extra['lat'] ? { lat: extra['lat'], lon: extra['lon'] ?? '' } : {}),
      name: `${label}|${row['iso3']}|${row['iso2']}|${row['neighbours']}`,
      kind: 'country',
      country: row['iso2'] ?? '',
      alternates: names.join('|'),
    });
    const entry = this.entries[at];
    if (!entry) return;
    entry.names.set(foldName(label), 'name');
    entry.names.delete(foldName(`${label}|${row['iso3']}|${row['iso2']}|${row['neighbours']}`));
    for (const word of [...(row['demonyms'] ?? '').split('|'), ...(extra['demonyms'] ?? '').split('|')])
      if (word) this.#demonym(entry.names, word);
  }

  add(row: Row): void {
    const kind = kindOf(row);
    const country = this.#countries.indexOf(row['country'] ?? '');
    const code = `${row['country']}.${row['admin1']}`;
    const at = this.entries.length;
    const entry = {
      label: row['name'] ?? '',
      kind,
      country: country < 0 ? noCountry : country,
      lat: Number(row['lat']),
      lon: Number(row['lon']),
      geonames: Number(row['id'] || 0),
      radiusKm: Number(row['radius_km'] || 0),
      population: Number(row['population'] || 0),
      events: Number(row['events'] || 0),
      names: namesOf(row),
      admin1: kind === 'admin1' ? 0 : (this.#admin.get(code) ?? 0),
      admin2: kind === 'admin2' ? 0 : (this.#admin.get(`${code}.${row['admin2']}`) ?? 0),
    };
    if (kind === 'admin1' && row['admin1'] && !this.#admin.has(code)) this.#admin.set(code, at);
    if (kind === 'admin2' && row['admin2'] && !this.#admin.has(`${code}.${row['admin2']}`))
      this.#admin.set(`${code}.${row['admin2']}`, at);
    this.entries.push(entry);
    for (const key of entry.names.keys()) this.#byName.set(key, [...(this.#byName.get(key) ?? []), at]);
  }

  addOrMerge(row: Row, table: string): void {
    const known = table === 'settlements' ? undefined : this.#same(row, table);
    if (known === undefined) {
      this.add(table === 'ucdp' || table === 'conflict' ? this.#withAdmin(row) : row);
      if (table === 'conflict') usual(this.entries[this.entries.length - 1].names);
      return;
    }
    const entry = this.entries[known];
    if (!entry) return;
    entry.events = Math.max(entry.events, Number(row['events'] || 0));
    for (const key of namesOf(row).keys()) {
      if (entry.names.has(key) && table !== 'conflict') continue;
      entry.names.set(key, table === 'conflict' ? 'name' : 'alternate');
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), known]);
    }
  }

  addDemonyms(row: Row): void {
    const at = (this.#byName.get(foldName(row['place'] ?? '')) ?? []).find(
      entry => this.entries[entry]?.kind === row['kind'],
    );
    const entry = at === undefined ? undefined : this.entries[at];
    if (!entry) throw new Error(`demonyms.tsv names no known place: ${row['place']} (${row['kind']})`);
    for (const word of (row['demonyms'] ?? '').split('|')) this.#demonym(entry.names, word);
  }

  /** A border bears the names and adjectives of both countries in either order: "Syrian-Turkish border". */
  addBorder(row: Row): void {
    const [one, other] = (row['name'] ?? '').split(' ').map(code => this.entries[this.#countries.indexOf(code)]);
    if (!one || !other) return;
    const words = (entry: Entry) =>
      [...entry.names]
        .filter(([key, match]) => key.length > 2 && (match !== 'alternate' || key.length < 9))
        .map(([key]) => key)
        .slice(0, 8);
    const pairs = words(one).flatMap(a => words(other).flatMap(b => [`${a}${b}border`, `${b}${a}border`]));
    const known = pairs.flatMap(key => this.#byName.get(key) ?? [])[0];
    const label = `${one.label.split('|')[0]}–${other.label.split('|')[0]} border`;
    if (known === undefined) this.add({ ...row, name: label });
    const entry = this.entries[known ?? this.entries.length - 1];
    for (const key of pairs) if (entry && key.length <= 40 && !entry.names.has(key)) entry.names.set(key, 'name');
  }

  addAbbreviations(row: Row): void {
    const entry = this.entries[this.#admin.get(`${row['country']}.${row['admin1']}`) ?? -1];
    for (const short of (row['abbreviations'] ?? '').split('|')) {
      entry?.names.set(`^${foldName(short)}`, 'alternate');
      // "W.Va." and "D.C." are no words, so they need no comma before them.
      if (/\..*\./.test(short)) entry?.names.set(foldName(short), 'alternate');
    }
  }

  #demonym(names: Map<string, NameMatch>, word: string): void {
    for (const form of [word, /(?:s|sh|ch|ese|ss)$/.test(word) ? '' : `${word}s`]) {
      const key = foldName(form);
      if (key && !names.has(key)) names.set(key, 'demonym');
    }
  }

  /** The known place that a row of another source means: same name, same country and class, near by. */
  #same(row: Row, table: string): number | undefined {
    const kind = kindOf(row);
    // UCDP's fuzzy places are the surroundings of a place that often is known.
    const fuzzy = table === 'ucdp' && kind === 'region';
    const reach = fuzzy || kind === 'admin2' ? 80 : kind === 'admin1' ? 300 : table === 'physical' ? 150 : 15;
    const country = row['country'] ?? '';
    return [...namesOf(row).keys()]
      .flatMap(key => this.#byName.get(key) ?? [])
      .find(at => {
        const entry = this.entries[at];
        if (!entry || !(fuzzy || classOf(entry.kind) === classOf(kind))) return false;
        const there = this.#countries[entry.country] ?? '';
        const sameLand = country === '' || there === '' || there === country || (country === 'IL' && there === 'PS');
        return sameLand && distanceKm(entry.lat, entry.lon, Number(row['lat']), Number(row['lon'])) <= reach;
      });
  }

  /** UCDP and our own rows name their admin units in words; the entry's number needs the code. */
  #withAdmin(row: Row): Row {
    const country = this.#countries.indexOf(row['country'] ?? '');
    const named = (text: string, kind: PlaceKind) =>
      (this.#byName.get(foldName(withoutType(text))) ?? []).find(
        at => this.entries[at]?.country === country && this.entries[at]?.kind === kind,
      );
    const admin1 = named(row['admin1'] ?? '', 'admin1');
    const code = [...this.#admin].find(([, at]) => at === admin1)?.[0];
    return { ...row, admin1: code?.split('.')[1] ?? '', admin2: '' };
  }
}

const typeWords =
  / (?:province|state|governorate|region|district|oblast|raion|department|municipality|county|agency|city|division|lga|prefecture|parish|regency)$/i;

function withoutType(name: string): string {
  return name.replace(typeWords, '');
}

function kindOf(row: Row): PlaceKind {
  const kind = row['kind'] || 'town';
  const known = placeKinds.find(name => name === kind);
  if (!known) throw new Error(`unknown kind of place "${kind}" of ${row['name']}`);
  return known;
}

function classOf(kind: PlaceKind): string {
  if (['capital', 'seat1', 'seat2', 'town', 'village', 'suburb'].includes(kind)) return 'settlement';
  return kind;
}

function namesOf(row: Row): Map<string, NameMatch> {
  const names = new Map<string, NameMatch>();
  const put = (text: string, match: NameMatch) => {
    const key = foldName(text);
    if (/^[a-z0-9]{2,40}$/.test(key) && !names.has(key)) names.set(key, match);
  };
  const name = row['name'] ?? '';
  put(name, 'name');
  for (const form of formsOf(name, row['kind'] ?? '')) put(form, 'name');
  if (arabicLands.has(row['country'] ?? ''))
    for (const form of [name, ...(row['alternates'] ?? '').split('|')]) put(withoutArticle(form), 'alternate');
  for (const other of (row['alternates'] ?? '').split('|')) {
    put(other, 'alternate');
    for (const form of formsOf(other, row['kind'] ?? '')) put(form, 'alternate');
  }
  return names;
}

/** Our own list holds the spellings that reports use: each is as good as the first. */
function usual(names: Map<string, NameMatch>): void {
  for (const [key, match] of names) if (match === 'alternate') names.set(key, 'name');
}

const arabicLands = new Set('SY IQ YE LB JO PS SA EG LY SD TN DZ MA OM AE QA KW BH'.split(' '));

/** "Al Hasakah" is "Hasakah" in most reports. */
function withoutArticle(name: string): string {
  const bare = name.replace(/^(?:A[lnrstz]|Ash|El)[ -]/, '');
  return bare.length >= 5 && bare !== name ? bare : '';
}

/** Written forms that mean the same: St. for Saint, a bare name for "X Province", the part outside brackets. */
function formsOf(name: string, kind: string): string[] {
  const bare = name.replace(/ ?\(.*?\)/g, '');
  const forms = [
    bare,
    bare.replace(/\bSaint\b/, 'St'),
    bare.replace(/\bSt\.? /, 'Saint '),
    bare.replace(/\bFort\b/, 'Ft'),
    bare.replace(/\bMount\b/, 'Mt'),
  ];
  if (/^admin/.test(kind))
    forms.push(
      withoutType(bare),
      bare.replace(/^(?:Provincia de|Departamento del?|Province of|State of|Wilayat?|Muhafazat) /, ''),
    );
  return forms;
}

/** Countries that armed conflict reports name in many spellings: their places also get a rough key. */
function keysOf(entries: readonly Entry[]): Map<string, number[]> {
  const keys = new Map<string, number[]>();
  const put = (key: string, value: number) => {
    const values = keys.get(key);
    if (values) values.push(value);
    else keys.set(key, [value]);
  };
  const events = new Map<number, number>();
  for (const entry of entries) events.set(entry.country, (events.get(entry.country) ?? 0) + entry.events);
  entries.forEach((entry, at) => {
    const rough = new Set<string>();
    for (const [key, match] of entry.names) {
      put(key, at * 4 + nameMatches.indexOf(match));
      const known =
        entry.events > 0 ||
        (entry.population > 15_000 && (events.get(entry.country) ?? 0) > 400) ||
        entry.kind === 'crossing';
      if (known && match !== 'demonym' && key.length >= 5 && !key.startsWith('^')) rough.add(`~${roughName(key)}`);
    }
    for (const key of rough) if (key.length > 4) put(key, at * 4 + nameMatches.indexOf('variant'));
  });
  return keys;
}

/** A count in the file's one byte. */
export function countLevel(count: number): number {
  return Math.min(255, Math.round(countSteps * Math.log2(count + 1)));
}
