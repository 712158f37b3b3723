import { type Claim, claimantName } from '../../model/index.ts';
import type { ExportContext } from '../export-context.ts';
import { claimantInWords } from '../words.ts';
import type { BriefSource } from './brief.ts';

/** Numbers claims as sources in the order in which they are first cited. */
export interface Citations {
  /** The numbers of claims; one that the record does not hold has none. */
  cite(claims: readonly Claim[]): readonly number[];
  citeIds(ids: readonly string[]): readonly number[];
  sources(): readonly BriefSource[];
}

export function citations(context: ExportContext): Citations {
  const numbers = new Map<string, number>();
  const cited: BriefSource[] = [];
  const numberOf = (claim: Claim): number => {
    const known = numbers.get(claim.id);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(claim.id, number);
    cited.push(sourceOf(claim, number, context));
    return number;
  };
  const cite = (claims: readonly Claim[]) => claims.map(numberOf);
  return { cite, citeIds: ids => cite(ids.flatMap(id => context.claims.get(id) ?? [])), sources: () => cited };
}

function sourceOf(claim: Claim, number: number, context: ExportContext): BriefSource {
  const report = context.reports.get(claim.evidence.reportId);
  const headline = report?.headline ?? null;
  return {
    number,
    claimId: claim.id,
    quote: claim.evidence.quote,
    speaker: claim.claimant.kind === 'author' ? 'the report itself' : claimantInWords(claim.claimant),
    publisher: report?.source?.name ?? 'publisher not known',
    published: report?.publishedAt ?? null,
    headline: report === undefined || headline === null ? null : report.text.slice(headline.start, headline.end),
    url: report?.url ?? null,
  };
}

/** Who says it, at the head of a sentence: `Military Forces of Niger`, `An unnamed source`, `The report itself`. */
export function speakerInWords(claim: Claim): string {
  const name = claimantName(claim.claimant);
  if (name === 'author') return 'The report itself';
  return name === 'unnamed'
    ? claim.claimant.words === null
      ? 'An unnamed source'
      : `“${claim.claimant.words}”`
    : name;
}
