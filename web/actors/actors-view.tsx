import type { ViewProps } from '../app/view.ts';
import { ActorList } from './actor-list.tsx';
import { ActorProfile } from './actor-profile.tsx';

/** Actors of the ledger, and one actor. */
export function ActorsView({ source, route }: ViewProps) {
  const [, actor] = route.path;
  return actor === undefined ? (
    <ActorList source={source} route={route} />
  ) : (
    <ActorProfile key={actor} source={source} actor={actor} />
  );
}
