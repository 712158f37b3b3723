import { distanceKm } from '../../base/distance.ts';
import type { Account } from '../account.ts';
import type { Happening, Statement } from '../happening.ts';
import { discsOf, gapKm, nearestDiscs } from '../place-shape.ts';
import { daysApart, timeSpanOf } from '../time-span.ts';
import type { Conflict } from './conflict.ts';

/** Places whose shapes lie nearer to each other are one place told in two ways ("near the town", "on the road"). */
const APART_KM = 10;

/** Accounts of one happening that put it at places which do not meet, or on days which do not (RULES §24). */
export function placesAndDays(happening: Happening): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const { accounts } = happening;
  for (const [i, b] of accounts.entries()) {
    for (const a of accounts.slice(0, i)) {
      const [toldA, toldB] = [tellingOf(a, happening), tellingOf(b, happening)];
      if (toldA === null || toldB === null || toldA.speaker.key === toldB.speaker.key) continue;
      const statements = [toldA, toldB];
      const [days, places] = [apartInDays(a, b), apartInPlace(a, b)];
      if (days !== null) conflicts.push({ field: 'date', statements, gap: null, why: days });
      if (places !== null) conflicts.push({ field: 'place', statements, gap: null, why: places });
    }
  }
  return conflicts;
}

/** The statement by which an account tells the happening as such: its first event claim. */
function tellingOf(account: Account, { statements }: Happening): Statement | null {
  const own = new Set(account.claims.filter(({ kind }) => kind === 'event').map(({ id }) => id));
  return statements.find(({ claim }) => own.has(claim.id)) ?? null;
}

function apartInDays(a: Account, b: Account): string | null {
  const [spanA, spanB] = [timeSpanOf(a), timeSpanOf(b)];
  if (spanA === null || spanB === null || !spanA.exact || !spanB.exact) return null;
  const days = daysApart(spanA, spanB);
  // A night belongs to two days: neither account contradicts the other.
  const isNight = days === 1 && (spanA.atNight || spanB.atNight);
  return days === 0 || isNight ? null : `${days} ${days === 1 ? 'day' : 'days'} apart`;
}

function apartInPlace(a: Account, b: Account): string | null {
  const nearest = nearestDiscs(discsOf(a), discsOf(b));
  if (nearest === null || gapKm(...nearest) <= APART_KM) return null;
  const [discA, discB] = nearest;
  const km = Math.round(distanceKm(discA.lat, discA.lon, discB.lat, discB.lon));
  return `${discA.name} or ${discB.name}, ${km} km apart`;
}
