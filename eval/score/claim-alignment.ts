import type { GoldClaim, GoldReport } from '../gold/gold-set.ts';
import type { GoldNames } from './gold-names.ts';
import { normName } from './gold-names.ts';
import type { PredictedClaim } from './gold-prediction.ts';
import { pairUp } from './pair-up.ts';

/** A gold claim of one report with its place in the text. */
export interface PlacedGold {
  readonly claim: GoldClaim;
  readonly start: number;
  readonly end: number;
}

export type ClaimPair = readonly [PlacedGold, PredictedClaim];

const CLAIM_FIELDS = ['act', 'certainty', 'polarity', 'scope'] as const;
const CASUALTY_FIELDS = ['harm', 'low', 'high', 'qualifier'] as const;

/**
 * Pairs gold and predicted claims of one report: first those that match (same kind, overlapping quotes, for casualties
 * also harm and bounds), then the rest by kind and overlap; of several possible pairs the ones that agree on most fields.
 */
export function alignClaims(
  folder: string,
  report: GoldReport,
  text: string,
  mine: readonly PredictedClaim[],
  names: GoldNames,
): readonly ClaimPair[] {
  const golds = report.claims.map(claim => {
    const start = text.indexOf(claim.quote);
    return { claim, start, end: start + claim.quote.length };
  });
  const weigh = (overlap: (a: PlacedGold, b: PredictedClaim) => number) => (a: PlacedGold, b: PredictedClaim) => {
    const shared = overlap(a, b);
    const sameIncident = a.claim.incident === (b.incident ?? null);
    return shared === 0 ? 0 : shared + 2 * agreement(a.claim, b, folder, report, names) + 2 * Number(sameIncident);
  };
  const matched = pairUp(golds, mine, weigh(sameClaim));
  const used = new Set<unknown>(matched.flat());
  const [restGold, restMine] = [golds.filter(gold => !used.has(gold)), mine.filter(claim => !used.has(claim))];
  return [...matched, ...pairUp(restGold, restMine, weigh(sameKind))];
}

/** Share of common characters of the quotes; 0 for another kind. */
function sameKind(gold: PlacedGold, mine: PredictedClaim): number {
  if (gold.claim.kind !== mine.kind) return 0;
  const common = Math.min(gold.end, mine.end) - Math.max(gold.start, mine.start);
  return common <= 0 ? 0 : common / (Math.max(gold.end, mine.end) - Math.min(gold.start, mine.start));
}

function sameClaim(gold: PlacedGold, mine: PredictedClaim): number {
  const { kind, harm, low, high } = gold.claim;
  if (kind === 'casualty' && (harm !== mine.harm || low !== mine.low || high !== mine.high)) return 0;
  return sameKind(gold, mine);
}

function agreement(
  gold: GoldClaim,
  mine: PredictedClaim,
  folder: string,
  report: GoldReport,
  names: GoldNames,
): number {
  let right = CLAIM_FIELDS.filter(field => gold[field] === mine[field]).length;
  right += Number(sameClaimant(gold, mine, folder, report, names));
  if (gold.kind !== 'casualty') return right;
  right += CASUALTY_FIELDS.filter(field => gold[field] === mine[field]).length;
  const victims = gold.victims;
  right += Number(victims?.status === mine.status);
  const other = victims?.incidentSide;
  const sameSide = names.isSame(folder, victims?.side, mine.side);
  return right + Number(sameSide || (other !== undefined && names.isSame(folder, other, mine.side)));
}

function sameClaimant(
  gold: GoldClaim,
  mine: PredictedClaim,
  folder: string,
  { source }: GoldReport,
  names: GoldNames,
): boolean {
  const own = (name: string) => (name === 'author' && source.affiliation !== null ? source.affiliation : name);
  if (names.isSame(folder, own(gold.claimant.name), own(mine.claimant))) return true;
  return gold.claimant.text !== null && normName(mine.claimant) === normName(gold.claimant.text);
}
