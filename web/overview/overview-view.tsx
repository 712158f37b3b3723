import type { ViewProps } from '../app/view.ts';

/** Where, when and with which losses, over all incidents. */
export function OverviewView(_: ViewProps) {
  return <h1>Overview</h1>;
}
