import type { EventClaim } from '../../model/index.ts';
import type { Happening, Statement } from '../happening.ts';
import { isSameParty } from '../party.ts';
import type { Conflict } from './conflict.ts';

/**
 * A deed that one speaker tells and another denies, who is not the one that is said to have done it (a ransom paid,
 * houses looted): a contradiction on conduct (RULES §24). What the accused denies is on responsibility.
 */
export function deniedDeeds({ statements }: Happening): readonly Conflict[] {
  return statements.flatMap(denial => {
    const { claim, speaker } = denial;
    if (claim.kind !== 'denial' || claim.rejects !== null || claim.about === null) return [];
    const told = statements.find(({ claim: other }) => other.id === claim.about);
    if (told === undefined || told.claim.kind !== 'event' || isOwnDeed(told.claim, denial)) return [];
    const why = `${speaker.name} denies it`;
    return [{ field: 'conduct', statements: [told, denial], gap: null, why }];
  });
}

function isOwnDeed({ roles }: EventClaim, { speaker }: Statement): boolean {
  const { actor: own } = speaker;
  return own === null || roles.some(({ role, actor }) => role === 'actor' && isSameParty(actor, own));
}
