import { contentId } from '../../base/content-id.ts';
import type { CodedReport } from '../../ledger/index.ts';
import { AUTHOR, Claim, type Claimant, type Event, evidenceOf, type Report, type Span } from '../../model/index.ts';
import { readableCell } from '../write/csv.ts';
import { actorOf, type ForeignRow, numberIn } from './foreign-row.ts';

/** The columns without which a table holds no claims. */
export const CLAIMS_NEED = ['report_id', 'kind', 'claimant', 'act', 'scope', 'quote', 'start', 'end'] as const;

/** Kinds whose content the columns can say. */
const READABLE = new Set(['casualty', 'event', 'responsibility', 'denial', 'warning', 'risk', 'opinion']);

export interface ReadClaims {
  readonly coded: CodedReport;
  /** Rows that could not become claims, by number in the table, with the reason. */
  readonly unread: readonly { readonly row: number; readonly why: string }[];
}

/**
 * The claims that an external coder has written down of one report, as `casus export claims` lays them out. A claim whose
 * quote is not the report's text at its offsets is not taken: that holds for every coder.
 */
export function readClaims(
  rows: readonly (readonly [row: number, ForeignRow])[],
  report: Report,
  coder: string,
): ReadClaims {
  const unread: { row: number; why: string }[] = [];
  const claims: Claim[] = [];
  for (const [number, row] of rows) {
    const made = claimOf(row, report, number);
    if (typeof made === 'string') unread.push({ row: number, why: made });
    else claims.push(made);
  }
  const events = eventsOf(claims, report);
  const inEvent = new Map(events.flatMap(({ id, claimIds }) => claimIds.map(claim => [claim, id])));
  const placed = claims.map(claim => ({ ...claim, eventId: inEvent.get(claim.id) ?? null }));
  const content = { reportId: report.id, coder, claims: placed, events, problems: [] };
  return { coded: { report, coding: { id: contentId('cod', content), ...content } }, unread };
}

function claimOf(row: ForeignRow, report: Report, number: number): Claim | string {
  const kind = row['kind'] ?? '';
  if (!READABLE.has(kind)) return `kind ${JSON.stringify(kind)} cannot be told by these columns`;
  const [start, end] = [numberIn(row, 'start'), numberIn(row, 'end')];
  const quote = readableCell(row['quote'] ?? '');
  if (start === null || end === null || start >= end || report.text.slice(start, end) !== quote) {
    return 'the quote does not stand in the report at these offsets';
  }
  const span = { start, end };
  const common = {
    claimant: claimantOf(row),
    act: row['act'],
    certainty: row['certainty'] || 'certain',
    polarity: row['polarity'] || 'positive',
    hedges: [],
    scope: row['scope'],
    rule: row['rule'] || 'import/claims',
    eventId: null,
    evidence: evidenceOf(report, span),
    ...contentOf(kind, row, span),
    kind,
  };
  const parsed = Claim.safeParse({ ...common, id: contentId('clm', { number, ...common }) });
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'it is no claim');
}

function claimantOf(row: ForeignRow): Claimant {
  const [name, words] = [
    readableCell(row['claimant'] ?? '').trim(),
    readableCell(row['claimant_words'] ?? '').trim() || null,
  ];
  const via = (row['via'] ?? '')
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '');
  if (name === 'author' || name === '') return AUTHOR;
  if (name === 'unnamed') return { kind: 'unnamed', actor: null, words, span: null, via };
  return { kind: 'actor', actor: actorOf(name, null, null), words: words ?? name, span: null, via };
}

function contentOf(kind: string, row: ForeignRow, span: Span): Readonly<Record<string, unknown>> {
  const when = {
    words: null,
    span: null,
    start: null,
    end: null,
    precision: null,
    partOfDay: null,
    basis: 'unknown',
    why: 'not in the table',
  };
  if (kind === 'casualty') {
    const [low, best, high] = ['low', 'best', 'high'].map(column => numberIn(row, column));
    const side = readableCell(row['side'] ?? '').trim();
    const victims = {
      side: side === '' ? null : actorOf(side, null, null),
      status: row['status'] || 'unknown',
      words: null,
      span: null,
      partOf: null,
      addsTo: null,
    };
    const estimate = { low, best, high, qualifier: row['qualifier'] || 'exact' };
    return {
      harm: row['harm'],
      estimate,
      victims,
      unit: row['unit'] || 'persons',
      place: null,
      period: null,
      supersedes: null,
    };
  }
  if (kind === 'event') {
    const roles = [
      ...names(row, 'actors').map(name => ({ role: 'actor', actor: actorOf(name, null, null) })),
      ...names(row, 'recipients').map(name => ({ role: 'recipient', actor: actorOf(name, null, null) })),
    ];
    return { type: row['event_type'], roles, places: [], when, object: null, began: false, outcome: null, times: null };
  }
  if (kind === 'responsibility') return { actor: null, content: span, began: false };
  if (kind === 'denial') return { content: span, about: null, rejects: null };
  return kind === 'warning' ? { target: null, condition: null, consequence: null } : { content: span };
}

function names(row: ForeignRow, column: string): readonly string[] {
  return readableCell(row[column] ?? '')
    .split(';')
    .map(name => name.trim())
    .filter(name => name !== '');
}

/** One event for each event claim of the news, with no other claims: the table does not say which belong together. */
function eventsOf(claims: readonly Claim[], report: Report): readonly Event[] {
  return claims.flatMap(claim => {
    if (claim.kind !== 'event' || claim.scope !== 'incident') return [];
    const { id, type, roles, places, when } = claim;
    return [
      {
        id: contentId('evt', { report: report.id, claims: [id] }),
        reportId: report.id,
        type,
        roles,
        places,
        when,
        claimIds: [id],
      },
    ];
  });
}
