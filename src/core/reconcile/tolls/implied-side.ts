import type { ActorRef, Casualty, EventClaim } from '../../model/index.ts';
import { isViolent } from '../event-family.ts';
import { casualtiesOf, type Happening, type Statement } from '../happening.ts';
import { distinctParties, isCivilians, isSameActor, isSameParty } from '../party.ts';

/**
 * The side that the victims of a claim belong to: as its report says, else as the other accounts of the happening tell
 * (RULES §15, `incidentSide`). Only fighters are given a side this way: a speaker's admitted losses are its own, and
 * what a party says of "the terrorists" is about its enemy where it has one only. Null where nothing decides.
 */
export function sideOf(statement: Statement<Casualty>, happening: Happening): ActorRef | null {
  const { claim, speaker } = statement;
  const { side, status } = claim.victims;
  if (side !== null) return happening.actors.find(actor => isSameActor(actor, side)) ?? side;
  if (status !== 'combatant' || speaker.actor === null) return null;
  if (claim.act === 'admit') return implied(ownFighters(speaker.actor, happening), 'reconcile/admits-own-losses');
  if (namesSeveralSides(statement, happening)) return null;
  const enemies = enemiesOf(speaker.actor, happening);
  return enemies.length === 1 && enemies[0] !== undefined
    ? implied(enemies[0], 'reconcile/only-enemy-of-speaker')
    : null;
}

/** A government admits the losses of its army, where the accounts name that. */
function ownFighters(speaker: ActorRef, happening: Happening): ActorRef {
  const sides = casualtiesOf(happening).map(({ claim }) => claim.victims);
  const own = sides.find(({ side, status }) => status === 'combatant' && side !== null && isSameParty(side, speaker));
  return own?.side ?? speaker;
}

/** "31 were killed, among them a number of the Russians": a whole whose part has a side is of more than one side. */
function namesSeveralSides({ claim }: Statement<Casualty>, happening: Happening): boolean {
  return casualtiesOf(happening).some(
    ({ claim: part }) => part.victims.partOf === claim.id && part.victims.side !== null,
  );
}

/** Those who are said to have attacked, other than the speaker's own party; none where the speaker has no part in it. */
function enemiesOf(speaker: ActorRef, happening: Happening): readonly ActorRef[] {
  const told = happening.accounts.flatMap(({ events }) => events.flatMap(event => event.roles));
  if (!told.some(({ actor }) => isSameParty(actor, speaker))) return [];
  const attackers = happening.statements.flatMap(({ claim }) => (claim.kind === 'event' ? attackersIn(claim) : []));
  const others = attackers.filter(actor => !isSameParty(actor, speaker) && !isCivilians(actor) && isArmed(actor));
  const parties = distinctParties(others);
  // "The attackers", "jihadists": words for those whom another account names.
  const named = parties.filter(({ id }) => id !== null);
  if (named.length > 0) return named;
  return parties.length > 0 ? parties : attacked(happening, speaker);
}

/** Whoever attacked fights those who were attacked. */
function attacked(happening: Happening, speaker: ActorRef): readonly ActorRef[] {
  const roles = happening.statements.flatMap(({ claim }) =>
    claim.kind === 'event' && claim.polarity === 'positive' && isViolent(claim.type) ? claim.roles : [],
  );
  const recipients = roles.filter(({ role }) => role === 'recipient').map(({ actor }) => actor);
  const others = recipients.filter(
    actor => actor.id !== null && !isSameParty(actor, speaker) && !isCivilians(actor) && isArmed(actor),
  );
  return distinctParties(others);
}

function attackersIn({ type, polarity, roles }: EventClaim): readonly ActorRef[] {
  if (polarity === 'negative' || !isViolent(type)) return [];
  return roles.filter(({ role }) => role !== 'recipient').map(({ actor }) => actor);
}

function isArmed({ kind }: ActorRef): boolean {
  return kind === null || kind === 'military' || kind === 'police' || kind === 'armed-group' || kind === 'militia';
}

function implied(actor: ActorRef, rule: string): ActorRef {
  return { ...actor, span: null, basis: 'implied', rule };
}
