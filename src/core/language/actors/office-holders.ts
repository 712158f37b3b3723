import type { Draft } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import type { PhraseTable } from './phrase-table.ts';
import { listOf, readTable } from './read-table.ts';
import { allLongest, follows, type Scan } from './scan.ts';

/** The days between which somebody held an office; null: open. */
export interface Tenure {
  readonly from: string | null;
  readonly until: string | null;
}

/** Adds the holders of public offices, `data/actors/office-holders.tsv`; a line whose actor is not known is left out. */
export function readOfficeHolders(
  table: string,
  idOf: (actor: string) => string | undefined,
  phrases: PhraseTable,
): void {
  for (const row of readTable(table)) {
    const id = idOf(row('actor'));
    if (id === undefined) continue;
    const sense = { type: 'holder', id, from: row('from') || null, until: row('until') || null } as const;
    for (const name of [row('name'), ...listOf(row('aliases'))])
      phrases.add(name, { ...sense, alone: false }, 'as-written');
    for (const name of listOf(row('alone'))) phrases.add(name, { ...sense, alone: true }, 'as-written');
  }
}

/** A person by name who stands for the actor whose office he holds: "Vladimir Putin" speaks for the government. */
export function findHolder(scan: Scan, at: number): Draft | null {
  const hits = allLongest(scan, at, 'holder');
  const first = hits[0];
  if (first === undefined || (first.sense.alone && isPartOfName(scan, at, first.to))) return null;
  const one = hits.find(({ sense }) => scan.day === null || isDuring(scan.day, sense));
  if (one === undefined) return null;
  const candidate = { id: one.sense.id, contested: false, rule: 'office-holder', own: 0 };
  return { from: at, to: one.to, form: 'office', target: { type: 'actors', candidates: [candidate] } };
}

/** "Anna Putin", "Biden Street": a name that stands beside other words with capitals is somebody else's or something's. */
function isPartOfName(scan: Scan, from: number, to: number): boolean {
  const before = follows(scan, from) && isCapital(scan.atoms[from - 1]?.raw ?? '') && scan.hits[from - 1]?.length === 0;
  const after = follows(scan, to) && isCapital(scan.atoms[to]?.raw ?? '') && !scan.atoms[to - 1]?.possessive;
  return (before || after) && scan.writing[scan.sentenceOf[from] ?? 0] === 'mixed';
}

function isDuring(day: string, { from, until }: Tenure): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
