import type { ViewProps } from '../app/view.ts';

/** A report read in the browser. */
export function ReadView(_: ViewProps) {
  return <h1>Read a report</h1>;
}
