import type { ReactNode } from 'react';
import type { ShownProblem } from './problem.ts';

/*
 * Absence has five faces that must never look alike: nothing was ever put in (NoData), it is on its way (Loading), it
 * could not be had (Failed), it is older than the ledger (Stale), and there truly is none of what was asked for (Zero).
 */

/** The ledger holds nothing of the kind at all. `children` say how to put something in. */
export function NoData({ what, children }: { readonly what: string; readonly children?: ReactNode }) {
  return (
    <section className="state no-data">
      <p className="state-name">No data</p>
      <p>The ledger holds no {what} yet: this says nothing about what happened.</p>
      {children}
    </section>
  );
}

export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="state loading" role="status">
      <span className="working" aria-hidden="true" />
      Loading {what} …
    </p>
  );
}

/** It could not be had: why, what helps, and what still works. */
export function Failed({
  problem,
  works,
  onRetry,
}: {
  readonly problem: ShownProblem;
  readonly works: string;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <section className="state failed" role="alert">
      <p className="state-name">Failed</p>
      <p>
        <strong>{problem.title}</strong>
        {problem.detail === undefined ? '' : `: ${problem.detail}`}
      </p>
      {problem.advice === undefined ? null : <p>{problem.advice}</p>}
      <p>{works}</p>
      {onRetry === undefined ? null : (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}

/** What is shown is older than what the ledger holds, or could not be renewed. */
export function Stale({ children }: { readonly children: ReactNode }) {
  return (
    <div className="state stale" role="status">
      <p className="state-name">Out of date</p>
      <div>{children}</div>
    </div>
  );
}

/** The question was asked of a ledger that holds something, and the answer is none. */
export function Zero({ what, children }: { readonly what: string; readonly children?: ReactNode }) {
  return (
    <section className="state zero">
      <p className="state-name">None found</p>
      <p>No {what} in this ledger: looked for, and none found in the reports that were read.</p>
      {children}
    </section>
  );
}
