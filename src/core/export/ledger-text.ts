import {
  type Claim,
  compareSpans,
  type Event,
  type Incident,
  type Problem,
  type PublicRecord,
  type Report,
  type Toll,
} from '../model/index.ts';
import { type ClaimContext, claimText, rolesText } from './ledger-text-claim.ts';
import { actorText, boundsText, type LedgerTextOptions, placeText, quoted, whenText } from './ledger-text-words.ts';

/**
 * A record as text that a coder could have written: line by line, in text order, without ids or hashes. Golden files of
 * the corpus tests are in this form. Numbers as `2.3` are report and claim. With `quotes: 'short'` at most three words of
 * a quote are given, with its offsets, so that the text says what was coded without repeating the report.
 */
export function ledgerText(record: PublicRecord, options: LedgerTextOptions = { quotes: 'full' }): string {
  const numbers = numbered(record);
  const reports = record.reports.flatMap((report, i) => [
    ...(i === 0 ? [] : ['']),
    ...reportText(report, i + 1, options),
    ...codingText(report, record, numbers, options),
  ]);
  const incidents = record.incidents.flatMap((incident, i) => ['', ...incidentText(incident, i + 1, numbers, options)]);
  const problems = record.problems.map(problem => problemText(problem, null, options));
  return [...reports, ...incidents, ...(problems.length === 0 ? [] : ['', ...problems]), ''].join('\n');
}

/** `1.3` for every claim and event of a record, by its id. */
type Numbers = ReadonlyMap<string, string>;

function numbered(record: PublicRecord): Numbers {
  const numbers = new Map<string, string>();
  for (const [i, report] of record.reports.entries()) {
    for (const [n, claim] of claimsOf(report, record).entries()) numbers.set(claim.id, `${i + 1}.${n + 1}`);
    for (const [n, event] of eventsOf(report, record).entries()) numbers.set(event.id, `${i + 1}.${n + 1}`);
  }
  return numbers;
}

function claimsOf(report: Report, record: PublicRecord): readonly Claim[] {
  const claims = record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.claims);
  return claims.sort((a, b) => compareSpans(a.evidence.span, b.evidence.span) || compareText(a.kind, b.kind));
}

/** Events in the order in which a report first speaks of them. */
function eventsOf(report: Report, record: PublicRecord): readonly Event[] {
  const claims = claimsOf(report, record);
  const first = (event: Event) => claims.findIndex(claim => claim.eventId === event.id);
  const events = record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.events);
  return events.sort((a, b) => first(a) - first(b));
}

function reportText(report: Report, number: number, options: LedgerTextOptions): readonly string[] {
  const { headline, source, text } = report;
  const title =
    headline === null ? '(no headline)' : quoted(text.slice(headline.start, headline.end), headline, options);
  return [
    `report ${number}: ${title}`,
    `  source ${source === null ? '?' : `${source.name}${source.kind === null ? '' : `, ${source.kind}`}`}`,
    `  published ${report.publishedAt === null ? '?' : `${report.publishedAt}, ${report.publishedBasis}`}`,
    `  language ${report.language ?? '?'}`,
    ...(report.syndicatedFrom === null ? [] : [`  taken from ${report.syndicatedFrom}`]),
  ];
}

function codingText(
  report: Report,
  record: PublicRecord,
  numbers: Numbers,
  options: LedgerTextOptions,
): readonly string[] {
  const number = (id: string) => numbers.get(id) ?? '?';
  const context: ClaimContext = { report, claimNumber: number, eventNumber: number, options };
  const problems = record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.problems);
  return [
    ...eventsOf(report, record).flatMap(event => ['', ...eventText(event, number(event.id), options)]),
    ...claimsOf(report, record).flatMap((claim, i) => [...(i === 0 ? [''] : []), ...claimText(claim, context)]),
    ...(problems.length === 0 ? [] : ['']),
    ...problems.map(problem => problemText(problem, report, options)).sort(compareText),
  ];
}

function eventText(event: Omit<Event, 'id' | 'claimIds' | 'reportId'>, number: string, options: LedgerTextOptions) {
  return [`event ${number}: ${event.type}`, ...happeningText(event, options)];
}

function happeningText(event: Pick<Event, 'roles' | 'places' | 'when'>, options: LedgerTextOptions): readonly string[] {
  return [
    `  sides ${rolesText(event.roles)}`,
    ...event.places.map(place => `  place ${placeText(place)}`),
    `  when ${whenText(event.when, options)}`,
  ];
}

function incidentText(incident: Incident, number: number, numbers: Numbers, options: LedgerTextOptions) {
  const events = incident.links.map(link => numbers.get(link.eventId) ?? '?').sort(compareText);
  return [
    `incident ${number}: ${incident.type}`,
    ...happeningText(incident, options),
    `  from event ${events.join(', ')}; independent sources ${incident.independentSources}`,
    ...incident.tolls.flatMap(toll => tollText(toll, numbers)),
    ...incident.contradictions.map(({ field, claimIds, gap }) => {
      const claims = claimIds.map(id => numbers.get(id) ?? '?').join(', ');
      return `  contradiction ${field}: claims ${claims}${gap === null ? '' : `; gap ${gap}`}`;
    }),
  ];
}

function tollText(toll: Toll, numbers: Numbers): readonly string[] {
  const best = toll.best !== null && toll.low !== toll.high ? ` best ${toll.best}` : '';
  const unit = toll.unit === 'families' ? ' families' : '';
  return [
    `  toll ${toll.harm} ${boundsText(toll)}${best}${unit} of ${actorText(toll.side)}, ${toll.status}`,
    ...toll.entries.map(entry => {
      const later = entry.supersededBy === null ? '' : `; replaced by ${numbers.get(entry.supersededBy) ?? '?'}`;
      return `    ${boundsText(entry)} ${entry.claimant}; claim ${numbers.get(entry.claimId) ?? '?'}${later}`;
    }),
  ];
}

function problemText({ code, span }: Problem, report: Report | null, options: LedgerTextOptions): string {
  if (span === null || report === null) return `problem ${code}`;
  return `problem ${code} ${quoted(report.text.slice(span.start, span.end), span, options)}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
