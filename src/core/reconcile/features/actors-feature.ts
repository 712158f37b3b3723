import type { ActorRef } from '../../model/index.ts';
import type { Account } from '../account.ts';
import type { Feature } from '../feature.ts';
import { isCivilians, isParticular } from '../party.ts';
import { hitsCivilians, partiesOf, sharedParties } from '../sides.ts';

/**
 * Do the two tell of the same sides? Two shared parties are full likeness; one speaks against it where each account knows
 * another beside it (the army against one group, the army against another). Civilians as the only common actor say little.
 */
export function actorsFeature(a: Account, b: Account): Feature | null {
  const [partiesA, partiesB] = [partiesOf(a), partiesOf(b)];
  const civilians = hitsCivilians(a) && hitsCivilians(b);
  if (partiesA.length === 0 || partiesB.length === 0) {
    return civilians ? { value: 0.45, why: 'both tell of civilians as victims' } : null;
  }
  const [knownA, knownB] = [partiesA, partiesB].map(parties => parties.filter(isParticular).length);
  const shared = sharedParties(partiesA, partiesB);
  const names = shared.map(({ name }) => name).join(' and ');
  if (shared.filter(isParticular).length >= 2) return { value: 1, why: `both tell of ${names}` };
  if (shared.length === 0) {
    // Each may name only one of two enemies; where one names both, the other's party is a third.
    const isOpen = Math.min(knownA, knownB) === 0 || (knownA === 1 && knownB === 1);
    if (isOpen) return civilians ? { value: 0.45, why: 'both tell of civilians as victims' } : null;
    return { value: civilians ? 0.15 : 0, why: 'no side in common' };
  }
  if (!shared.some(isParticular)) return { value: 0.45, why: `both tell of ${names}, whoever they are` };
  if (differentTargets(a, b))
    return { value: 0.4, why: `both tell of ${names}, against civilians and against fighters` };
  const alone = knownA <= 1 || knownB <= 1;
  const value = (alone ? 0.75 : 0.05) + (civilians ? 0.15 : 0);
  return { value, why: `both tell of ${names}${civilians ? ' and civilians' : ''}` };
}

/** One tells of civilians as the only ones attacked, the other of fighters only. */
function differentTargets(a: Account, b: Account): boolean {
  const [targetsA, targetsB] = [targetsOf(a), targetsOf(b)];
  if (targetsA.length === 0 || targetsB.length === 0) return false;
  const [onlyCiviliansA, onlyCiviliansB] = [targetsA.every(isCivilians), targetsB.every(isCivilians)];
  return (onlyCiviliansA && !targetsB.some(isCivilians)) || (onlyCiviliansB && !targetsA.some(isCivilians));
}

function targetsOf({ events }: Account): readonly ActorRef[] {
  const roles = events.flatMap(event => event.roles);
  return roles.filter(({ role }) => role !== 'actor').map(({ actor }) => actor);
}
