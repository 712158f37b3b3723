import { z } from 'zod';
import { claimInWords } from '../export/claim-words.ts';
import { claimantInWords } from '../export/words.ts';
import { Claim, claimantName, type Report } from '../model/index.ts';
import { ReportLine, reportLine } from './report-line.ts';

/** A claim with the report it stands in: who says what, in which words. */
export const ClaimLine = z
  .object({
    claim: Claim,
    /** What it says, in one line. */
    says: z.string(),
    /** Who says it, in words, and the name it is listed under: the actor's, `author` or `unnamed`. */
    speaker: z.string(),
    claimant: z.string(),
    report: ReportLine,
  })
  .readonly()
  .meta({ id: 'ClaimLine' });
export type ClaimLine = z.infer<typeof ClaimLine>;

/** The line of a claim of this report. */
export function claimLine(claim: Claim, report: Report): ClaimLine {
  return {
    claim,
    says: claimInWords(claim, report.text),
    speaker: claimantInWords(claim.claimant, report.source),
    claimant: claimantName(claim.claimant),
    report: reportLine(report),
  };
}

/** Where a claim stands in the text of its report, so that its words can be marked in place. */
export const MarkedSpan = z
  .object({
    claimId: z.string(),
    kind: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    says: z.string(),
    speaker: z.string(),
    scope: z.string(),
    /** Whether the claim is about the incident asked for; of a report alone: about some incident. */
    isOfIncident: z.boolean(),
  })
  .readonly()
  .meta({ id: 'MarkedSpan' });
export type MarkedSpan = z.infer<typeof MarkedSpan>;

export function markedSpan(claim: Claim, report: Report, isOfIncident: boolean): MarkedSpan {
  const { start, end } = claim.evidence.span;
  return {
    claimId: claim.id,
    kind: claim.kind,
    start,
    end,
    says: claimInWords(claim, report.text),
    speaker: claimantInWords(claim.claimant, report.source),
    scope: claim.scope,
    isOfIncident,
  };
}
