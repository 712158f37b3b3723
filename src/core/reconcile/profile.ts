import type { ActorRef } from '../model/index.ts';
import { type Account, compareAccounts } from './account.ts';
import { accountWords, type TermVector, type WordRarity } from './account-words.ts';
import { type Disc, discsOf } from './place-shape.ts';
import { partiesOf } from './sides.ts';
import { newsSpanOf, type TimeSpan, timeSpanOf } from './time-span.ts';

/** An account with what comparing needs of it, worked out once. */
export interface Profile {
  readonly account: Account;
  readonly words: TermVector;
  readonly discs: readonly Disc[];
  readonly parties: readonly ActorRef[];
  readonly time: TimeSpan | null;
  /** Where `time` is null: when it must have been, from the publication. */
  readonly bound: TimeSpan | null;
}

export function profileOf(account: Account, rarity: WordRarity): Profile {
  return {
    account,
    words: accountWords(account, rarity),
    discs: discsOf(account),
    parties: partiesOf(account),
    time: timeSpanOf(account),
    bound: newsSpanOf(account),
  };
}

export function compareProfiles(a: Profile, b: Profile): number {
  return compareAccounts(a.account, b.account);
}
