import { isParticular } from './party.ts';
import { gapKm, nearestDiscs, SLACK_KM } from './place-shape.ts';
import type { Profile } from './profile.ts';
import { sharedParties } from './sides.ts';
import { daysApart } from './time-span.ts';

/**
 * Why two accounts cannot tell of one happening, whatever else they share; null where they can. One report tells of one
 * happening once (its own repetitions are one account); exact days that differ, places that lie apart and sides that
 * have nobody in common are different happenings.
 */
export function cannotBeSame(a: Profile, b: Profile): string | null {
  if (a.account.report.id === b.account.report.id) return 'one report tells them as two';
  return differentRows(a, b) ?? differentDays(a, b) ?? differentPlaces(a, b) ?? differentSides(a, b);
}

/** Whoever kept the table has said that its rows are different happenings. */
function differentRows(a: Profile, b: Profile): string | null {
  const table = tableOf(a);
  return table !== null && table === tableOf(b) ? 'two rows of one table' : null;
}

/** The kind of table whose row an account is, by the rule that read it (`row/ucdp`); null where it is a report. */
function tableOf({ account }: Profile): string | null {
  const rule = account.claims[0]?.rule ?? '';
  return rule.startsWith('row/') ? rule : null;
}

function differentDays(a: Profile, b: Profile): string | null {
  if (a.time === null || b.time === null) return null;
  const gap = daysApart(a.time, b.time);
  if (gap <= Math.max(a.time.slack, b.time.slack)) return null;
  // A night belongs to two days, and accounts differ on which one they name.
  if (gap === 1 && (a.time.atNight || b.time.atNight)) return null;
  return `the days differ by ${gap}`;
}

function differentPlaces(a: Profile, b: Profile): string | null {
  const nearest = nearestDiscs(a.discs, b.discs);
  if (nearest === null) return null;
  const gap = gapKm(...nearest);
  return gap > SLACK_KM ? `${nearest[0].name} and ${nearest[1].name} lie ${Math.round(gap)} km apart` : null;
}

/** Both must know two sides or more: an account that names one party leaves its enemy out. */
function differentSides(a: Profile, b: Profile): string | null {
  const [knownA, knownB] = [a.parties.filter(isParticular), b.parties.filter(isParticular)];
  if (knownA.length < 2 || knownB.length < 2) return null;
  return sharedParties(a.parties, b.parties).length > 0 ? null : 'no side in common';
}
