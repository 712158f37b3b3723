import { figuresFeature } from './features/figures-feature.ts';
import { ENOUGH_WORDS, storyFeature } from './features/story-feature.ts';
import { isParticular } from './party.ts';
import { gapKm, nearestDiscs, SLACK_KM } from './place-shape.ts';
import type { Profile } from './profile.ts';
import type { ReportWords } from './report-words.ts';
import { sharedParties } from './sides.ts';
import { daysApart } from './time-span.ts';

/** From this likeness of figures on, two accounts do not differ on them. */
const SAME_FIGURE = 0.7;

/**
 * Why two accounts cannot tell of one happening, whatever else they share; null where they can. One report tells of one
 * happening once (its own repetitions are one account); exact days that differ, places that lie apart and sides that
 * have nobody in common are different happenings. A day or a place may have been misread, though: where every word of two
 * reports says that they tell one story, and their figures do not differ, one of the two alone is no bar.
 */
export function cannotBeSame(a: Profile, b: Profile, words: ReportWords): string | null {
  if (a.account.report.id === b.account.report.id) return 'one report tells them as two';
  const rows = differentRows(a, b);
  if (rows !== null) return rows;
  const [days, places] = [differentDays(a, b), differentPlaces(a, b)];
  if (days !== null && places !== null) return days;
  if ((days !== null || places !== null) && !isOneStory(a, b, words)) return days ?? places;
  return differentSides(a, b);
}

/** The surest that words can be of it, and no figure against it. */
function isOneStory(a: Profile, b: Profile, words: ReportWords): boolean {
  if ((figuresFeature(a.account, b.account)?.value ?? 1) < SAME_FIGURE) return false;
  // Short texts are alike by chance, or because one paper writes all its news so.
  if (Math.min(a.story.full.size, b.story.full.size) < ENOUGH_WORDS) return false;
  return storyFeature(a.story, b.story, words)?.value === 1;
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
