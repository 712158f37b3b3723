import type { PolicyEntry, TollPolicy, TollRange } from './policy.ts';

/**
 * `ranges@1`: the range over all accounts that no later figure replaced (RULES §20-22). `low` is the smallest low said,
 * `high` the largest bound said, open only where the account with the largest bound is open. `best` is one account's
 * figure where a rule prefers it, else null; nothing is averaged.
 */
export const ranges: TollPolicy = {
  name: 'ranges@1',
  range(entries) {
    const standing = entries.filter(({ entry }) => entry.supersededBy === null);
    const live = standing.length > 0 ? standing : entries;
    const low = smallestLow(live);
    const high = largestHigh(live);
    const { best, why } = preferred(live);
    const inside = best === null || ((low === null || low <= best) && (high === null || best <= high));
    const reasons = [rangeReason(live, entries.length - live.length), inside ? why : OUTSIDE];
    return { low, best: inside ? best : null, high, why: reasons.join('; ') };
  },
};

const OUTSIDE = 'no best: the preferred account lies outside of the bounds that are said';

function smallestLow(live: readonly PolicyEntry[]): number | null {
  const lows = live.map(({ estimate }) => estimate.low).filter(low => low !== null);
  return lows.length > 0 ? Math.min(...lows) : null;
}

function largestHigh(live: readonly PolicyEntry[]): number | null {
  let bound = -1;
  let isOpen = true;
  for (const { estimate } of live) {
    const own = estimate.high ?? estimate.low ?? 0;
    if (own > bound || (own === bound && estimate.high === null)) isOpen = estimate.high === null;
    bound = Math.max(bound, own);
  }
  return isOpen ? null : bound;
}

function rangeReason(live: readonly PolicyEntry[], replaced: number): string {
  const speakers = new Set(live.map(({ entry }) => entry.speaker.key)).size;
  const over = `range over ${count(live.length, 'account')} of ${count(speakers, 'speaker')}`;
  return replaced === 0 ? over : `${over}, without ${count(replaced, 'replaced figure')}`;
}

/** The accounts of a side that admits its own losses, and of somebody who takes no part and confirms. */
export function attestedOf(entries: readonly PolicyEntry[]): readonly PolicyEntry[] {
  return entries.filter(entry => isAdmitted(entry) || isConfirmed(entry));
}

/** The first rule that finds a figure: the only account, agreement, own losses admitted, a third party's confirmation. */
function preferred(live: readonly PolicyEntry[]): Pick<TollRange, 'best' | 'why'> {
  const figures = live.map(({ estimate }) => estimate.best);
  if (live.length === 1) {
    const [only = null] = figures;
    return { best: only, why: only === null ? 'no best: the only account names no figure' : 'best: the only account' };
  }
  const agreed = agreement(live);
  if (agreed !== null) return { best: agreed, why: 'best: all accounts agree' };
  const admitted = agreement(live.filter(isAdmitted));
  const confirmed = agreement(live.filter(isConfirmed));
  if (admitted !== null && confirmed !== null && admitted !== confirmed) {
    return { best: null, why: `no best: the side admits ${admitted}, a third party confirms ${confirmed}` };
  }
  if (admitted !== null && live.some(entry => exceeds(entry, admitted))) {
    return { best: null, why: `no best: the side admits ${admitted}, and somebody who takes no part says more` };
  }
  if (admitted !== null) return { best: admitted, why: 'best: the side admits these losses of its own' };
  if (confirmed !== null) return { best: confirmed, why: 'best: confirmed by somebody who takes no part' };
  return { best: null, why: 'no best: accounts differ and no rule prefers one' };
}

/** Whether somebody who is no party to the fighting sets a lower bound above an admitted figure. */
function exceeds({ isParty, estimate }: PolicyEntry, admitted: number): boolean {
  return !isParty && estimate.low !== null && estimate.low > admitted;
}

function isAdmitted({ isOwn, entry }: PolicyEntry): boolean {
  return isOwn && entry.claim.act === 'admit';
}

function isConfirmed({ isParty, entry }: PolicyEntry): boolean {
  return !isParty && entry.claim.act === 'confirm';
}

/** The one figure that all of them name; null where there are none, or one names another figure or none. */
function agreement(entries: readonly PolicyEntry[]): number | null {
  const [first, ...rest] = entries.map(({ estimate }) => estimate.best);
  return first !== undefined && rest.every(figure => figure === first) ? first : null;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
