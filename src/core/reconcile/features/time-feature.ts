import { formatIsoDay } from '../../base/iso-day.ts';
import type { Account } from '../account.ts';
import type { Feature } from '../feature.ts';
import { daysApart, daysShared, newsSpanOf, type TimeSpan, timeSpanOf } from '../time-span.ts';

/**
 * Do the two tell of the same days? One and the same day is full likeness; a day within a vaguer time is worth less the
 * vaguer it is. Where an account gives no day, its publication bounds it, which can only speak against.
 */
export function timeFeature(a: Account, b: Account): Feature | null {
  const [spanA, spanB] = [timeSpanOf(a), timeSpanOf(b)];
  if (spanA !== null && spanB !== null) return compareDays(spanA, spanB);
  const [boundA, boundB] = [spanA ?? newsSpanOf(a), spanB ?? newsSpanOf(b)];
  if (boundA === null || boundB === null || daysApart(boundA, boundB) <= 3) return null;
  return { value: 0, why: 'published too far from the other for one piece of news' };
}

function compareDays(a: TimeSpan, b: TimeSpan): Feature {
  const gap = daysApart(a, b);
  const missed = gap <= Math.max(a.slack, b.slack);
  if (gap > 0) return { value: missed || gap === 1 ? 0.35 : 0, why: `${gap} ${gap === 1 ? 'day' : 'days'} apart` };
  const shared = daysShared(a, b);
  const longer = Math.max(a.last - a.first, b.last - b.first) + 1;
  const first = formatIsoDay(Math.max(a.first, b.first));
  const value = longer <= 4 ? 1 - 0.05 * (longer - shared) : Math.max(0.25, Math.sqrt(shared / longer));
  return { value, why: shared === 1 ? `both on ${first}` : `${shared} days from ${first} in common` };
}
