import type { ViewProps } from '../app/view.ts';

/** Threats and feared developments. */
export function WarningsView(_: ViewProps) {
  return <h1>Threats and risks</h1>;
}
