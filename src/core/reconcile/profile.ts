import type { ActorRef } from '../model/index.ts';
import { type Account, compareAccounts } from './account.ts';
import { accountWords, type TermVector } from './account-words.ts';
import { type Disc, discsOf } from './place-shape.ts';
import type { ReportWords } from './report-words.ts';
import { partiesOf } from './sides.ts';
import type { StoryProfile } from './stories/story-score.ts';
import { newsSpanOf, type TimeSpan, timeSpanOf } from './time-span.ts';

/** An account with what comparing needs of it, worked out once. */
export interface Profile {
  readonly account: Account;
  /** The words of the paragraphs that tell it. */
  readonly words: TermVector;
  /** The words of its report. */
  readonly story: StoryProfile;
  readonly discs: readonly Disc[];
  readonly parties: readonly ActorRef[];
  readonly time: TimeSpan | null;
  /** Where `time` is null: when it must have been, from the publication. */
  readonly bound: TimeSpan | null;
}

export function profileOf(account: Account, words: ReportWords): Profile {
  return {
    account,
    words: accountWords(account, words.rarity),
    story: words.of(account.report),
    discs: discsOf(account),
    parties: partiesOf(account),
    time: timeSpanOf(account),
    bound: newsSpanOf(account),
  };
}

export function compareProfiles(a: Profile, b: Profile): number {
  return compareAccounts(a.account, b.account);
}
