import type { ClaimLine } from '../../src/core/api/index.ts';

/** The columns that the table of claims can be sorted by. */
export const SORT_COLUMNS = ['speaker', 'act', 'says', 'certainty', 'publisher', 'published'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** By which column, null for the order in which they came: the newest days first. */
export interface SortedBy {
  readonly column: SortColumn | null;
  readonly isDescending: boolean;
}

const CERTAINTIES: Readonly<Record<string, string>> = { certain: '1', probable: '2', possible: '3' };

/** Claims in the order of a column. What is not known comes last in both directions; equals keep their order. */
export function sortedClaims(claims: readonly ClaimLine[], { column, isDescending }: SortedBy): readonly ClaimLine[] {
  if (column === null) return claims;
  const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return claims.toSorted((a, b) => {
    const [left, right] = [sortValue(a, column), sortValue(b, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return isDescending ? words.compare(right, left) : words.compare(left, right);
  });
}

function sortValue({ claim, speaker, says, report }: ClaimLine, column: SortColumn): string | null {
  switch (column) {
    case 'speaker':
      return speaker;
    case 'act':
      return claim.act;
    case 'says':
      return says;
    case 'certainty':
      return CERTAINTIES[claim.certainty] ?? null;
    case 'publisher':
      return report.publisher;
    case 'published':
      return report.publishedAt;
  }
}
