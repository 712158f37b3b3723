import { CasusError } from '../base/error.ts';
import type { Store } from '../ledger/index.ts';
import type { Incident } from '../model/index.ts';

/** The incident with this id. Throws `id-unknown` where the ledger has none. */
export async function incidentById(store: Store, id: string): Promise<Incident> {
  const [found] = (await store.findIncidents({ incident: id }, { limit: 1 })).items;
  if (found === undefined) throw new CasusError('id-unknown', id);
  return found;
}

/** These incidents, by id; what is not there any more is left out. */
export async function incidentsById(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Incident>> {
  const pages = await Promise.all([...new Set(ids)].map(id => store.findIncidents({ incident: id }, { limit: 1 })));
  return new Map(pages.flatMap(({ items }) => items.map(incident => [incident.id, incident] as const)));
}
