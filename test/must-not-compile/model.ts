// What must not compile: the compiler reads this file and nothing runs it. A line that begins to compile fails `npm run types`.
import type { Casualty, Claim, Estimate, Place, Problem, Report, Span, When } from '../../src/core/model/index.ts';

export function changesText(report: Report): void {
  // @ts-expect-error text is final after ingest
  report.text = report.text.trim();
}

export function movesSpan(span: Span): void {
  // @ts-expect-error data is read-only
  span.start += 1;
}

export function addsClaim(claims: Casualty['hedges']): void {
  // @ts-expect-error lists are read-only
  claims.push(claims[0]);
}

// @ts-expect-error a bound that is not known is null, and never left out
export const half: Estimate = { low: 12, qualifier: 'at-least' };

// @ts-expect-error there is no such qualifier
export const sure: Estimate = { low: 12, best: 12, high: 12, qualifier: 'sure' };

// @ts-expect-error a problem has a code from the table
export const untold: Problem = { code: 'oops', message: 'Something.', span: null };

export function deaths(casualty: Casualty): number {
  // @ts-expect-error there is no single number of deaths
  return casualty.fatalities;
}

export function bound(casualty: Casualty): number {
  // @ts-expect-error a bound may be unknown
  return casualty.estimate.high;
}

export function onMap(place: Place): readonly [number, number] {
  // @ts-expect-error a place may have no coordinates
  return [place.lat, place.lon];
}

export function dayOf(when: When): string {
  // @ts-expect-error a time may be unresolved
  return when.start;
}

export function harmOf(claim: Claim): string {
  // @ts-expect-error only a casualty has a harm
  return claim.harm;
}
