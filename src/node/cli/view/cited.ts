import { type Claim, compareSpans, type PublicRecord, type Report } from '../../../core/model/index.ts';

/** A claim with its report and the number under which the view refers to it: `3`, or `B3` in the second of several. */
export interface Cited {
  readonly claim: Claim;
  readonly report: Report;
  readonly label: string;
}

/** Every claim of a record by its id, numbered in text order within its report, reports lettered when there are several. */
export function citeClaims(record: Pick<PublicRecord, 'reports' | 'codings'>): ReadonlyMap<string, Cited> {
  const cited = new Map<string, Cited>();
  for (const [i, report] of record.reports.entries()) {
    const letter = record.reports.length > 1 ? reportLetter(i) : '';
    const claims = record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.claims);
    for (const [n, claim] of inTextOrder(claims).entries()) {
      cited.set(claim.id, { claim, report, label: `${letter}${n + 1}` });
    }
  }
  return cited;
}

/** A, B … Z, AA, AB …, as columns of a table are called. */
export function reportLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : reportLetter(Math.floor(index / 26) - 1) + last;
}

export function inTextOrder<T extends Pick<Claim, 'evidence' | 'id'>>(claims: readonly T[]): readonly T[] {
  return [...claims].sort((a, b) => compareSpans(a.evidence.span, b.evidence.span) || (a.id < b.id ? -1 : 1));
}
