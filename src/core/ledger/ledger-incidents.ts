import type { Incident } from '../model/incident.ts';
import type { Problem } from '../model/problem.ts';
import { type KnownIncident, type ReconcileOptions, reconcile } from '../reconcile/index.ts';
import { anchorOfEvent, findAnchor } from './anchors.ts';
import type { NamedEvent } from './entry.ts';
import { type Review, review } from './review.ts';
import type { LedgerState } from './state.ts';
import type { Store } from './store.ts';

/** What a ledger comes to, beyond its entries: all of it follows from them. */
export interface Derived {
  readonly review: Review;
  readonly incidents: readonly Incident[];
  /** Events that no entry says to stand where they now do. */
  readonly links: readonly NamedEvent[];
  readonly problems: readonly Problem[];
}

/** How often keeping incidents is tried while others write; what is not kept is worked out by whoever reads. */
const TRIES = 5;

/**
 * The incidents of a ledger: reports and codings as reviewed, reconciled under what was decided, each incident under the
 * id that people know it by. The same state gives the same bytes.
 */
export function ledgerIncidents(
  state: LedgerState,
  options: Pick<ReconcileOptions, 'rarity' | 'policy'> = {},
): Derived {
  const reviewed = review(state);
  const { value, problems } = reconcile(
    { reports: [...state.reports.values()], codings: [...reviewed.codings.values()] },
    { ...options, constraints: reviewed.constraints, previous: knownIncidents(state) },
  );
  return {
    review: reviewed,
    incidents: value,
    links: newLinks(value, state),
    problems: [...reviewed.problems, ...problems],
  };
}

/** Works out the incidents of a ledger and keeps them, with the ids that are new. */
export async function keepIncidents(store: Store, derive: (state: LedgerState) => Derived): Promise<Derived> {
  for (let tries = 1; ; tries++) {
    const state = await store.state();
    const derived = derive(state);
    const head = state.head?.seq ?? 0;
    const { incidents, links } = derived;
    const isNamed = links.length === 0 || (await store.appendAfter(head, [{ kind: 'link', links }]));
    if (isNamed) await store.replaceIncidents(incidents, head + (links.length === 0 ? 0 : 1));
    if (isNamed || tries === TRIES) return derived;
  }
}

/** The incidents by the entries about them, with their events as they are now coded. */
function knownIncidents({ names, codings }: LedgerState): readonly KnownIncident[] {
  const known = new Map<string, { eventId: string }[]>();
  for (const { incidentId, event } of names.values()) {
    const coding = codings.get(event.reportId);
    const eventId = coding === undefined ? null : findAnchor(event, coding);
    if (eventId === null) continue;
    const links = known.get(incidentId) ?? [];
    links.push({ eventId });
    known.set(incidentId, links);
  }
  return [...known].map(([id, links]) => ({ id, links }));
}

function newLinks(incidents: readonly Incident[], { names, codings }: LedgerState): readonly NamedEvent[] {
  return incidents.flatMap(({ id: incidentId, links }) =>
    links.flatMap(({ eventId, reportId }): NamedEvent[] => {
      if (names.get(eventId)?.incidentId === incidentId) return [];
      const coding = codings.get(reportId);
      const event = coding?.events.find(({ id }) => id === eventId);
      return coding === undefined || event === undefined ? [] : [{ incidentId, event: anchorOfEvent(event, coding) }];
    }),
  );
}
