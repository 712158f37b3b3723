import type { Account } from '../account.ts';
import { typeLikeness } from '../event-family.ts';
import type { Feature } from '../feature.ts';

/** Do the two tell of the same kind of event? The best fit among their events counts. */
export function typeFeature(a: Account, b: Account): Feature | null {
  let best: Feature | null = null;
  for (const { type: typeA } of a.events) {
    for (const { type: typeB } of b.events) {
      const value = typeLikeness(typeA, typeB);
      if (value === null || (best !== null && value <= best.value)) continue;
      best = { value, why: typeA === typeB ? `both ${typeA}` : `${typeA} and ${typeB}` };
    }
  }
  return best;
}
