import { type Account, accountOf, compareAccounts } from './account.ts';
import { Bounds } from './constraints.ts';
import { typeLikeness } from './event-family.ts';
import { gapKm, nearestDiscs } from './place-shape.ts';
import { type Profile, profileOf } from './profile.ts';
import type { ReportWords } from './report-words.ts';
import { sharedParties } from './sides.ts';
import { daysApart } from './time-span.ts';

/**
 * Joins events of one report that tell the same twice (headline and body, summary and detail). They must agree on
 * whatever both say: type, days, places, sides; and both must say at least where or when, or name a common side.
 * Two happenings of one report are otherwise never one, but where that was decided.
 */
export function joinRepetitions(
  accounts: readonly Account[],
  words: ReportWords,
  bounds: Bounds = new Bounds(),
): readonly Account[] {
  const byReport = new Map<string, Profile[]>();
  for (const account of accounts) {
    const joined = byReport.get(account.report.id) ?? [];
    byReport.set(account.report.id, joined);
    const profile = profileOf(account, words);
    const at = joined.findIndex(other => {
      const [a, b] = [other.account.id, account.id];
      return bounds.areTogether(a, b) || (!bounds.areApart(a, b) && tellsSame(other, profile));
    });
    const first = joined[at];
    if (first === undefined) {
      joined.push(profile);
      continue;
    }
    bounds.join(first.account.id, account.id);
    joined[at] = profileOf(joinAccounts(first.account, account), words);
  }
  return [...byReport.values()].flatMap(joined => joined.map(({ account }) => account)).sort(compareAccounts);
}

/** One account of the events and claims of two. */
export function joinAccounts(a: Account, b: Account): Account {
  return accountOf(a.report, [...a.events, ...b.events], [...a.claims, ...b.claims]);
}

function tellsSame(a: Profile, b: Profile): boolean {
  const likeness = a.account.events.flatMap(({ type: x }) => b.account.events.map(({ type: y }) => typeLikeness(x, y)));
  if (!likeness.some(value => value !== null && value >= 0.7)) return false;
  let agreed = 0;
  if (a.time !== null && b.time !== null) {
    if (daysApart(a.time, b.time) > 0) return false;
    agreed++;
  }
  const nearest = nearestDiscs(a.discs, b.discs);
  if (nearest !== null) {
    if (gapKm(...nearest) > 0) return false;
    agreed++;
  }
  if (a.parties.length > 0 && b.parties.length > 0) {
    if (sharedParties(a.parties, b.parties).length < Math.min(a.parties.length, b.parties.length)) return false;
    agreed++;
  }
  return agreed >= 2;
}
