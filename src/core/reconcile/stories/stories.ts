import type { Report } from '../../model/index.ts';
import type { WordRarity } from '../account-words.ts';
import { byText } from '../order.ts';
import { rarityByLength } from '../word-rarity.ts';
import { type ReportTerms, reportTerms } from './report-terms.ts';
import { type StoryProfile, storyProfile, storyScore } from './story-score.ts';
import { type TermWeight, termWeights } from './term-weights.ts';

/** Reports that tell one story by their words, the smallest id first. */
export type Story = readonly string[];

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** That a report has a term, with its weight there. */
interface Posting {
  readonly report: number;
  readonly weight: number;
}

/** Reports further apart than this are not compared: the score would not link them. */
const DAYS_MAX = 120;
/** Below this likeness of words two reports are not looked at further. */
const COSINE_MIN = 0.05;
/** A term in more than this share of the reports finds no candidates. */
const COMMON_SHARE = 0.2;
/** What a pair that was not scored counts as, and the least that a single pair can count, in logarithms of odds. */
const UNLIKE = -4;
/** Pairs from this score on may join two groups whose pairs are on average not below the second. */
const PAIR_MIN = 0;
const GROUP_MIN = -0.5;

/**
 * Groups reports that tell the same story, by words, names and days of publication alone: before anything is coded, and
 * for news of any kind. The result is a function of the set, whatever the order.
 */
export function stories(reports: readonly Report[], rarity: WordRarity = rarityByLength): readonly Story[] {
  const ordered = [...new Map(reports.map(report => [report.id, report])).values()].sort((a, b) => byText(a.id, b.id));
  const terms = ordered.map(reportTerms);
  const weigh = termWeights(terms, rarity);
  const profiles = terms.map(one => storyProfile(one, weigh));
  const pairs = likelyPairs(profiles, weigh);
  return joinPairs(ordered, pairs).map(group => group.map(i => ordered[i]?.id ?? ''));
}

function likelyPairs(profiles: readonly StoryProfile[], weigh: TermWeight): readonly Pair[] {
  const holders = new Map<string, Posting[]>();
  const pairs: Pair[] = [];
  const common = commonTerms(profiles.map(({ terms }) => terms));
  const cosines = new Float64Array(profiles.length);
  for (const [b, profile] of profiles.entries()) {
    cosines.fill(0, 0, b);
    for (const [term, weight] of profile.full) {
      if (common.has(term)) continue;
      const others = holders.get(term) ?? [];
      for (const other of others) cosines[other.report] = (cosines[other.report] ?? 0) + weight * other.weight;
      others.push({ report: b, weight });
      holders.set(term, others);
    }
    for (let a = 0; a < b; a++) {
      const [cosine = 0, other] = [cosines[a], profiles[a]];
      if (other === undefined || cosine < COSINE_MIN || isFarApart(profile.terms, other.terms)) continue;
      pairs.push({ a, b, score: Math.max(UNLIKE, storyScore(other, profile, cosine, weigh)) });
    }
  }
  return pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

function commonTerms(set: readonly ReportTerms[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { full } of set) for (const term of full.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(COMMON_SHARE * set.length, 20);
  return new Set([...counts].filter(([, count]) => count > most).map(([term]) => term));
}

function isFarApart(a: ReportTerms, b: ReportTerms): boolean {
  return a.published !== null && b.published !== null && Math.abs(a.published - b.published) > DAYS_MAX;
}

/** Joins groups from the likeliest pair down, where all pairs between the two are likely enough on average. */
function joinPairs(reports: readonly Report[], pairs: readonly Pair[]): readonly (readonly number[])[] {
  const groups = reports.map((_, i) => [i]);
  const groupOf = reports.map((_, i) => i);
  const scores = new Map(pairs.map(({ a, b, score }) => [a * reports.length + b, score]));
  const scoreOf = (i: number, j: number) => scores.get(Math.min(i, j) * reports.length + Math.max(i, j)) ?? UNLIKE;
  for (const { a, b, score } of pairs) {
    if (score < PAIR_MIN) break;
    const [left = a, right = b] = [groupOf[a], groupOf[b]];
    const [some = [], others = []] = [groups[left], groups[right]];
    if (left === right) continue;
    const total = some.reduce((sum, i) => sum + others.reduce((part, j) => part + scoreOf(i, j), 0), 0);
    if (total < GROUP_MIN * some.length * others.length) continue;
    for (const i of others) groupOf[i] = left;
    some.push(...others);
    groups[right] = [];
  }
  return groups.filter(group => group.length > 0).map(group => group.sort((x, y) => x - y));
}
