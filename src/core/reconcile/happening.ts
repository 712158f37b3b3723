import type { ActorRef, Casualty, Claim, Report } from '../model/index.ts';
import type { Account } from './account.ts';
import type { ActorDirectory } from './actor-directory.ts';
import { distinctActors } from './party.ts';
import { actorsOf } from './sides.ts';
import { type Speaker, speakerOf } from './speaker.ts';

/** A claim within a happening, with its report and its speaker. */
export interface Statement<Content extends Claim = Claim> {
  readonly claim: Content;
  readonly report: Report;
  readonly speaker: Speaker;
}

/** All accounts of one happening taken together: what tolls and contradictions are worked out from. */
export interface Happening {
  readonly accounts: readonly Account[];
  readonly statements: readonly Statement[];
  /** Every actor in it once, with its id where any account knows it. */
  readonly actors: readonly ActorRef[];
}

/**
 * Puts the accounts of one happening together. `voices` names the voice of each report; `known` are actors met elsewhere,
 * through which the affiliation of a source is found.
 */
export function happeningOf(
  accounts: readonly Account[],
  voices: ReadonlyMap<string, string>,
  known: ActorDirectory,
): Happening {
  const speaking = accounts.flatMap(({ claims }) => claims.map(({ claimant }) => claimant.actor));
  const actors = distinctActors([...accounts.flatMap(actorsOf), ...speaking.filter(actor => actor !== null)]);
  const statements = accounts.flatMap(({ report, claims }) =>
    claims.map(claim => {
      return { claim, report, speaker: speakerOf(claim, report, voices.get(report.id) ?? report.id, known) };
    }),
  );
  return { accounts, statements, actors };
}

/** The casualty statements of a happening. */
export function casualtiesOf({ statements }: Happening): readonly Statement<Casualty>[] {
  return statements.flatMap(({ claim, ...rest }) => (claim.kind === 'casualty' ? [{ claim, ...rest }] : []));
}
