import { type Casualty, compatible, type Estimate } from '../../model/index.ts';
import type { Account } from '../account.ts';
import type { Feature } from '../feature.ts';
import { isSameParty } from '../party.ts';

/** From this number on, two accounts with one figure hardly have it by chance. */
const TELLING_COUNT = 3;

/** "Between 12 and 15" and "14". */
const WITHIN_RANGE = 0.85;

/**
 * Do the two give the same figures for the same harm? The best likeness counts, because accounts of one happening
 * often share one figure and quarrel over another.
 */
export function figuresFeature(a: Account, b: Account): Feature | null {
  let best: Feature | null = null;
  for (const left of figuresOf(a)) {
    for (const right of figuresOf(b)) {
      const feature = compareFigures(left, right);
      if (feature !== null && (best === null || feature.value > best.value)) best = feature;
    }
  }
  return best;
}

function figuresOf(account: Account): readonly Casualty[] {
  return account.claims.filter(claim => claim.kind === 'casualty').filter(({ estimate }) => estimate.high !== 0);
}

function compareFigures(a: Casualty, b: Casualty): Feature | null {
  if (a.harm !== b.harm || a.unit !== b.unit) return null;
  const [sideA, sideB] = [a.victims.side, b.victims.side];
  if (sideA !== null && sideB !== null && !isSameParty(sideA, sideB)) return null;
  const [x, y] = [a.estimate, b.estimate];
  const [countX, countY] = [x.best ?? x.low ?? x.high, y.best ?? y.low ?? y.high];
  if (countX === null || countY === null) return null;
  if (countX === countY) return { value: countX >= TELLING_COUNT ? 1 : 0.7, why: `both say ${countX} ${a.harm}` };
  const ratio = Math.min(countX, countY) / Math.max(countX, countY);
  const why = `${countX} against ${countY} ${a.harm}`;
  if (!compatible(x, y)) return { value: 0.5 * ratio, why };
  return { value: isClosed(x) && isClosed(y) ? WITHIN_RANGE : Math.max(0.5, 0.6 * ratio), why };
}

function isClosed({ low, high }: Estimate): boolean {
  return low !== null && high !== null;
}
