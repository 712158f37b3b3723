import { CandidateIndex } from './candidates.ts';
import { cannotBeSame } from './cannot-be-same.ts';
import { Bounds } from './constraints.ts';
import { byText } from './order.ts';
import { explain, type PairOdds, pairOdds, pairScore, START, THRESHOLD } from './pair-score.ts';
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
  readonly score: PairOdds;
}

/** Scores worked out before: groups ask again as they grow. */
interface KnownScores {
  readonly words: ReportWords;
  readonly byPair: Map<Profile, Map<Profile, PairOdds | null>>;
}

/** The accounts taken for one happening, the earliest first, and the pairs that hold them together. */
export interface Cluster {
  readonly members: readonly Profile[];
  readonly pairs: readonly Pair[];
  /** By account id: why it is here by decision, and what the score would have said. */
  readonly decided: ReadonlyMap<string, Decided>;
  /** What their words were weighed by. */
  readonly words: ReportWords;
}

/** An account that is in a cluster by decision, with the account of those put together with it that it is likest. */
export interface Decided {
  readonly why: string;
  readonly pair: Pair;
}

/**
 * Groups accounts into happenings. Pairs are taken from the most to the least likely; two groups are joined when the
 * pair reaches the threshold, no account of one is barred from one of the other, and all pairs between them together
 * speak for it, each weighed by how much the two say. The result is a function of the set: profiles must come in the order of
 * `compareProfiles`, and ties are broken by ids.
 */
export function clusterProfiles(
  profiles: readonly Profile[],
  words: ReportWords,
  bounds: Bounds = new Bounds(),
): readonly Cluster[] {
  const scores: KnownScores = { words, byPair: new Map() };
  const pairs = likelyPairs(profiles, scores);
  const units = unitsOf(profiles, bounds);
  const groupOf = new Map<Profile, Set<Profile>>(
    profiles.map(profile => [profile, new Set(units.get(profile) ?? [profile])]),
  );
  for (const [profile, unit] of units) {
    const [first] = unit;
    if (first !== undefined) groupOf.set(profile, groupOf.get(first) ?? new Set(unit));
  }
  const holding: Pair[] = [];
  for (const pair of pairs) {
    const [left, right] = [groupOf.get(pair.a), groupOf.get(pair.b)];
    if (left === undefined || right === undefined || left === right) continue;
    if (bounds.areApart(pair.a.account.id, pair.b.account.id) || !joinable(left, right, units, scores)) continue;
    bounds.join(pair.a.account.id, pair.b.account.id);
    for (const profile of right) {
      left.add(profile);
      groupOf.set(profile, left);
    }
    holding.push(pair);
  }
  return gather(profiles, groupOf, holding, { decided: decidedOf(units, bounds, words), words });
}

/** Accounts that were put together by decision, each with all of them; an account without such a decision is in none. */
type Units = ReadonlyMap<Profile, readonly Profile[]>;

function unitsOf(profiles: readonly Profile[], bounds: Bounds): Units {
  const byRoot = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const root = bounds.rootOf(profile.account.id);
    byRoot.set(root, [...(byRoot.get(root) ?? []), profile]);
  }
  const bound = [...byRoot.values()].filter(({ length }) => length > 1);
  return new Map(bound.flatMap(unit => unit.map(profile => [profile, unit] as const)));
}

function decidedOf(units: Units, bounds: Bounds, words: ReportWords): ReadonlyMap<string, Decided> {
  const decided = new Map<string, Decided>();
  for (const [a, unit] of units) {
    const reasons = a.account.events.map(({ id }) => bounds.reasonOf(id)).filter(why => why !== null);
    const others = unit.filter(b => b !== a).map(b => ({ a, b, score: pairOdds(a, b, words) }));
    const [pair] = others.sort(comparePairs);
    if (pair !== undefined) decided.set(a.account.id, { why: [...new Set(reasons)].join('; '), pair });
  }
  return decided;
}

/** Why the pair is linked, in words. */
export function pairReason({ a, b, score }: Pair, words: ReportWords): string {
  return `score ${score.score.toFixed(3)}: ${explain(pairScore(a, b, words))}`;
}

function gather(
  profiles: readonly Profile[],
  groupOf: ReadonlyMap<Profile, Set<Profile>>,
  holding: readonly Pair[],
  common: Pick<Cluster, 'decided' | 'words'>,
): readonly Cluster[] {
  const clusters = new Map<Set<Profile>, { members: Profile[]; pairs: Pair[] } & typeof common>();
  for (const profile of profiles) {
    const group = groupOf.get(profile);
    if (group === undefined) continue;
    const cluster = clusters.get(group) ?? { members: [], pairs: [], ...common };
    cluster.members.push(profile);
    clusters.set(group, cluster);
  }
  for (const pair of holding) {
    const group = groupOf.get(pair.a);
    if (group !== undefined) clusters.get(group)?.pairs.push(pair);
  }
  return [...clusters.values()];
}

function likelyPairs(profiles: readonly Profile[], scores: KnownScores): readonly Pair[] {
  const index = new CandidateIndex();
  const pairs: Pair[] = [];
  for (const b of profiles) {
    for (const a of index.of(b)) {
      if (cannotBeSame(a, b, scores.words) !== null) continue;
      const score = pairOdds(a, b, scores.words);
      if (score.score < THRESHOLD) continue;
      pairs.push({ a, b, score });
      keep(a, b, score, scores);
    }
    index.add(b);
  }
  return pairs.sort(comparePairs);
}

/** The likeliest first. */
function comparePairs(x: Pair, y: Pair): number {
  return (
    y.score.score - x.score.score || byText(x.a.account.id, y.a.account.id) || byText(x.b.account.id, y.b.account.id)
  );
}

/**
 * Whether two groups may be joined. Accounts that were put together by decision may be at odds with one another, so one
 * that agrees with any of them may join their group; but not one of a report that tells it beside another one there.
 */
function joinable(left: ReadonlySet<Profile>, right: ReadonlySet<Profile>, units: Units, scores: KnownScores): boolean {
  const [decidedLeft, decidedRight] = [left, right].map(group => [...group].filter(one => units.has(one)));
  let sum = 0;
  let weight = 0;
  for (const a of left) {
    for (const b of right) {
      const score = scoreOf(a, b, scores);
      if (score === null) {
        const isVouched =
          decidedLeft?.some(one => scoreOf(one, b, scores) !== null) === true ||
          decidedRight?.some(one => scoreOf(a, one, scores) !== null) === true;
        if (a.account.report.id === b.account.report.id || !isVouched) return false;
        continue;
      }
      sum += withoutSilence(score) * score.coverage;
      weight += score.coverage;
    }
  }
  return sum >= GROUP_LOGIT_MIN * weight;
}

/**
 * What a pair says within a group: what an account leaves out does not speak against those whom another one of the group
 * has led it to, so an unlikely pair counts with the part of the start value that both speak about. No pair is made likely
 * by it.
 */
function withoutSilence({ logit, coverage }: PairOdds): number {
  return logit >= 0 ? logit : Math.min(0, logit - START * (1 - coverage));
}

/** The score of two accounts, null where they are barred from each other; kept, because groups ask again as they grow. */
function scoreOf(a: Profile, b: Profile, scores: KnownScores): PairOdds | null {
  const [first, second] = ordered(a, b);
  const known = scores.byPair.get(first)?.get(second);
  if (known !== undefined) return known;
  const score = cannotBeSame(a, b, scores.words) === null ? pairOdds(a, b, scores.words) : null;
  keep(a, b, score, scores);
  return score;
}

function keep(a: Profile, b: Profile, score: PairOdds | null, { byPair }: KnownScores): void {
  const [first, second] = ordered(a, b);
  const known = byPair.get(first) ?? new Map<Profile, PairOdds | null>();
  byPair.set(first, known.set(second, score));
}

/** A pair has one order, whoever is asked first. */
function ordered(a: Profile, b: Profile): readonly [Profile, Profile] {
  return a.account.id < b.account.id ? [a, b] : [b, a];
}
