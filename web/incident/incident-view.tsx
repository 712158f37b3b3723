import type { ViewProps } from '../app/view.ts';

/** One incident: who says what about it, and where accounts part. */
export function IncidentView(_: ViewProps) {
  return <h1>Incident</h1>;
}
