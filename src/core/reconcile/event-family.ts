import type { EventType } from '../model/index.ts';

/** Types that accounts of one happening use for one another. */
export type EventFamily =
  | 'violence'
  | 'fighting'
  | 'explosive'
  | 'one-sided'
  | 'taking'
  | 'freeing'
  | 'unrest'
  | 'aftermath'
  | 'talk';

/**
 * The family of each type of the codebook (§2). `aftermath` is what goes with any violence (things destroyed, soldiers
 * sent), so it neither speaks for one happening nor against it. A test holds this table to the codebook.
 */
export const EVENT_FAMILIES: Readonly<Record<EventType, EventFamily>> = {
  violence: 'violence',
  'armed-clash': 'fighting',
  attack: 'fighting',
  ambush: 'fighting',
  raid: 'fighting',
  'territory-taken': 'fighting',
  'territory-retaken': 'fighting',
  retreat: 'aftermath',
  shooting: 'one-sided',
  'civilian-attack': 'one-sided',
  execution: 'one-sided',
  'sexual-violence': 'one-sided',
  torture: 'one-sided',
  shelling: 'explosive',
  'air-strike': 'explosive',
  'drone-strike': 'explosive',
  explosion: 'explosive',
  'suicide-bombing': 'explosive',
  'grenade-attack': 'explosive',
  'chemical-attack': 'explosive',
  abduction: 'taking',
  capture: 'taking',
  arrest: 'taking',
  surrender: 'freeing',
  release: 'freeing',
  protest: 'unrest',
  riot: 'unrest',
  crackdown: 'unrest',
  destruction: 'aftermath',
  seizure: 'aftermath',
  siege: 'aftermath',
  'weapons-intercepted': 'aftermath',
  deployment: 'aftermath',
  displacement: 'aftermath',
  agreement: 'talk',
  talks: 'talk',
  demand: 'talk',
  aid: 'talk',
};

/** Whether a type says no more than that force was used: it fits every violent one. */
export function isGeneral(type: EventType): boolean {
  return type === 'attack' || type === 'violence';
}

/** Types by which a side is said to hold a place. */
export function isTerritorial(type: EventType): boolean {
  return type === 'territory-taken' || type === 'territory-retaken';
}

const VIOLENT: ReadonlySet<EventFamily> = new Set(['violence', 'fighting', 'explosive', 'one-sided', 'taking']);

/** Whoever takes a post takes what is in it: reports tell the one for the other. */
function isCapture(type: EventType): boolean {
  return isTerritorial(type) || type === 'seizure';
}

/** Types of violence against people, done by whoever is the actor. */
export function isViolent(type: EventType): boolean {
  return isViolentFamily(EVENT_FAMILIES[type]);
}

/** How well two types fit one happening, from 0 to 1; null where one says nothing about it. */
export function typeLikeness(a: EventType, b: EventType): number | null {
  const [familyA, familyB] = [EVENT_FAMILIES[a], EVENT_FAMILIES[b]];
  if (familyA === undefined || familyB === undefined) return a === b ? 1 : null;
  if (a === b) return familyA === 'aftermath' || familyA === 'violence' ? 0.7 : 1;
  if (isCapture(a) && isCapture(b)) return 0.75;
  if (familyA === 'aftermath' || familyB === 'aftermath') return null;
  if (familyA === familyB) return familyA === 'explosive' ? 0.6 : 0.75;
  if ((isGeneral(a) && isViolentFamily(familyB)) || (isGeneral(b) && isViolentFamily(familyA))) return 0.65;
  return isViolentFamily(familyA) && isViolentFamily(familyB) ? 0.35 : 0;
}

function isViolentFamily(family: EventFamily | undefined): boolean {
  return family !== undefined && VIOLENT.has(family);
}
