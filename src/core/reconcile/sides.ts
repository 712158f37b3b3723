import type { ActorRef, Claim } from '../model/index.ts';
import type { Account } from './account.ts';
import { isViolent } from './event-family.ts';
import { distinctActors, distinctParties, isCivilians, isSameParty } from './party.ts';

/** The armed and state parties that an account puts into the happening: by its events' roles, then by its accusations. */
export function partiesOf(account: Account): readonly ActorRef[] {
  return distinctParties(actorsOf(account).filter(actor => !isCivilians(actor)));
}

/** Every actor in the happening, civilians included. */
export function actorsOf(account: Account): readonly ActorRef[] {
  const told = account.events.flatMap(({ roles }) => roles.map(({ actor }) => actor));
  return distinctActors([...told, ...account.claims.flatMap(actorsOfClaim)]);
}

/** Whether an account says that civilians were hit. */
export function hitsCivilians(account: Account): boolean {
  return actorsOf(account).some(isCivilians);
}

/** How many parties of one account the other knows too. */
export function sharedParties(a: readonly ActorRef[], b: readonly ActorRef[]): readonly ActorRef[] {
  return a.filter(actor => b.some(other => isSameParty(actor, other)));
}

function actorsOfClaim(claim: Claim): readonly ActorRef[] {
  if (claim.kind === 'casualty') return claim.victims.side === null ? [] : [claim.victims.side];
  if (claim.kind === 'responsibility') return claim.actor === null ? [] : [claim.actor];
  // Whoever arrests people afterwards, or is sent, need not have been there.
  if (claim.kind === 'event')
    return isViolent(claim.type) && claim.type !== 'arrest' ? claim.roles.map(({ actor }) => actor) : [];
  // Who denies a deed, or tells of it as its own, has a part in it.
  const answers = claim.kind === 'denial' && claim.rejects === null;
  return answers && claim.claimant.actor !== null ? [claim.claimant.actor] : [];
}
