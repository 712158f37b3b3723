import type { Casualty } from '../../model/index.ts';
import { attested } from './attested-policy.ts';
import { ranges } from './ranges-policy.ts';
import type { RowEntry } from './toll-row.ts';

/** What a policy may know of an account beside its figure. */
export interface PolicyEntry {
  readonly entry: RowEntry;
  readonly estimate: Casualty['estimate'];
  /** The speaker's own side's losses. */
  readonly isOwn: boolean;
  /** The speaker takes part in the fighting. */
  readonly isParty: boolean;
}

/** What a policy makes of the accounts of one row. */
export interface TollRange {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly why: string;
}

/**
 * A named way to make one range of several accounts. The name carries a version: a policy that gives other figures is
 * another policy. `docs/reference/policies.md` describes each.
 */
export interface TollPolicy {
  readonly name: string;
  range(entries: readonly PolicyEntry[]): TollRange;
}

export const DEFAULT_POLICY = ranges.name;

export const POLICIES: readonly TollPolicy[] = [ranges, attested];

/** The policy of that name. Throws where there is none, naming those there are: the caller took it from a user. */
export function policyNamed(name: string): TollPolicy {
  const found = POLICIES.find(policy => policy.name === name);
  if (found === undefined) {
    throw new RangeError(`no toll policy ${name}; there are ${POLICIES.map(policy => policy.name).join(', ')}`);
  }
  return found;
}
