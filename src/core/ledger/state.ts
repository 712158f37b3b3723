import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { Report } from '../model/report.ts';
import type { Entry, LedgerHead, NamedEvent } from './entry.ts';
import type { ResourceVersions } from './resource-versions.ts';

/**
 * What a ledger comes to: every report as now known, its newest coding, the decisions in the order of entry, and the
 * incident under which each event came to stand last.
 */
export interface LedgerState {
  readonly head: LedgerHead;
  readonly reports: ReadonlyMap<string, Report>;
  /** By report id. */
  readonly codings: ReadonlyMap<string, Coding>;
  readonly decisions: readonly Decision[];
  /** Null where no entry says with what it was made. */
  readonly resources: ResourceVersions | null;
  /** By event id. */
  readonly names: ReadonlyMap<string, NamedEvent>;
}

export const EMPTY_LEDGER: LedgerState = {
  head: null,
  reports: new Map(),
  codings: new Map(),
  decisions: [],
  resources: null,
  names: new Map(),
};

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

/** What a ledger says beside its reports and codings. */
export type LedgerSide = Pick<LedgerState, 'decisions' | 'resources' | 'names'>;

/** What the entries beside the reports come to: for a store that finds reports and codings by itself. */
export function foldSide(entries: Iterable<Entry>): LedgerSide {
  const side: GrowingSide = { decisions: [], resources: null, names: new Map() };
  for (const entry of entries) growSide(side, entry);
  return side;
}

type GrowingSide = Pick<GrowingState, 'decisions' | 'resources' | 'names'>;

/** A state that is being built and belongs to its builder alone. */
export interface GrowingState extends LedgerState {
  head: LedgerHead;
  readonly reports: Map<string, Report>;
  readonly codings: Map<string, Coding>;
  readonly decisions: Decision[];
  resources: ResourceVersions | null;
  readonly names: Map<string, NamedEvent>;
}

export function copyState({ head, reports, codings, decisions, resources, names }: LedgerState): GrowingState {
  return {
    head,
    reports: new Map(reports),
    codings: new Map(codings),
    decisions: [...decisions],
    resources,
    names: new Map(names),
  };
}

/** Takes one entry into a growing state. */
export function grow(state: GrowingState, entry: Entry): void {
  const { reports, codings } = state;
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
    default:
      growSide(state, entry);
  }
  state.head = { seq: entry.seq, id: entry.id };
}

function growSide(state: GrowingSide, entry: Entry): void {
  switch (entry.kind) {
    case 'decision':
      state.decisions.push(entry.decision);
      break;
    case 'resources':
      state.resources = entry.resources;
      break;
    case 'link':
      for (const link of entry.links) state.names.set(link.event.id, link);
      break;
    default:
      throw new RangeError(`entry ${entry.seq} is none beside the reports`);
  }
}

function known(reports: ReadonlyMap<string, Report>, id: string, seq: number): Report {
  const report = reports.get(id);
  if (report === undefined) throw new RangeError(`entry ${seq} speaks of report ${id}, which the ledger does not hold`);
  return report;
}
