import { useMemo, useSyncExternalStore } from 'react';
import { hashOf, type Query, type Route, readHash } from './route.ts';

/** The route of the address, renewed whenever it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readHash(hash), [hash]);
}

/** Goes to another view, as a step that the reader can take back. */
export function goTo(path: readonly string[], query: Query = {}): void {
  window.location.hash = hashOf({ path, query });
}

/** Changes the address of this view without a step to take back: filters while they are being set. */
export function replaceQuery(route: Route, query: Query): void {
  window.history.replaceState(null, '', hashOf({ path: route.path, query }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
