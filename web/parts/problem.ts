/** Why something could not be shown: problem+json (RFC 9457) as far as a reader needs it. */
export interface ShownProblem {
  readonly title: string;
  readonly detail?: string | undefined;
  /** What the reader can do. */
  readonly advice?: string | undefined;
}
