import type { Token } from '../../language/token.ts';
import type { Claim } from '../../model/claim.ts';
import type { EventType } from '../../model/event.ts';
import type { KindLexicon } from './kind-lexicon.ts';
import { strengthsOf } from './kinds-of.ts';

/** The kinds of incident that briefs are commonly sorted by; `other` where the means are others or not told. */
export type BriefKind = 'armed-assault' | 'bombing' | 'kidnapping' | 'other';

/**
 * Which kinds of incident a brief tells of (codebook §15.2), by the words for their means and by the happenings coded
 * in it; there may be several. What is only sabotaged or taken, and harm without means, is `other`.
 */
export function briefKinds(
  tokens: readonly Token[],
  claims: readonly Claim[],
  lexicon: KindLexicon,
): readonly BriefKind[] {
  const words = strengthsOf(tokens, lexicon);
  const types = new Set(claims.flatMap(claim => (claim.kind === 'event' ? [claim.type] : [])));
  const weigh = (classes: readonly string[], happenings: readonly EventType[], each: number): number =>
    classes.reduce((sum, name) => sum + (words.get(name) ?? 0), 0) + each * happenings.filter(t => types.has(t)).length;
  const blast = weigh(['explosive', 'grenade', 'suicide'], BLASTS, 0.5) + 0.7 * (words.get('artillery') ?? 0);
  const gun = weigh(['gun'], ['shooting', 'armed-clash'], 1) + (types.has('ambush') ? 0.5 : 0);
  const captive = weigh(['abduct'], ['abduction'], 0.5);
  const sabotage = weigh(['sabotage'], ['destruction'], 1.5);
  // Shots and damage are a part of a blast unless much is said of them.
  const besides = ENOUGH * Math.min(3, blast);
  const kinds: BriefKind[] = [];
  if (gun >= ARMED + besides) kinds.push('armed-assault');
  if (blast >= 1) kinds.push('bombing');
  if (captive >= 1.5) kinds.push('kidnapping');
  const onlySabotage = sabotage >= 1 && blast < 1 && gun < ARMED;
  if (sabotage >= 1.5 + besides || onlySabotage || kinds.length === 0) kinds.push('other');
  return kinds;
}

const BLASTS: readonly EventType[] = [
  'explosion',
  'suicide-bombing',
  'grenade-attack',
  'shelling',
  'air-strike',
  'drone-strike',
];
const ENOUGH = 0.5;
const ARMED = 1.5;
