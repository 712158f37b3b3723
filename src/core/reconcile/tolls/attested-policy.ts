import type { TollPolicy } from './policy.ts';
import { attestedOf, ranges } from './ranges-policy.ts';

/**
 * `attested@1`: the range of `ranges@1` over those accounts only by which a side admits its own losses or somebody who
 * takes no part confirms them. Without any such account nothing is known: no bound is made up.
 */
export const attested: TollPolicy = {
  name: 'attested@1',
  range(entries) {
    const used = attestedOf(entries);
    if (used.length === 0) {
      return { low: null, best: null, high: null, why: 'nobody admits or confirms losses here' };
    }
    const { low, best, high, why } = ranges.range(used);
    return { low, best, high, why: `only what is admitted or confirmed: ${why}` };
  },
};
