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

/** How the claims of one report pair up. */
export interface ReportAlignment {
  readonly golds: readonly PlacedGold[];
  /** Same kind, overlapping quotes, for casualties also harm and bounds. */
  readonly matched: readonly ClaimPair[];
  /** Pairs among the others that share kind and words: their fields are compared too. */
  readonly rest: readonly ClaimPair[];
}

export const CLAIM_FIELDS = ['claimant', 'act', 'certainty', 'polarity', 'scope'] as const;
export const CASUALTY_FIELDS = ['harm', 'low', 'high', 'qualifier', 'side', 'status'] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number] | (typeof CASUALTY_FIELDS)[number];

/** What the names of a claim are compared by. */
export interface NameContext {
  readonly folder: string;
  readonly report: GoldReport;
  readonly names: GoldNames;
}

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
  const { matched, rest } = alignReport(folder, report, text, mine, names);
  return [...matched, ...rest];
}

/** The same pairs, with those that match told from the others. */
export function alignReport(
  folder: string,
  report: GoldReport,
  text: string,
  mine: readonly PredictedClaim[],
  names: GoldNames,
): ReportAlignment {
  const golds = report.claims.map(claim => {
    const start = text.indexOf(claim.quote);
    return { claim, start, end: start + claim.quote.length };
  });
  const context = { folder, report, names };
  const weigh = (overlap: (a: PlacedGold, b: PredictedClaim) => number) => (a: PlacedGold, b: PredictedClaim) => {
    const shared = overlap(a, b);
    if (shared === 0) return 0;
    const right = fieldsOf(a.claim).filter(field => isRight(a.claim, b, field, context)).length;
    return shared + 2 * right + 2 * Number(a.claim.incident === (b.incident ?? null));
  };
  const matched = pairUp(golds, mine, weigh(sameClaim));
  const used = new Set<unknown>(matched.flat());
  const [restGold, restMine] = [golds.filter(gold => !used.has(gold)), mine.filter(claim => !used.has(claim))];
  return { golds, matched, rest: pairUp(restGold, restMine, weigh(sameKind)) };
}

/** The fields that are compared for a claim of its kind. */
export function fieldsOf({ kind }: GoldClaim): readonly ClaimField[] {
  return kind === 'casualty' ? [...CASUALTY_FIELDS, ...CLAIM_FIELDS] : CLAIM_FIELDS;
}

/** The gold value of a field. */
export function goldValue(gold: GoldClaim, field: ClaimField): string | number | null {
  if (field === 'claimant') return gold.claimant.name;
  if (field === 'side') return gold.victims?.side ?? null;
  if (field === 'status') return gold.victims?.status ?? null;
  return gold[field] ?? null;
}

/** Whether a field of the prediction is right; sides and speakers are compared as actors. */
export function isRight(
  gold: GoldClaim,
  mine: PredictedClaim,
  field: ClaimField,
  { folder, report, names }: NameContext,
): boolean {
  if (field === 'claimant') return sameClaimant(gold, mine, folder, report, names);
  if (field !== 'side') return goldValue(gold, field) === (mine[field] ?? null);
  const other = gold.victims?.incidentSide;
  const isOther = other !== undefined && names.isSame(folder, other, mine.side ?? null);
  return names.isSame(folder, gold.victims?.side, mine.side) || isOther;
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
