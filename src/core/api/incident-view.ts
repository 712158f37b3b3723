import { z } from 'zod';
import { rangeInWords } from '../export/words.ts';
import { similarity } from '../ingest/fingerprint.ts';
import { type Incident, IncidentLink, IsoDay, Span } from '../model/index.ts';
import { voicesOf } from '../reconcile/voices.ts';
import { AccountsView, accountsView, claimsAbout } from './accounts-view.ts';
import { ClaimLine, claimLine, MarkedSpan, markedSpan } from './claim-line.ts';
import { IncidentSummary, incidentSummary, Range } from './incident-summary.ts';
import { ReportLine, reportLine } from './report-line.ts';
import type { ReviewedReport } from './reviewed.ts';
import { Mark, TollView, tollViews } from './toll-view.ts';

/** What the accounts contradict each other on, with the claims that cannot all hold. */
export const ContradictionView = z
  .object({
    /** `killed of Military Forces of Mali`, `who began`, `responsibility`, `place`, `date`, … */
    field: z.string(),
    gap: z.int().min(0).nullable(),
    why: z.string(),
    claims: z.array(ClaimLine).readonly(),
  })
  .readonly()
  .meta({ id: 'ContradictionView' });
export type ContradictionView = z.infer<typeof ContradictionView>;

/** How a speaker's figure moved, the earliest first. */
export const Revision = z
  .object({
    /** The place of the toll in the list of tolls. */
    toll: z.int().min(0),
    claimant: z.string(),
    steps: z
      .array(
        z
          .object({
            claimId: z.string(),
            reportId: z.string(),
            publishedAt: IsoDay.nullable(),
            range: Range,
            figure: z.string(),
            isReplaced: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Revision' });
export type Revision = z.infer<typeof Revision>;

/** The publisher of a report about an incident. Sources of one group are one voice: copies, or one publisher. */
export const SourceView = z
  .object({ report: ReportLine, group: z.int().min(0), isAlone: z.boolean() })
  .readonly()
  .meta({ id: 'SourceView' });
export type SourceView = z.infer<typeof SourceView>;

/** A report with its text, and where each claim stands in it. */
export const ReportText = z
  .object({
    report: ReportLine,
    text: z.string(),
    headline: Span.nullable(),
    spans: z.array(MarkedSpan).readonly(),
  })
  .readonly()
  .meta({ id: 'ReportText' });
export type ReportText = z.infer<typeof ReportText>;

/** All that is known of an incident: the figures with every account on them, the accounts side by side, the words. */
export const IncidentView = z
  .object({
    incident: IncidentSummary,
    tolls: z.array(TollView).readonly(),
    /** Figures about it that stand on no row, each with the reason. */
    leftOut: z.array(Mark).readonly(),
    accounts: AccountsView,
    contradictions: z.array(ContradictionView).readonly(),
    revisions: z.array(Revision).readonly(),
    sources: z.array(SourceView).readonly(),
    reports: z.array(ReportText).readonly(),
    /** Every claim about it, in the order of the reports and their text. */
    claims: z.array(ClaimLine).readonly(),
    links: z.array(IncidentLink).readonly(),
  })
  .readonly()
  .meta({ id: 'IncidentView' });
export type IncidentView = z.infer<typeof IncidentView>;

/** The view of an incident from the reports that tell of it. */
export function incidentView(incident: Incident, told: readonly ReviewedReport[]): IncidentView {
  const ordered = [...told].sort(byDay);
  const { tolls, leftOut } = tollViews(incident, ordered);
  const about = claimsAbout(incident, ordered);
  const lines = new Map(
    ordered.flatMap(({ report, coding }) => coding.claims.map(claim => [claim.id, { claim, report }] as const)),
  );
  const ids = new Set(about.map(({ claim }) => claim.id));
  return {
    incident: incidentSummary(incident),
    tolls,
    leftOut,
    accounts: accountsView(incident, ordered),
    contradictions: incident.contradictions.map(({ field, gap, why, claimIds }) => ({
      field,
      gap,
      why,
      claims: claimIds.flatMap(id => {
        const one = lines.get(id);
        return one === undefined ? [] : [claimLine(one.claim, one.report)];
      }),
    })),
    revisions: revisionsOf(incident, ordered),
    sources: sourcesOf(ordered),
    reports: ordered.map(({ report, coding }) => ({
      report: reportLine(report),
      text: report.text,
      headline: report.headline,
      spans: coding.claims.map(claim => markedSpan(claim, report, ids.has(claim.id))),
    })),
    claims: about.map(({ claim, report }) => claimLine(claim, report)),
    links: incident.links,
  };
}

/** Figures that a later one of the same speaker replaces, with that one. */
function revisionsOf({ tolls }: Incident, told: readonly ReviewedReport[]): readonly Revision[] {
  const days = new Map(told.map(({ report }) => [report.id, report.publishedAt]));
  return tolls.flatMap(({ entries }, toll) => {
    const replacing = new Set(entries.flatMap(({ supersededBy }) => supersededBy ?? []));
    const moved = entries.filter(({ claimId, supersededBy }) => supersededBy !== null || replacing.has(claimId));
    const speakers = [...new Set(moved.map(({ claimant }) => claimant))];
    return speakers.map((claimant): Revision => {
      const own = moved.filter(entry => entry.claimant === claimant);
      const steps = own.map(({ claimId, reportId, low, best, high, supersededBy }) => ({
        claimId,
        reportId,
        publishedAt: days.get(reportId) ?? null,
        range: { low, best, high },
        figure: rangeInWords({ low, high }),
        isReplaced: supersededBy !== null,
      }));
      return {
        toll,
        claimant,
        steps: steps.sort((a, b) => Number(b.isReplaced) - Number(a.isReplaced) || byText(a, b)),
      };
    });
  });
}

function byText(a: { publishedAt: string | null }, b: { publishedAt: string | null }): number {
  const [left, right] = [a.publishedAt ?? '~', b.publishedAt ?? '~'];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sourcesOf(told: readonly ReviewedReport[]): readonly SourceView[] {
  const reports = told.map(({ report }) => report);
  const voices = voicesOf(reports, similarity);
  const groups = [...new Set(reports.map(({ id }) => voices.get(id) ?? id))];
  return reports.map(report => {
    const voice = voices.get(report.id) ?? report.id;
    const isAlone = reports.filter(({ id }) => (voices.get(id) ?? id) === voice).length === 1;
    return { report: reportLine(report), group: groups.indexOf(voice), isAlone };
  });
}

/** The earliest published first, undated last. */
function byDay(a: ReviewedReport, b: ReviewedReport): number {
  return byText(a.report, b.report) || (a.report.id < b.report.id ? -1 : 1);
}
