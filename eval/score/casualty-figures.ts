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

/** A report tells its own incident on top and older ones below: figures so many sentences after the first are left out. */
const LEAD_SENTENCES = 3;

/**
 * Makes two numbers out of the claims of a report, for data that keeps only such. Claims of the news count, or of history
 * where a report (of a trial) tells no news of harm; negative ones and parts of others of the same harm stay out. A figure
 * is its best, else its low, else its high value. Of each harm the largest figure counts that is told in the first sentence
 * with one or in the two after it. Where persons are only told to be killed or injured ("shot"), the injured are those of
 * them who are not among the killed. One who was hurt and one who died, whom no sentence tells of together, are taken for
 * one person. A harm that no claim tells of is 0, because the data knows no unknown.
 */
export function casualtyFigures(claims: readonly PlacedCasualty[]): CasualtyFigures {
  const harms = new Map(claims.map(({ claim }) => [claim.id, claim.harm]));
  const whole = claims.filter(
    ({ claim }) => claim.polarity === 'positive' && harms.get(claim.victims.partOf ?? '') !== claim.harm,
  );
  const news = whole.filter(({ claim }) => claim.scope === 'incident');
  const told = news.length > 0 ? news : whole.filter(({ claim }) => claim.scope === 'background');
  const killed = leading(told, 'killed');
  const injured = leading(told, 'injured');
  const either = leading(told, 'killed-or-injured');
  const samePerson = killed === 1 && injured === 1 && !toldTogether(told);
  return { killed, injured: Math.max(samePerson ? 0 : injured, either - killed) };
}

function toldTogether(claims: readonly PlacedCasualty[]): boolean {
  const sentencesOf = (harm: Casualty['harm']) =>
    claims.filter(({ claim }) => claim.harm === harm).map(({ sentence }) => sentence);
  const killed = new Set(sentencesOf('killed'));
  return sentencesOf('injured').some(sentence => killed.has(sentence));
}

function leading(claims: readonly PlacedCasualty[], harm: Casualty['harm']): number {
  const own = claims.filter(({ claim }) => claim.harm === harm);
  const first = Math.min(...own.map(({ sentence }) => sentence));
  const lead = own.filter(({ sentence }) => sentence < first + LEAD_SENTENCES);
  return Math.max(0, ...lead.map(({ claim: { estimate } }) => estimate.best ?? estimate.low ?? estimate.high ?? 0));
}
