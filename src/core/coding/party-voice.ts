import { actorId } from '../language/actors/actor-id.ts';
import { type ActorRef, sameActor } from '../model/actor.ts';
import { armedBody } from './armed-body.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';

/** Kinds of actors that fight or speak for those who do. */
const PARTIES = new Set(['government', 'military', 'police', 'armed-group', 'militia']);

const STATE = new Set(['government', 'military', 'police']);

/** The party whose voice a draft is: its claimant, or the one whose medium lets others speak; null for everybody else. */
export function partyVoice(context: Context, draft: Draft): ActorRef | null {
  const actor = draft.claimant?.actor ?? null;
  if (actor === null) return publisherParty(context);
  return PARTIES.has(actor.kind ?? '') ? armedBody(actor) : null;
}

function publisherParty(context: Context): ActorRef | null {
  const name = context.doc.report.source?.affiliation ?? null;
  if (name === null) return null;
  const named = context.doc.actors.find(({ ref }) => ref.name === name)?.ref;
  const kind = named?.kind ?? (/^Government of /.test(name) ? 'government' : null);
  const ref: ActorRef = {
    id: actorId(name),
    name,
    kind,
    country: named?.country ?? null,
    span: null,
    basis: 'implied',
    rule: 'sides/publisher',
  };
  return armedBody(named === undefined ? ref : { ...named, span: null, basis: 'implied', rule: 'sides/publisher' });
}

/** Whether two references are one side: the same actor, or a government and the forces that it speaks for (codebook §3.2). */
export function sameParty(a: ActorRef, b: ActorRef): boolean {
  if (sameActor(a, b)) return true;
  return (
    a.country !== null &&
    a.country === b.country &&
    (a.kind === 'government' || b.kind === 'government') &&
    bothOfState(a, b)
  );
}

function bothOfState(a: ActorRef, b: ActorRef): boolean {
  return STATE.has(a.kind ?? '') && STATE.has(b.kind ?? '');
}

/**
 * Whom a party fights in this report: the armed body, not of its own, that the text names most; null where two are named
 * as often, because then the words do not say (codebook §6.2).
 */
export function opponentOf(context: Context, party: ActorRef): ActorRef | null {
  const counts = new Map<string, { readonly ref: ActorRef; count: number }>();
  for (const { ref } of context.doc.actors) {
    const fights = ref.kind === 'military' || ref.kind === 'armed-group' || ref.kind === 'militia';
    const own = sameActor(ref, party) || (bothOfState(ref, party) && ref.country === party.country);
    if (ref.id === null || !fights || own) continue;
    const known = counts.get(ref.id) ?? { ref, count: 0 };
    known.count += 1;
    counts.set(ref.id, known);
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first === undefined || first.count === second?.count ? null : first.ref;
}
