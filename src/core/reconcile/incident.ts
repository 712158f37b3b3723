import { contentId } from '../base/content-id.ts';
import { isFine } from '../coding/places-together.ts';
import type { ActorRef, ActorRole, EventType, Incident, IncidentLink, Place } from '../model/index.ts';
import { type Cluster, pairReason } from './cluster.ts';
import { contradictions } from './contradictions/contradictions.ts';
import { EVENT_FAMILIES, isGeneral } from './event-family.ts';
import type { Happening } from './happening.ts';
import { incidentWhen } from './incident-when.ts';
import { byText } from './order.ts';
import { isSameActor } from './party.ts';
import { tolls } from './tolls/tolls.ts';

/**
 * The incident that a cluster of accounts tells. Its id is a hash of its earliest event (the first event of the account
 * published first), so accounts that come later, in any order, leave it as it is.
 */
export function incidentOf(cluster: Cluster, happening: Happening, voices: number, policy: string): Incident {
  const { accounts } = happening;
  return {
    id: contentId('inc', accounts[0]?.id),
    type: incidentType(happening),
    roles: incidentRoles(happening),
    places: incidentPlaces(happening),
    when: incidentWhen(accounts.flatMap(({ events }) => events.map(({ when }) => when))),
    links: cluster.members.flatMap(({ account }) => linksOf(account.id, cluster)),
    tolls: tolls(happening, policy),
    contradictions: contradictions(happening),
    independentSources: voices,
  };
}

/** One link for each event of an account: with the account that it is likest, and why. */
function linksOf(accountId: string, { members, pairs, decided, words }: Cluster): readonly IncidentLink[] {
  const account = members.find(member => member.account.id === accountId)?.account;
  if (account === undefined) return [];
  const own = pairs.filter(({ a, b }) => a.account.id === accountId || b.account.id === accountId);
  const decision = decided.get(accountId);
  const best = decision?.pair ?? own[0];
  const other = best?.a.account.id === accountId ? best.b.account : best?.a.account;
  const found = best === undefined ? 'the only account' : `with event ${other?.id}: ${pairReason(best, words)}`;
  const why = decision === undefined ? found : `${decision.why}; ${found}`;
  const score = best?.score.score ?? 1;
  return account.events.map(({ id: eventId }, i) => {
    const told = i === 0 ? why : `told again in the same report as event ${accountId}`;
    return { reportId: account.report.id, eventId, score: i === 0 ? rounded(score) : 1, why: told };
  });
}

/** The type that most accounts give; what goes with any violence, and the general type, only where nothing else is said. */
function incidentType({ accounts }: Happening): EventType {
  const counts = new Map<EventType, number>();
  for (const { events } of accounts) {
    for (const type of new Set(events.map(event => event.type))) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const rank = (type: EventType) => (EVENT_FAMILIES[type] === 'aftermath' ? 2 : isGeneral(type) ? 1 : 0);
  const ordered = [...counts].sort(([a, x], [b, y]) => rank(a) - rank(b) || y - x || byText(a, b));
  return ordered[0]?.[0] ?? 'violence';
}

/** Who did it to whom, as the accounts have it; a party that they see on both ends is just a party. */
function incidentRoles({ accounts, actors }: Happening): readonly ActorRole[] {
  const told = accounts.flatMap(({ events }) => events.flatMap(({ roles }) => roles));
  const roles: ActorRole[] = [];
  for (const actor of actors) {
    const own = told.filter(role => isSameActor(role.actor, actor)).map(({ role }) => role);
    const [first] = own;
    if (first === undefined) continue;
    const role = own.every(other => other === first) ? first : 'party';
    roles.push({ role, actor: withoutSpan(actor) });
  }
  return roles;
}

/**
 * Every place once, the one that most accounts name first, of two the more exact one. A country or province goes where some
 * account names a spot, a town or a district.
 */
function incidentPlaces({ accounts }: Happening): readonly Place[] {
  const places = new Map<string, { place: Place; accounts: Set<string> }>();
  for (const { id, events } of accounts) {
    for (const place of events.flatMap(event => event.places)) {
      const key = place.id ?? `${place.name} ${place.lat} ${place.lon}`;
      const found = places.get(key) ?? { place: { ...place, span: null }, accounts: new Set() };
      found.accounts.add(id);
      places.set(key, found);
    }
  }
  const ordered = [...places].sort(
    ([keyA, a], [keyB, b]) =>
      b.accounts.size - a.accounts.size || (a.place.radiusKm ?? 1e6) - (b.place.radiusKm ?? 1e6) || byText(keyA, keyB),
  );
  const named = ordered.map(([, { place }]) => place);
  return named.some(isFine) ? named.filter(place => isFine(place) || place.precision === null) : named;
}

/** A span counts in one report's text, and an incident has many. */
function withoutSpan(actor: ActorRef): ActorRef {
  return { ...actor, span: null };
}

/** To six digits: exponents differ in the last of sixteen between engines, and the same reports must give the same bytes. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
