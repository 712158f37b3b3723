import { basisInWords, placePrecisionInWords } from '../../../core/export/words.ts';
import type { Doc } from '../../../core/language/doc.ts';
import type { PlaceMention, WeighedCandidate } from '../../../core/language/places/find-places.ts';
import { geoPrecision, type Place, type Span } from '../../../core/model/index.ts';
import { columns } from './columns.ts';
import { markedIn } from './mention.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';

const INDENT = 4;
const SPACE = ' '.repeat(INDENT);

/**
 * The places of a text in lines, each once however often it is named: the words in their sentence, what they came to, how
 * exactly that is known and why, and every reading that was weighed.
 */
export function whereView({ report, sentences, places }: Doc, page: Page): readonly string[] {
  if (places.length === 0) return ['The text names no place that casus can tell for one.'];
  return Array.from(grouped(places).values()).flatMap((group, i) => {
    const [mention] = group;
    if (mention === undefined) return [];
    const sentence: Span = sentences.find(one => one.tokenEnd > mention.tokenStart) ?? mention.span;
    return [
      ...(i === 0 ? [] : ['']),
      ...markedIn(`${String(i + 1).padStart(2)}  `, report.text, mention.place.span ?? mention.span, sentence, page),
      ...hanging(SPACE, visible(choice(mention, group.length, page)), page, 'title'),
      ...hanging(SPACE, exactness(mention.place), page),
      ...labelled('why', mention.place.why, page),
      ...labelled('role', `${ROLE_WORDS[mention.role]}: ${mention.reason}`, page),
      ...readings(mention.candidates, page),
    ];
  });
}

const ROLE_WORDS: Readonly<Record<PlaceMention['role'], string>> = {
  location: 'a place',
  government: 'not a place',
  demonym: 'not a place',
  'name-part': 'not a place by itself',
};

/** Mentions that came to the same place in the same way, in the order of the text. */
function grouped(places: readonly PlaceMention[]): ReadonlyMap<string, readonly PlaceMention[]> {
  const groups = new Map<string, PlaceMention[]>();
  for (const mention of places) {
    const { place, role } = mention;
    const key = [role, place.lat === null ? place.name : '', place.id, place.lat, place.lon, place.radiusKm].join('|');
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return groups;
}

function choice({ place, candidates }: PlaceMention, times: number, page: Page): string {
  const often = times === 1 ? '' : ` (named ${times} times)`;
  if (place.lat === null) return `unknown: not placed${often}`;
  const [best] = candidates;
  const name = place.id !== null && best?.id === place.id ? best.name : place.name;
  return `${withCountry([name, place.admin1], place.country, page)}${often}`;
}

function exactness(place: Place): string {
  if (place.lat === null || place.precision === null) return placePrecisionInWords(place);
  const acled = geoPrecision(place.precision);
  const scales = `precision ${place.precision} of 7${acled === null ? '' : `, ACLED’s ${acled} of 3`}`;
  const point = `${place.lat.toFixed(4)}, ${place.lon?.toFixed(4)} within ${place.radiusKm} km`;
  return `${point}: ${placePrecisionInWords(place)} (${scales}); ${basisInWords(place.basis)}`;
}

function readings(candidates: readonly WeighedCandidate[], page: Page): readonly string[] {
  if (candidates.length === 0) return [];
  const rows = candidates.map(candidate => [
    `${Math.round(100 * candidate.share)} %`,
    visible(withCountry([candidate.name, candidate.admin2, candidate.admin1], candidate.country, page)),
    candidate.kind,
    `${candidate.lat.toFixed(2)}, ${candidate.lon.toFixed(2)}`,
    candidate.id,
  ]);
  return [
    ...hanging(SPACE, candidates.length === 1 ? 'the one reading' : 'readings', page, 'faint'),
    ...columns(rows, INDENT + 2, page).flat(),
  ];
}

function labelled(label: string, words: string, page: Page): readonly string[] {
  return hanging(`${SPACE}${label.padEnd(6)}`, visible(words), page, 'faint');
}

/** A name with what it lies in; a unit called like what lies in it is said once. */
function withCountry(names: readonly (string | null)[], country: string | null, { countries }: Page): string {
  const known = country === null ? null : (countries.get(country) ?? country);
  return [...new Set([...names, known].filter(name => name !== null))].join(', ');
}
