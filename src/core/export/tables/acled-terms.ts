import type { Report, SourceKind } from '../../model/index.ts';

/** ACLED's kind of an actor: the number of its codebook, and the words that its files use since 2024. */
export interface InterCode {
  readonly number: number;
  readonly name: string;
}

const STATE: InterCode = { number: 1, name: 'State forces' };
const EXTERNAL: InterCode = { number: 8, name: 'External/Other forces' };
const CIVILIANS: InterCode = { number: 7, name: 'Civilians' };

/** By our kind of actor, and for crowds and forces abroad. A party or a person without arms counts as civilian. */
export const ACLED_KIND_CODE: Readonly<Record<string, InterCode>> = {
  government: STATE,
  military: STATE,
  police: STATE,
  office: STATE,
  'armed-group': { number: 2, name: 'Rebel group' },
  militia: { number: 3, name: 'Political militia' },
  rioters: { number: 5, name: 'Rioters' },
  protesters: { number: 6, name: 'Protesters' },
  civilians: CIVILIANS,
  party: CIVILIANS,
  media: CIVILIANS,
  person: CIVILIANS,
  organisation: EXTERNAL,
  external: EXTERNAL,
};

/** `interaction`: the two kinds, the lower number first; `10` or "State forces only" where there is one. */
export function interactionText(a: InterCode | null, b: InterCode | null, as: 'words' | 'numbers'): string | null {
  const codes = [a, b].filter(code => code !== null).sort((x, y) => x.number - y.number);
  const [first, second] = codes;
  if (first === undefined) return null;
  if (as === 'numbers') return `${first.number}${second?.number ?? 0}`;
  return second === undefined ? `${first.name} only` : `${first.name}-${second.name}`;
}

const SCALES: Readonly<Record<SourceKind, string>> = {
  wire: 'International',
  international: 'International',
  national: 'National',
  state: 'National',
  local: 'Subnational',
  ngo: 'Other',
  analysis: 'Other',
  social: 'New media',
};

/** The order in which ACLED names scales. */
const ORDER = ['New media', 'Other', 'Subnational', 'National', 'International'];

/** Scales of the publishers, joined by a hyphen; null where none is known. */
export function acledSourceScale(reports: readonly Report[]): string | null {
  const scales = new Set(reports.flatMap(({ source }) => (source?.kind ? SCALES[source.kind] : [])));
  return ORDER.filter(scale => scales.has(scale)).join('-') || null;
}
