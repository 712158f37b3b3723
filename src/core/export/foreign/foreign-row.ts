import { contentId } from '../../base/content-id.ts';
import { type ReportInput, readReport } from '../../ingest/index.ts';
import type { CodedReport } from '../../ledger/index.ts';
import {
  type ActorKind,
  type ActorRef,
  AUTHOR,
  Claim,
  type Coding,
  type Event,
  evidenceOf,
  type Problem,
  type Report,
  type Span,
} from '../../model/index.ts';

/** A row of another project's table: column name to text. */
export type ForeignRow = Readonly<Record<string, string>>;

/** What a row says, in claims without ids: the words are those of one column each. */
export interface ForeignClaims {
  /** `import:acled`, `import:ucdp`. */
  readonly coder: string;
  readonly claims: readonly ForeignClaim[];
  readonly problems: readonly Problem[];
}

export interface ForeignClaim {
  /** The column whose value says it. */
  readonly column: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * A row as a report whose text is the row itself, `column: value` a line, so that every claim of the external coder has
 * words that can be looked up. Empty cells are left out: they say nothing.
 */
export function rowReport(row: ForeignRow, metadata: NonNullable<ReportInput['metadata']>): Report {
  const lines = Object.entries(row).flatMap(([name, value]) => (value.trim() === '' ? [] : [lineOf(name, value)]));
  return readReport({ text: `${lines.join('\n')}\n`, metadata }).value;
}

/** Gives the claims of a row ids, evidence and an event that they share. */
export function codedRow(row: ForeignRow, report: Report, { coder, claims, problems }: ForeignClaims): CodedReport {
  const made = claims.flatMap(claim => {
    const span = spanOfColumn(row, claim.column, report.text);
    return span === null ? [] : [{ ...claim, span }];
  });
  const ids = made.map(({ column, content }) => contentId('clm', { report: report.id, column, content }));
  const eventId = contentId('evt', { report: report.id, claims: ids });
  const parsed = made.map(({ content, span }, i) =>
    Claim.parse({
      claimant: AUTHOR,
      act: 'state',
      certainty: 'certain',
      polarity: 'positive',
      hedges: [],
      scope: 'incident',
      rule: coder.replace('import:', 'row/'),
      ...content,
      id: ids[i],
      evidence: evidenceOf(report, span),
      eventId,
    }),
  );
  const content = { reportId: report.id, coder, claims: parsed, events: eventsOf(parsed, report, eventId), problems };
  const coding: Coding = { id: contentId('cod', content), ...content };
  return { report, coding };
}

function eventsOf(claims: readonly Claim[], report: Report, id: string): readonly Event[] {
  const told = claims.find(claim => claim.kind === 'event');
  if (told?.kind !== 'event') return [];
  const { type, roles, places, when } = told;
  return [{ id, reportId: report.id, type, roles, places, when, claimIds: claims.map(claim => claim.id) }];
}

function lineOf(name: string, value: string): string {
  return `${name}: ${value.replace(/\s+/g, ' ').trim()}`;
}

/** Where a column's line stands in the text; null where ingest has changed it beyond finding. */
function spanOfColumn(row: ForeignRow, column: string, text: string): Span | null {
  const line = lineOf(column, row[column] ?? '');
  const at = `\n${text}`.indexOf(`\n${line}\n`);
  return at === -1 ? null : { start: at, end: at + line.length };
}

/** An actor as a column names it: under its own words, with the id of the register where the name is known there. */
export function actorOf(name: string, kind: ActorKind | null, country: string | null): ActorRef {
  return { id: null, name, kind, country, span: null, basis: 'stated', rule: null };
}

/** A number of a column; null where it is empty or none. */
export function numberIn(row: ForeignRow, column: string): number | null {
  const text = (row[column] ?? '').trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
