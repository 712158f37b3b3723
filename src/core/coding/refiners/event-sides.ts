import type { ActorRef } from '../../model/actor.ts';
import type { ActorRole } from '../../model/event.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';

/**
 * The sides of a clash that names none or one: who accuses whom of having begun it were in it (codebook §6.5). The sides
 * are then `implied`.
 */
export function eventSides(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const accusations = drafts.filter(draft => draft.kind === 'responsibility' && draft.began && draft.dropped === null);
  return drafts.map(draft => {
    if (
      draft.kind !== 'event' ||
      draft.scope !== 'incident' ||
      context.codebook.eventTypes.get(draft.type)?.detail !== 'two-sided' ||
      draft.roles.length >= 2
    )
      return draft;
    const accused = accusations.find(
      other => other.kind === 'responsibility' && other.actor !== null && other.claimant?.actor,
    );
    if (accused === undefined || accused.kind !== 'responsibility') return draft;
    const parties = [accused.claimant?.actor ?? null, accused.actor].filter(party => party !== null).map(implied);
    const missing = parties.filter(party => !draft.roles.some(({ actor }) => actor.name === party.name));
    const roles: readonly ActorRole[] = [...draft.roles, ...missing.map(actor => ({ role: 'party' as const, actor }))];
    return roles.length === 2 ? { ...draft, roles } : draft;
  });
}

function implied(actor: ActorRef): ActorRef {
  return { ...actor, span: null, basis: 'implied', rule: 'sides/accuser-and-accused' };
}
