import { unreachable } from '../base/unreachable.ts';
import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { Report } from '../model/report.ts';
import type { Entry, LedgerHead } from './entry.ts';

/** What a ledger comes to: every report as now known, its newest coding, and the decisions, in the order of entry. */
export interface LedgerState {
  readonly head: LedgerHead;
  readonly reports: ReadonlyMap<string, Report>;
  /** By report id. */
  readonly codings: ReadonlyMap<string, Coding>;
  readonly decisions: readonly Decision[];
}

export const EMPTY_LEDGER: LedgerState = { head: null, reports: new Map(), codings: new Map(), decisions: [] };

/** The state after one more entry. The state given stays as it is. */
export function append(state: LedgerState, entry: Entry): LedgerState {
  return fold([entry], state);
}

/**
 * The state after many entries. Throws on an entry that does not follow the one before it, or that speaks of a report
 * which the ledger does not hold: such a sequence is no ledger.
 */
export function fold(entries: Iterable<Entry>, from: LedgerState = EMPTY_LEDGER): LedgerState {
  const growing = copyState(from);
  for (const entry of entries) grow(growing, entry);
  return growing;
}

/** A state that is being built and belongs to its builder alone. */
export interface GrowingState extends LedgerState {
  head: LedgerHead;
  readonly reports: Map<string, Report>;
  readonly codings: Map<string, Coding>;
  readonly decisions: Decision[];
}

export function copyState({ head, reports, codings, decisions }: LedgerState): GrowingState {
  return { head, reports: new Map(reports), codings: new Map(codings), decisions: [...decisions] };
}

/** Takes one entry into a growing state. */
export function grow(state: GrowingState, entry: Entry): void {
  const { reports, codings, decisions } = state;
  const last = state.head?.seq ?? 0;
  if (entry.seq !== last + 1) throw new RangeError(`entry ${entry.seq} cannot follow entry ${last}`);
  switch (entry.kind) {
    case 'report':
      reports.set(entry.report.id, entry.report);
      break;
    case 'correction':
      reports.set(entry.reportId, { ...known(reports, entry.reportId, entry.seq), ...entry.head });
      break;
    case 'coding':
      known(reports, entry.coding.reportId, entry.seq);
      codings.set(entry.coding.reportId, entry.coding);
      break;
    case 'decision':
      decisions.push(entry.decision);
      break;
    default:
      unreachable(entry);
  }
  state.head = { seq: entry.seq, id: entry.id };
}

function known(reports: ReadonlyMap<string, Report>, id: string, seq: number): Report {
  const report = reports.get(id);
  if (report === undefined) throw new RangeError(`entry ${seq} speaks of report ${id}, which the ledger does not hold`);
  return report;
}
