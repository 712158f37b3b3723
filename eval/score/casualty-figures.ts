import type { Casualty } from '../../src/core/model/casualty.ts';

/** The numbers of one report: how many were killed and injured in what it tells of. */
export interface CasualtyFigures {
  readonly killed: number;
  readonly injured: number;
}

/** A claim with the number of the sentence that holds it. */
export interface PlacedCasualty {
  readonly claim: Casualty;
  readonly sentence: number;
}

/**
 * Makes two numbers out of the claims of a report, for data that keeps only such. Claims of another scope, negative ones
 * and parts of others stay out; a figure is its best, else its low, else its high value. Figures of one harm in one
 * sentence are added, the sum of the fullest sentence is taken, and what `addsTo` another figure comes on top. Where
 * persons are only told to be killed or injured (shot), the injured are those of them who are not among the killed.
 * A harm that no claim tells of is 0, because the data knows no unknown.
 */
export function casualtyFigures(claims: readonly PlacedCasualty[]): CasualtyFigures {
  const told = claims.filter(
    ({ claim }) => claim.scope === 'incident' && claim.polarity === 'positive' && claim.victims.partOf === null,
  );
  const killed = fullest(told, 'killed');
  const injured = fullest(told, 'injured');
  const either = fullest(told, 'killed-or-injured');
  return { killed, injured: Math.max(injured, either - killed) };
}

function fullest(claims: readonly PlacedCasualty[], harm: Casualty['harm']): number {
  const bySentence = new Map<number, number>();
  let onTop = 0;
  for (const { claim, sentence } of claims) {
    if (claim.harm !== harm) continue;
    const { low, best, high } = claim.estimate;
    const count = best ?? low ?? high ?? 0;
    if (claim.victims.addsTo !== null) onTop += count;
    else bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + count);
  }
  return Math.max(0, ...bySentence.values()) + onTop;
}
