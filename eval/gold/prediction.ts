import { type Claim, type Coding, claimantName, type Incident } from '../../src/core/model/index.ts';
import type { FolderPrediction, PredictedClaim, PredictedIncident } from '../score/gold-prediction.ts';
import type { GoldFolder } from './gold-set.ts';

/** Finds the report that was read from a file of a folder; several files may give one report. */
export type ReportIdOf = (folder: string, file: string) => string | undefined;

/** What was coded and reconciled over all folders, as one prediction per folder. */
export function predictions(
  folders: readonly GoldFolder[],
  reportIdOf: ReportIdOf,
  codings: readonly Coding[],
  incidents: readonly Incident[],
): ReadonlyMap<string, FolderPrediction> {
  const incidentOf = new Map(incidents.flatMap(({ id, links }) => links.map(({ eventId }) => [eventId, id] as const)));
  const codingOf = new Map(codings.map(coding => [coding.reportId, coding]));
  return new Map(
    folders.map(({ folder, reports, texts }) => {
      const fileOf = new Map(reports.map(({ file }) => [reportIdOf(folder, file) ?? '', file]));
      const coded = reports.map(({ file }) => {
        const claims = codingOf.get(reportIdOf(folder, file) ?? '')?.claims ?? [];
        return { file, claims: claims.map(claim => predictedClaim(claim, incidentOf, texts.get(file) ?? '')) };
      });
      const refs = refsOf(fileOf, codingOf);
      const own = incidents.filter(({ links }) => links.some(link => fileOf.has(link.reportId)));
      return [folder, { folder, reports: coded, incidents: own.map(incident => predicted(incident, fileOf, refs)) }];
    }),
  );
}

function predictedClaim(claim: Claim, incidentOf: ReadonlyMap<string, string>, text: string): PredictedClaim {
  const { id, kind, act, certainty, polarity, scope, evidence, eventId } = claim;
  const { span, quote } = evidence;
  // Reading a report may normalise its text; the gold set counts in the file as it stands.
  const moved = text.slice(span.start, span.end) === quote ? span.start : text.indexOf(quote);
  const base = {
    id,
    start: moved,
    end: moved + quote.length,
    kind,
    claimant: claimantName(claim.claimant),
    act,
    certainty,
    polarity,
    scope,
    incident: eventId === null ? null : (incidentOf.get(eventId) ?? null),
  };
  if (claim.kind !== 'casualty') return base;
  const { low, high, qualifier } = claim.estimate;
  const { side, status, partOf } = claim.victims;
  return { ...base, harm: claim.harm, low, high, qualifier, side: side?.name ?? null, status, partOf };
}

/** `r2#p7` for each claim id. */
function refsOf(
  fileOf: ReadonlyMap<string, string>,
  codingOf: ReadonlyMap<string, Coding>,
): ReadonlyMap<string, string> {
  const refs = new Map<string, string>();
  for (const [id, file] of fileOf) {
    for (const claim of codingOf.get(id)?.claims ?? []) refs.set(claim.id, `${file.replace(/\.txt$/, '')}#${claim.id}`);
  }
  return refs;
}

function predicted(
  { id, links, when, places, tolls, contradictions }: Incident,
  fileOf: ReadonlyMap<string, string>,
  refs: ReadonlyMap<string, string>,
): PredictedIncident {
  const located = places.find(({ lat }) => lat !== null);
  return {
    key: id,
    reports: [...new Set(links.map(({ reportId: report }) => fileOf.get(report)).filter(file => file !== undefined))],
    when: { start: when.start, end: when.end },
    place: located === undefined ? null : { lat: located.lat ?? 0, lon: located.lon ?? 0 },
    tolls: tolls.map(({ harm, side, status, unit, low, high }) => {
      return { harm, side: side?.name ?? null, status, unit: unit === 'persons' ? null : unit, low, high };
    }),
    contradictions: contradictions.map(({ field, claimIds }) => {
      return { field, claims: claimIds.map(claim => refs.get(claim)).filter(ref => ref !== undefined) };
    }),
  };
}
