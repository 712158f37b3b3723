import type { ActorRef } from '../../model/actor.ts';
import { foldedName, searchWords } from '../search-words.ts';
import { cleanText } from './clean-text.ts';

/** A name under which an actor is found. One actor may have several. */
export type ActorRow = ReturnType<typeof actorRow>;

export function actorRow(actor: Pick<ActorRef, 'id' | 'name'>) {
  return { key: actorKey(actor), folded: foldedName(actor.name), name: cleanText(actor.name) };
}

/** What stands for an actor wherever it is meant: its id, else its name, folded. */
export function actorKey({ id, name }: Pick<ActorRef, 'id' | 'name'>): string {
  return id ?? `~${foldedName(name)}`;
}

/** Whether somebody who writes this means that actor: its id, or words of its name. */
export function isMeant({ key, folded }: Pick<ActorRow, 'key' | 'folded'>, wanted: string): boolean {
  return key === wanted || folded.includes(searchWords(wanted).join(' '));
}
