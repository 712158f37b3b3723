import { CandidateIndex } from './candidates.ts';
import { cannotBeSame } from './cannot-be-same.ts';
import { byText } from './order.ts';
import { explain, type PairScore, pairScore, THRESHOLD } from './pair-score.ts';
import type { Profile } from './profile.ts';
import type { ReportWords } from './report-words.ts';

/**
 * What all pairs between two groups must speak for on average, as logarithm of odds: a little below even, because
 * accounts that each fit a third often say little about each other.
 */
const GROUP_LOGIT_MIN = -0.4;

/** Two accounts that may tell of one happening. */
export interface Pair {
  readonly a: Profile;
  readonly b: Profile;
  readonly score: PairScore;
}

/** Scores worked out before: groups ask again as they grow. */
interface KnownScores {
  readonly words: ReportWords;
  readonly byPair: Map<string, PairScore | null>;
}

/** The accounts taken for one happening, the earliest first, and the pairs that hold them together. */
export interface Cluster {
  readonly members: readonly Profile[];
  readonly pairs: readonly Pair[];
}

/**
 * Groups accounts into happenings. Pairs are taken from the most to the least likely; two groups are joined when the
 * pair reaches the threshold, no account of one is barred from one of the other, and all pairs between them together
 * speak for it, each weighed by how much the two say. The result is a function of the set: profiles must come in the order of
 * `compareProfiles`, and ties are broken by ids.
 */
export function clusterProfiles(profiles: readonly Profile[], words: ReportWords): readonly Cluster[] {
  const pairs = likelyPairs(profiles, words);
  const groupOf = new Map<Profile, Set<Profile>>(profiles.map(profile => [profile, new Set([profile])]));
  const scores: KnownScores = { words, byPair: new Map() };
  const holding: Pair[] = [];
  for (const pair of pairs) {
    const [left, right] = [groupOf.get(pair.a), groupOf.get(pair.b)];
    if (left === undefined || right === undefined || left === right) continue;
    if (!joinable(left, right, scores)) continue;
    for (const profile of right) {
      left.add(profile);
      groupOf.set(profile, left);
    }
    holding.push(pair);
  }
  return gather(profiles, groupOf, holding);
}

/** Why the pair is linked, in words. */
export function pairReason({ score }: Pair): string {
  return `score ${score.score.toFixed(3)}: ${explain(score)}`;
}

function gather(
  profiles: readonly Profile[],
  groupOf: ReadonlyMap<Profile, Set<Profile>>,
  holding: readonly Pair[],
): readonly Cluster[] {
  const clusters = new Map<Set<Profile>, { members: Profile[]; pairs: Pair[] }>();
  for (const profile of profiles) {
    const group = groupOf.get(profile);
    if (group === undefined) continue;
    const cluster = clusters.get(group) ?? { members: [], pairs: [] };
    cluster.members.push(profile);
    clusters.set(group, cluster);
  }
  for (const pair of holding) {
    const group = groupOf.get(pair.a);
    if (group !== undefined) clusters.get(group)?.pairs.push(pair);
  }
  return [...clusters.values()];
}

function likelyPairs(profiles: readonly Profile[], words: ReportWords): readonly Pair[] {
  const index = new CandidateIndex();
  const pairs: Pair[] = [];
  for (const b of profiles) {
    for (const a of index.of(b)) {
      if (cannotBeSame(a, b) !== null) continue;
      const score = pairScore(a, b, words);
      if (score.score >= THRESHOLD) pairs.push({ a, b, score });
    }
    index.add(b);
  }
  return pairs.sort(
    (x, y) =>
      y.score.score - x.score.score || byText(x.a.account.id, y.a.account.id) || byText(x.b.account.id, y.b.account.id),
  );
}

function joinable(left: ReadonlySet<Profile>, right: ReadonlySet<Profile>, scores: KnownScores): boolean {
  let sum = 0;
  let weight = 0;
  for (const a of left) {
    for (const b of right) {
      const score = scoreOf(a, b, scores);
      if (score === null) return false;
      sum += score.logit * score.coverage;
      weight += score.coverage;
    }
  }
  return sum >= GROUP_LOGIT_MIN * weight;
}

/** The score of two accounts, null where they are barred from each other; kept, because groups ask again as they grow. */
function scoreOf(a: Profile, b: Profile, scores: KnownScores): PairScore | null {
  const key = a.account.id < b.account.id ? `${a.account.id} ${b.account.id}` : `${b.account.id} ${a.account.id}`;
  const known = scores.byPair.get(key);
  if (known !== undefined) return known;
  const score = cannotBeSame(a, b) === null ? pairScore(a, b, scores.words) : null;
  scores.byPair.set(key, score);
  return score;
}
