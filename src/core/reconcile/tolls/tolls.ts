import type { Toll, TollEntry } from '../../model/index.ts';
import type { Happening } from '../happening.ts';
import { isCivilians, isSameParty } from '../party.ts';
import { DEFAULT_POLICY, type PolicyEntry, policyNamed } from './policy.ts';
import { type RowEntry, type TollRow, tollRows } from './toll-row.ts';

/**
 * The tolls of a happening: for every harm, side and status a range over the accounts by the named policy, with each
 * account kept beside it. Period totals, history and denials are no accounts of it and cannot enter.
 */
export function tolls(happening: Happening, policy: string = DEFAULT_POLICY): readonly Toll[] {
  const { name, range } = policyNamed(policy);
  return tollRows(happening).map(row => {
    const { low, best, high, why } = range(row.entries.map(entry => policyEntry(entry, row, happening)));
    const { harm, side, status, unit } = row;
    return { harm, side, status, unit, low, best, high, policy: name, why, entries: row.entries.map(tollEntry) };
  });
}

function policyEntry(entry: RowEntry, { side }: TollRow, happening: Happening): PolicyEntry {
  const { actor } = entry.speaker;
  const roles = happening.accounts.flatMap(({ events }) => events.flatMap(event => event.roles));
  const parties = roles.map(role => role.actor).filter(party => !isCivilians(party));
  return {
    entry,
    estimate: entry.claim.estimate,
    isOwn: actor !== null && side !== null && isSameParty(actor, side),
    isParty: actor !== null && parties.some(party => isSameParty(party, actor)),
  };
}

function tollEntry({ claim, report, speaker, supersededBy }: RowEntry): TollEntry {
  const { low, best, high } = claim.estimate;
  return { claimId: claim.id, reportId: report.id, claimant: speaker.name, low, best, high, supersededBy };
}
