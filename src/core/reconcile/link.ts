import { type Account, compareAccounts } from './account.ts';
import type { WordRarity } from './account-words.ts';
import { CandidateIndex } from './candidates.ts';
import { cannotBeSame } from './cannot-be-same.ts';
import { byText } from './order.ts';
import { explain, type FeatureName, pairScore, THRESHOLD } from './pair-score.ts';
import { type Profile, profileOf } from './profile.ts';
import { ReportWords } from './report-words.ts';
import { rarityByLength } from './word-rarity.ts';

/** An account that may tell of the same happening as another. */
export interface Link {
  readonly account: Account;
  readonly score: number;
  readonly features: Readonly<Partial<Record<FeatureName, number>>>;
  readonly why: string;
}

/** The accounts that a new one may belong to, kept so that only the near ones are compared. */
export interface AccountIndex {
  readonly profiles: CandidateIndex;
  readonly words: ReportWords;
}

/** An index over accounts; `add` more with `addToIndex`. */
export function indexAccounts(accounts: readonly Account[], rarity: WordRarity = rarityByLength): AccountIndex {
  const index = { profiles: new CandidateIndex(), words: new ReportWords(rarity) };
  for (const account of [...accounts].sort(compareAccounts)) addToIndex(account, index);
  return index;
}

export function addToIndex(account: Account, { profiles, words }: AccountIndex): void {
  profiles.add(profileOf(account, words));
}

/** Which accounts of the index tell of the same happening as this one: the likeliest first, each with its reasons. */
export function link(account: Account, { profiles, words }: AccountIndex): readonly Link[] {
  const profile: Profile = profileOf(account, words);
  const links: Link[] = [];
  for (const other of profiles.of(profile)) {
    if (other.account.id === account.id || cannotBeSame(profile, other, words) !== null) continue;
    const pair = pairScore(profile, other, words);
    if (pair.score < THRESHOLD) continue;
    const features = Object.fromEntries(Object.entries(pair.features).map(([name, { value }]) => [name, value]));
    links.push({ account: other.account, score: pair.score, features, why: explain(pair) });
  }
  return links.sort((a, b) => b.score - a.score || byText(a.account.id, b.account.id));
}
