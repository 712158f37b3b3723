import type { EventType } from '../../model/index.ts';
import type { Account } from '../account.ts';
import { isViolent, typeLikeness } from '../event-family.ts';
import type { Feature } from '../feature.ts';

/** Do the two tell of the same kind of event? The best fit counts among what they say was done. */
export function typeFeature(a: Account, b: Account): Feature | null {
  let best: Feature | null = null;
  const typesB = typesOf(b);
  for (const typeA of typesOf(a)) {
    for (const typeB of typesB) {
      const value = typeLikeness(typeA, typeB);
      if (value === null || (best !== null && value <= best.value)) continue;
      best = { value, why: typeA === typeB ? `both ${typeA}` : `${typeA} and ${typeB}` };
    }
  }
  return best;
}

function typesOf({ events, claims }: Account): readonly EventType[] {
  const told = claims.filter(claim => claim.kind === 'event').filter(({ polarity }) => polarity === 'positive');
  const types = [...new Set([...events, ...told].map(({ type }) => type))];
  // Arrests and protests follow on violence of any kind: beside it they say nothing.
  const deeds = types.filter(type => isViolent(type) && type !== 'arrest');
  return deeds.length > 0 ? deeds : types;
}
