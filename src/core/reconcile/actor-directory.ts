import { foldName } from '../base/fold-name.ts';
import type { ActorRef, Coding } from '../model/index.ts';
import { byText } from './order.ts';

/** Every actor that any coding knows with an id, by its name's search key. */
export type ActorDirectory = ReadonlyMap<string, ActorRef>;

/**
 * The actors that some codings name. Through it a bare name ("affiliation: Government of Mali") finds its id, kind and
 * country; of two actors with one name the smaller id counts.
 */
export function actorDirectory(codings: readonly Coding[]): ActorDirectory {
  const directory = new Map<string, ActorRef>();
  for (const actor of codings.flatMap(({ claims, events }) => [
    ...claims.flatMap(({ claimant }) => (claimant.actor === null ? [] : [claimant.actor])),
    ...claims.flatMap(claim => (claim.kind === 'casualty' && claim.victims.side !== null ? [claim.victims.side] : [])),
    ...events.flatMap(({ roles }) => roles.map(role => role.actor)),
  ])) {
    const key = foldName(actor.name);
    const other = directory.get(key);
    if (actor.id !== null && (other === undefined || byText(actor.id, other.id ?? '') < 0)) directory.set(key, actor);
  }
  return directory;
}

/** The actor as the directory knows it, else as it is. */
export function lookUp(actor: ActorRef, directory: ActorDirectory): ActorRef {
  return actor.id === null ? (directory.get(foldName(actor.name)) ?? actor) : actor;
}
