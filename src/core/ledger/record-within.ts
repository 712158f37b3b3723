import type { Incident, PublicRecord } from '../model/index.ts';
import type { Filter } from './filter.ts';
import { type Derivation, ledgerRecord } from './ledger-record.ts';
import type { Store } from './store.ts';

/** What a ledger holds of the incidents that fit: these, and the reports that tell of them with all that is claimed there. */
export async function recordWithin(
  store: Store,
  filter: Filter,
  derivation: Derivation,
  policy?: string,
): Promise<PublicRecord> {
  if (Object.keys(filter).length === 0) return ledgerRecord(store, derivation, undefined, policy);
  const incidents: Incident[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.findIncidents(filter, { limit: 1_000, ...(after === undefined ? {} : { after }) });
    incidents.push(...page.items);
    after = page.next;
  }
  const ids = new Set(incidents.map(({ id }) => id));
  const reports = new Set(incidents.flatMap(({ links }) => links.map(({ reportId }) => reportId)));
  const record = await ledgerRecord(store, derivation, id => reports.has(id), policy);
  return { ...record, incidents: record.incidents.filter(({ id }) => ids.has(id)) };
}

/** The ids of the claims that fit. */
export async function claimsWithin(store: Store, filter: Filter): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.findClaims(filter, { limit: 1_000, ...(after === undefined ? {} : { after }) });
    for (const { claim } of page.items) ids.add(claim.id);
    after = page.next;
  }
  return ids;
}
