import type { Decision } from '../model/decision.ts';

/** A decision that says something of claims and events, and has not been withdrawn. */
export type StandingDecision = Exclude<Decision, { act: 'withdraw' }>;

/** The decisions that hold, in the order of entry. A withdrawal may be withdrawn in turn; then what it took back holds. */
export function standingDecisions(decisions: readonly Decision[]): readonly StandingDecision[] {
  const withdrawn = new Set<string>();
  for (const decision of decisions.toReversed()) {
    if (decision.act === 'withdraw' && !withdrawn.has(decision.id)) withdrawn.add(decision.decision);
  }
  return decisions.filter(
    (decision): decision is StandingDecision => decision.act !== 'withdraw' && !withdrawn.has(decision.id),
  );
}

/** A decision in words, for reasons and problems. */
export function decisionInWords({ id, by, why, act }: Decision): string {
  return `${DONE[act]} by ${by} (${id}): ${why}`;
}

const DONE: Readonly<Record<Decision['act'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
  merge: 'merged',
  split: 'split',
  withdraw: 'withdrawn',
};
