import type { EventClaim } from '../../model/index.ts';
import { EVENT_FAMILIES, isTerritorial } from '../event-family.ts';
import type { Happening } from '../happening.ts';
import { isSameParty } from '../party.ts';
import type { Conflict } from './conflict.ts';

/** Who holds the place, whether the attack was beaten off, whether help came: told in two ways (RULES §24). */
export function outcome(happening: Happening): readonly Conflict[] {
  const events = happening.statements.flatMap(({ claim, ...rest }) =>
    claim.kind === 'event' ? [{ claim, ...rest }] : [],
  );
  const conflicts: Conflict[] = [];
  for (const [i, b] of events.entries()) {
    for (const a of events.slice(0, i)) {
      if (a.speaker.key === b.speaker.key) continue;
      const why = differentHolders(a.claim, b.claim) ?? cameOrNot(a.claim, b.claim) ?? heldOrRepelled(a.claim, b.claim);
      if (why !== null) conflicts.push({ field: 'outcome', statements: [a, b], gap: null, why });
    }
  }
  return conflicts;
}

function differentHolders(a: EventClaim, b: EventClaim): string | null {
  if (!holds(a) || !holds(b) || sharesActor(a, b)) return null;
  const [holderA, holderB] = [actorOf(a), actorOf(b)];
  return holderA === null || holderB === null ? null : `${holderA.name} or ${holderB.name} holds the place`;
}

/** One says that somebody did it, the other that they did not. */
function cameOrNot(a: EventClaim, b: EventClaim): string | null {
  if (a.polarity === b.polarity || !sharesActor(a, b)) return null;
  if (a.type !== b.type && EVENT_FAMILIES[a.type] !== EVENT_FAMILIES[b.type]) return null;
  return `${actorOf(a)?.name} did it or did not`;
}

/** One says that an attack was beaten off, another that the attackers held what they attacked. */
function heldOrRepelled(a: EventClaim, b: EventClaim): string | null {
  const [beaten, held] = a.outcome !== null ? [a, b] : [b, a];
  if (beaten.outcome === null || !holds(held) || !sharesActor(beaten, held)) return null;
  return `${actorOf(held)?.name} was repelled or held the place`;
}

function holds(claim: EventClaim): boolean {
  return claim.polarity === 'positive' && isTerritorial(claim.type);
}

function actorOf(claim: EventClaim): EventClaim['roles'][number]['actor'] | null {
  return claim.roles.find(({ role }) => role === 'actor')?.actor ?? null;
}

function sharesActor(a: EventClaim, b: EventClaim): boolean {
  const [actorA, actorB] = [actorOf(a), actorOf(b)];
  return actorA !== null && actorB !== null && isSameParty(actorA, actorB);
}
