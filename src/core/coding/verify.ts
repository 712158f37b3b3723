import { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import { evidenceHolds } from '../model/evidence.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

/**
 * Holds a coding, whoever made it, against the report's words: a claim whose quote, or one of whose hedges, does not stand
 * at its place is dropped, and so is one that breaks the model. Events lose the dropped claims, and go when none is left.
 */
export function verify(coding: Coding, report: Report): Outcome<Coding> {
  const problems: Problem[] = [];
  const claims = coding.claims.filter(claim => {
    const found = faultOf(claim, report);
    if (found !== null) problems.push(found);
    return found === null;
  });
  const ids = new Set(claims.map(({ id }) => id));
  const events = coding.events
    .map(event => ({ ...event, claimIds: event.claimIds.filter(id => ids.has(id)) }))
    .filter(({ claimIds }) => claimIds.length > 0);
  const value =
    problems.length === 0 ? coding : { ...coding, claims, events, problems: [...coding.problems, ...problems] };
  return { value, problems };
}

function faultOf(claim: Claim, report: Report): Problem | null {
  const quotes = [claim.evidence, ...claim.hedges];
  const bad = quotes.find(evidence => !evidenceHolds(report, evidence));
  if (bad !== undefined)
    return problem(
      'quote-mismatch',
      null,
      `Not in the text at ${bad.span.start}: “${bad.quote}”; the ${claim.kind} claim was dropped.`,
    );
  const parsed = Claim.safeParse(claim);
  return parsed.success
    ? null
    : problem('claim-invalid', null, `A ${claim.kind} claim was dropped: ${parsed.error.issues[0]?.message ?? ''}`);
}
