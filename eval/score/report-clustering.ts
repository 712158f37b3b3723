import { f1Of } from './f1.ts';

/** For each item (a report) the keys of the incidents that it tells. */
export type Mentions = ReadonlyMap<string, ReadonlySet<string>>;

export interface ClusteringScores {
  readonly pairwise: number;
  readonly b3: number;
}

/**
 * Overlapping clusters of reports: F1 of pairs, each counted as often as the two share an incident, and extended B-cubed
 * (Amigó et al. 2009), over the reports that have an incident on either side.
 */
export function scoreClustering(gold: Mentions, mine: Mentions): ClusteringScores {
  const items = [...new Set([...gold.keys(), ...mine.keys()])].sort();
  let both = 0;
  let goldPairs = 0;
  let myPairs = 0;
  for (const [n, a] of items.entries()) {
    for (const b of items.slice(n + 1)) {
      const [x, y] = [shared(gold, a, b), shared(mine, a, b)];
      both += Math.min(x, y);
      goldPairs += x;
      myPairs += y;
    }
  }
  const [precision, recall] = [cubed(mine, gold, items), cubed(gold, mine, items)];
  const b3 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  // Without any pair on either side nothing was missed or invented.
  return { pairwise: goldPairs + myPairs === 0 ? 1 : f1Of(both, myPairs, goldPairs), b3 };
}

function shared(mentions: Mentions, a: string, b: string): number {
  const keys = mentions.get(b);
  return [...(mentions.get(a) ?? [])].filter(key => keys?.has(key)).length;
}

function cubed(one: Mentions, other: Mentions, items: readonly string[]): number {
  const scores: number[] = [];
  for (const a of items) {
    if (shared(one, a, a) === 0) continue;
    const near = items.filter(b => shared(one, a, b) > 0);
    const shares = near.map(b => Math.min(shared(one, a, b), shared(other, a, b)) / shared(one, a, b));
    scores.push(shares.reduce((sum, share) => sum + share, 0) / shares.length);
  }
  return scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
