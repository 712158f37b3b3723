import { canonicalJson } from '../base/canonical-json.ts';
import type { Incident } from '../model/incident.ts';
import { type Entry, entryHolds, type LedgerHead } from './entry.ts';
import type { Derived } from './ledger-incidents.ts';
import { EMPTY_LEDGER, fold, type LedgerState } from './state.ts';
import type { Store } from './store.ts';

/** One thing in which what a store keeps is not what its entries come to. */
export interface Difference {
  readonly where: 'entry' | 'report' | 'coding' | 'decisions' | 'resources' | 'incident';
  readonly id: string;
  readonly what: string;
}

/** What came of working a ledger out anew. */
export interface Checked {
  readonly entries: number;
  readonly differences: readonly Difference[];
  /** What the entries come to, up to the first that does not hold. */
  readonly state: LedgerState;
  readonly derived: Derived;
}

/**
 * Works out from the entries alone what a ledger comes to, and compares it, byte for byte, with what the store keeps:
 * the chain of entries, reports, codings, decisions, and the incidents where these are up to date.
 */
export async function checkLedger(store: Store, derive: (state: LedgerState) => Derived): Promise<Checked> {
  const kept = await store.state();
  const { state, differences, entries } = await refold(store.entries(), kept.head);
  const derived = derive(state);
  const { incidentsAsOf } = await store.size();
  const incidents = incidentsAsOf >= (state.head?.seq ?? 0) ? await store.incidents() : null;
  return {
    entries,
    state,
    derived,
    differences: [
      ...differences,
      ...compareMaps('report', kept.reports, state.reports),
      ...compareMaps('coding', kept.codings, state.codings),
      ...compare('decisions', '', kept.decisions, state.decisions),
      ...compare('resources', '', kept.resources, state.resources),
      ...(incidents === null ? [] : compareMaps('incident', byId(incidents), byId(derived.incidents))),
    ],
  };
}

/** Folds entries as far as they hold; those that came in while this ran are left out. */
async function refold(entries: AsyncIterable<Entry>, head: LedgerHead) {
  const differences: Difference[] = [];
  const sound: Entry[] = [];
  let last: LedgerHead = null;
  let count = 0;
  for await (const entry of entries) {
    if (entry.seq > (head?.seq ?? 0)) break;
    count++;
    if (differences.length > 0) continue;
    if (!entryHolds(last, entry)) {
      differences.push({ where: 'entry', id: String(entry.seq), what: 'it, or an entry before it, was changed' });
      continue;
    }
    sound.push(entry);
    last = entry;
  }
  return { state: fold(sound, EMPTY_LEDGER), differences, entries: count };
}

function compareMaps(
  where: Difference['where'],
  kept: ReadonlyMap<string, unknown>,
  made: ReadonlyMap<string, unknown>,
): readonly Difference[] {
  return [...new Set([...kept.keys(), ...made.keys()])].flatMap(id => compare(where, id, kept.get(id), made.get(id)));
}

function compare(where: Difference['where'], id: string, kept: unknown, made: unknown): readonly Difference[] {
  if (canonicalJson(kept ?? null) === canonicalJson(made ?? null)) return [];
  const what =
    kept === undefined ? 'it is missing' : made === undefined ? 'no entry speaks of it' : 'the entries say otherwise';
  return [{ where, id, what }];
}

function byId(incidents: readonly Incident[]): ReadonlyMap<string, Incident> {
  return new Map(incidents.map(incident => [incident.id, incident]));
}
