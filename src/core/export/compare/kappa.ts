/** How far two coders agree on one field of what both coded. */
export interface FieldAgreement {
  readonly field: string;
  /** How many pairs were compared. */
  readonly compared: number;
  /** The share of them that agree. */
  readonly agreement: number;
  /** Cohen's kappa: agreement beyond what chance would give; null where chance alone would agree wholly. */
  readonly kappa: number | null;
}

/** Agreement on one field, from the value that each of the two coders gave to each thing (Cohen 1960). */
export function fieldAgreement(field: string, pairs: readonly (readonly [string, string])[]): FieldAgreement {
  const compared = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length / Math.max(1, compared);
  const shares = (side: 0 | 1) => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1 / compared);
    return counts;
  };
  const [ours, theirs] = [shares(0), shares(1)];
  const byChance = [...ours].reduce((sum, [value, share]) => sum + share * (theirs.get(value) ?? 0), 0);
  const kappa = compared === 0 || 1 - byChance < 1e-12 ? null : (agreed - byChance) / (1 - byChance);
  return { field, compared, agreement: agreed, kappa };
}
