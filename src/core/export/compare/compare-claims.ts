import { type Claim, claimantName, overlaps, type PublicRecord } from '../../model/index.ts';
import { type FieldAgreement, fieldAgreement } from './kappa.ts';

/** Two codings set side by side. */
export interface Comparison {
  /** What was paired: claims of the same reports, or incidents. */
  readonly of: 'claims' | 'incidents';
  readonly paired: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly fields: readonly FieldAgreement[];
  readonly disagreements: readonly Disagreement[];
}

export interface Disagreement {
  /** What both coded: the words of the first, or day and place. */
  readonly about: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly field: string;
  readonly first: string;
  readonly second: string;
}

/** Fields of every claim, then those of a kind. */
const FIELDS: readonly (readonly [field: string, value: (claim: Claim) => string | null])[] = [
  ['claimant', claim => claimantName(claim.claimant).toLowerCase()],
  ['act', claim => claim.act],
  ['polarity', claim => claim.polarity],
  ['certainty', claim => claim.certainty],
  ['scope', claim => claim.scope],
  ['harm', claim => (claim.kind === 'casualty' ? claim.harm : null)],
  ['low', claim => (claim.kind === 'casualty' ? String(claim.estimate.low) : null)],
  ['high', claim => (claim.kind === 'casualty' ? String(claim.estimate.high) : null)],
  ['side', claim => (claim.kind === 'casualty' ? (claim.victims.side?.name.toLowerCase() ?? 'not stated') : null)],
  ['status', claim => (claim.kind === 'casualty' ? claim.victims.status : null)],
  ['event type', claim => (claim.kind === 'event' ? claim.type : null)],
];

/**
 * Two codings of the same reports. Claims of one kind whose words overlap are paired, those with the most fields in common
 * first and each once; then each field is compared over the pairs.
 */
export function compareClaims(first: PublicRecord, second: PublicRecord): Comparison {
  const theirs = new Map(second.codings.map(({ reportId, claims }) => [reportId, claims]));
  const pairs: (readonly [Claim, Claim])[] = [];
  let [onlyFirst, onlySecond] = [0, 0];
  for (const { reportId, claims } of first.codings) {
    const others = theirs.get(reportId);
    if (others === undefined) continue;
    const found = pairsOf(claims, others);
    pairs.push(...found);
    onlyFirst += claims.length - found.length;
    onlySecond += others.length - found.length;
  }
  const fields = FIELDS.map(([field, value]) => {
    const both = pairs.flatMap(([a, b]): (readonly [string, string])[] => {
      const [x, y] = [value(a), value(b)];
      return x === null || y === null ? [] : [[x, y]];
    });
    return fieldAgreement(field, both);
  });
  return {
    of: 'claims',
    paired: pairs.length,
    onlyFirst,
    onlySecond,
    fields,
    disagreements: pairs.flatMap(disagreementsOf),
  };
}

function pairsOf(ours: readonly Claim[], theirs: readonly Claim[]): readonly (readonly [Claim, Claim])[] {
  const possible = ours.flatMap((a, i) =>
    theirs.flatMap((b, j) =>
      a.kind === b.kind && overlaps(a.evidence.span, b.evidence.span) ? [{ i, j, a, b, alike: alike(a, b) }] : [],
    ),
  );
  const best = possible.toSorted((x, y) => y.alike - x.alike || x.i - y.i || x.j - y.j);
  const [usedI, usedJ] = [new Set<number>(), new Set<number>()];
  const pairs: (readonly [Claim, Claim])[] = [];
  for (const { i, j, a, b } of best) {
    if (usedI.has(i) || usedJ.has(j)) continue;
    usedI.add(i);
    usedJ.add(j);
    pairs.push([a, b]);
  }
  return pairs;
}

function alike(a: Claim, b: Claim): number {
  return FIELDS.filter(([, value]) => value(a) === value(b)).length;
}

function disagreementsOf([a, b]: readonly [Claim, Claim]): readonly Disagreement[] {
  return FIELDS.flatMap(([field, value]) => {
    const [first, second] = [value(a), value(b)];
    if (first === null || second === null || first === second) return [];
    return [{ about: a.evidence.quote, firstId: a.id, secondId: b.id, field, first, second }];
  });
}
