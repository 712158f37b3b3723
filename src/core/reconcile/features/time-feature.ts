import { formatIsoDay } from '../../base/iso-day.ts';
import type { Account } from '../account.ts';
import type { Feature } from '../feature.ts';
import { daysApart, daysShared, newsSpanOf, publicationSpanOf, type TimeSpan, timeSpanOf } from '../time-span.ts';

/** What comes out on one day is mostly about the same days. */
const NEWS_OF_ONE_DAY = 0.65;

/**
 * Do the two tell of the same days? One and the same day is full likeness; a day within a vaguer time is worth less the
 * vaguer it is. Where an account gives no day, its publication stands in.
 */
export function timeFeature(a: Account, b: Account): Feature | null {
  const [spanA, spanB] = [timeSpanOf(a), timeSpanOf(b)];
  if (spanA !== null && spanB !== null) return compareDays(spanA, spanB);
  const [boundA, boundB] = [spanA ?? newsSpanOf(a), spanB ?? newsSpanOf(b)];
  if (boundA === null || boundB === null) return null;
  if (daysApart(boundA, boundB) > 3) {
    return { value: 0, why: 'published too far from the other for one piece of news' };
  }
  // Where no day is given, the day of publication and the one before are the likeliest.
  const [likelyA, likelyB] = [spanA ?? publicationSpanOf(a), spanB ?? publicationSpanOf(b)];
  const likely = likelyA !== null && likelyB !== null && daysShared(likelyA, likelyB) > 0;
  return likely ? { value: NEWS_OF_ONE_DAY, why: 'published within a day of each other' } : null;
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
