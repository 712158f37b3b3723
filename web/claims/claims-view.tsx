import type { ViewProps } from '../app/view.ts';

/** Who says what about whom, with which certainty. */
export function ClaimsView(_: ViewProps) {
  return <h1>Claims</h1>;
}
