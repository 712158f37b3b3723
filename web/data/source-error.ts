import type { ShownProblem } from '../parts/problem.ts';

/** An answer that could not be had. `status` is that of HTTP; null where no server answered at all. */
export class SourceError extends Error {
  readonly problem: ShownProblem;
  readonly status: number | null;

  constructor(problem: ShownProblem, status: number | null = null, cause?: unknown) {
    super(problem.title, cause === undefined ? {} : { cause });
    this.name = 'SourceError';
    this.problem = problem;
    this.status = status;
  }
}

/** Whatever was thrown, as what a reader can be told. */
export function problemOf(thrown: unknown): ShownProblem {
  if (thrown instanceof SourceError) return thrown.problem;
  return {
    title: 'The page met a fault of its own',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  };
}
