import { foldName } from '../base/fold-name.ts';
import type { ActorRef } from '../model/index.ts';

/** What of a reference decides whether two of them mean one actor. */
export type ActorName = Pick<ActorRef, 'id' | 'name'>;

const STATE_BODIES: ReadonlySet<string> = new Set(['government', 'military', 'police']);

/**
 * Whether two references mean one actor: by their ids where both have one, else by their names, whatever the case,
 * accents and hyphens.
 */
export function isSameActor(a: ActorName, b: ActorName): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : foldName(a.name) === foldName(b.name);
}

/**
 * Whether two actors stand on one side by what they are: the same actor, or two bodies of one state (its government,
 * its army, its police). Alliances are told by reports and are no part of this.
 */
export function isSameParty(a: ActorRef, b: ActorRef): boolean {
  return isSameActor(a, b) || (isStateBody(a) && isStateBody(b) && a.country !== null && a.country === b.country);
}

/**
 * Whether a reference names somebody in particular. One that casus does not know ("gunmen", "the attackers") may be
 * anybody: it can speak for one happening, never against it.
 */
export function isParticular({ id }: ActorName): boolean {
  return id !== null;
}

/** Civilians are hurt by others; they are no party to the fighting (RULES §15). */
export function isCivilians(actor: ActorRef): boolean {
  return actor.kind === 'civilians';
}

/** The references with every actor once: of several for one, the first that has an id, else the first. */
export function distinctActors(actors: readonly ActorRef[]): readonly ActorRef[] {
  const kept: ActorRef[] = [];
  for (const actor of actors) {
    const at = kept.findIndex(other => isSameActor(other, actor));
    if (at < 0) kept.push(actor);
    else if (kept[at]?.id === null && actor.id !== null) kept[at] = actor;
  }
  return kept;
}

/** The references with every party once. */
export function distinctParties(actors: readonly ActorRef[]): readonly ActorRef[] {
  const kept: ActorRef[] = [];
  for (const actor of actors) if (!kept.some(other => isSameParty(other, actor))) kept.push(actor);
  return kept;
}

function isStateBody(actor: ActorRef): boolean {
  return actor.kind !== null && STATE_BODIES.has(actor.kind);
}
