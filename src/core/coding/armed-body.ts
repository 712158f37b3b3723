import { actorId } from '../language/actors/actor-id.ts';
import type { ActorRef } from '../model/actor.ts';

const GOVERNMENT = /^Government of (.+)$/;

/** A state fights through its armed forces: "Pakistan shelled" is its military (codebook §6.6). Others stay as they are. */
export function armedBody(actor: ActorRef): ActorRef {
  const state = actor.kind === 'government' ? GOVERNMENT.exec(actor.name)?.[1] : undefined;
  return state === undefined ? actor : militaryOf(state, actor);
}

/** The military of a state that the words name as a country. */
export function militaryOf(country: string, named: Pick<ActorRef, 'country' | 'span'>): ActorRef {
  const name = `Military Forces of ${country}`;
  const { span } = named;
  return {
    id: actorId(name),
    name,
    kind: 'military',
    country: named.country,
    span,
    basis: 'implied',
    rule: 'sides/state-fights-by-its-military',
  };
}
