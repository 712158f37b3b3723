import type { ViewProps } from '../app/view.ts';

/** Actors of the ledger, and one actor. */
export function ActorsView(_: ViewProps) {
  return <h1>Actors</h1>;
}
