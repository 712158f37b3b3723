import { contentId } from '../base/content-id.ts';
import type { Incident, IncidentLink } from '../model/index.ts';
import { byText } from './order.ts';

/** An incident as it was: its id, and the events that stood in it. */
export interface KnownIncident {
  readonly id: string;
  readonly links: readonly Pick<IncidentLink, 'eventId'>[];
}

/**
 * Incidents under the ids that people know them by: an incident gets the id of the earlier one of which it holds the most
 * events, each earlier id once, where events are shared at all. A report that was published earlier but read later then
 * changes no id. Ties go to the smaller id.
 */
export function keepIds(incidents: readonly Incident[], previous: readonly KnownIncident[]): Incident[] {
  const before = new Map(previous.flatMap(({ id, links }) => links.map(({ eventId }) => [eventId, id] as const)));
  const claims = incidents.flatMap(incident => {
    const counts = new Map<string, number>();
    for (const { eventId } of incident.links) {
      const id = before.get(eventId);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, count]) => ({ incident, id, count }));
  });
  claims.sort((a, b) => b.count - a.count || byText(a.id, b.id) || byText(a.incident.id, b.incident.id));
  const idOf = new Map<Incident, string>();
  const taken = new Set<string>();
  for (const { incident, id } of claims) {
    if (idOf.has(incident) || taken.has(id)) continue;
    idOf.set(incident, id);
    taken.add(id);
  }
  return incidents.map(incident => {
    const id = idOf.get(incident) ?? freeId(incident.id, taken);
    taken.add(id);
    return id === incident.id ? incident : { ...incident, id };
  });
}

/** An id of its own that an earlier incident carries on under must not be given twice. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  while (taken.has(free)) free = contentId('inc', { beside: free });
  return free;
}
