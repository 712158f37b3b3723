import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import type { Incident } from '../model/incident.ts';
import type { Report } from '../model/report.ts';
import type { Entry, SideContent } from './entry.ts';
import type { Count, CountQuery, Filter, Page, PageRequest } from './filter.ts';
import type { FoundClaim, FoundContradiction, FoundToll, Outline, TollOutline } from './found.ts';
import type { KnownReading } from './needs-coding.ts';
import type { Change, CodedReport } from './plan-append.ts';
import type { LedgerSide, LedgerState } from './state.ts';

/** What became of one report that was to be added. */
export interface Appended {
  readonly reportId: string;
  readonly change: Change;
}

/** How much a ledger holds. Claims are those of the codings that hold now, without those that a reviewer rejected. */
export interface LedgerSize {
  readonly entries: number;
  readonly reports: number;
  readonly claims: number;
  readonly incidents: number;
  /** Number of the last entry that the incidents follow from: smaller than `entries` when they are out of date. */
  readonly incidentsAsOf: number;
}

/** A moment of a ledger: while it is the same, so is everything that can be found. */
export interface LedgerMoment {
  readonly entries: number;
  /** The id of the last entry; null where there is none. */
  readonly head: string | null;
  readonly incidentsAsOf: number;
  /** How often incidents took the place of others. */
  readonly incidentsMade: number;
}

/** What the entries say of the ledger itself. */
export type LedgerAbout = Pick<LedgerState, 'decisions' | 'resources'>;

/**
 * Where a ledger is kept. Every implementation passes the tests of `test/contracts/store.ts`. When a call has ended,
 * what it wrote survives the death of the process and of the machine; when it fails, it wrote nothing. A failure of
 * the world is a `CasusError`. Lists come in the order in which the reports, or entries, first came into the ledger.
 */
export interface Store {
  /** Where it is, for messages. */
  readonly name: string;
  /** Adds a report with its coding, in one transaction; `planAppend` says which entries that takes. */
  appendReport(coded: CodedReport): Promise<Appended>;
  /** Adds many, all in one transaction: much faster than one by one, and lost together when it fails. */
  appendReports(coded: readonly CodedReport[]): Promise<readonly Appended[]>;
  /** Adds a decision; the same one twice adds nothing. */
  appendDecision(decision: Decision): Promise<void>;
  /**
   * Adds entries that follow from a state, in one transaction, when number `after` is still that of the last entry (0:
   * there is none). Gives whether it was; where not, nothing is written, and what follows must be worked out anew.
   */
  appendAfter(after: number, contents: readonly SideContent[]): Promise<boolean>;
  /**
   * Adds entries as they stand in another ledger: those that follow the last one here, with its number and hash. Throws
   * `ledger-diverged` where they do not, and then has written nothing.
   */
  appendEntries(entries: readonly Entry[]): Promise<void>;
  has(reportId: string): Promise<boolean>;
  /** The report as it is known now, or null. */
  report(reportId: string): Promise<Report | null>;
  /** The coding of a report that holds now, or null. */
  coding(reportId: string): Promise<Coding | null>;
  /** A report that has a coding as it is known now, and who coded it, or null: read faster than the coding is. */
  reading(reportId: string): Promise<KnownReading | null>;
  /** These reports as they are known now, each once, in the order asked for; what is not there is left out. */
  reportsById(ids: readonly string[]): Promise<readonly Report[]>;
  /** The same with the codings that hold now; a report without one is left out. */
  codedReports(ids: readonly string[]): Promise<readonly CodedReport[]>;
  /** The entries after number `since` (0: all). */
  entries(since?: number): AsyncIterable<Entry>;
  reports(): AsyncIterable<Report>;
  codings(): AsyncIterable<Coding>;
  /** The number of the last entry, and what the entries say beside reports and codings. */
  side(): Promise<LedgerSide & Pick<LedgerState, 'head'>>;
  /** Reports, codings and decisions of one moment, whatever other processes write meanwhile. */
  state(): Promise<LedgerState>;
  incidents(): Promise<readonly Incident[]>;
  /**
   * The claims that a filter asks for, with what reviewers decided, here and in all that follows: the newest days first,
   * undated last; with `text`, the closest match first.
   */
  findClaims(filter: Filter, page?: PageRequest): Promise<Page<FoundClaim>>;
  /** The reports: those that appeared last first; with `text`, those that have all words in the headline first. */
  findReports(filter: Filter, page?: PageRequest): Promise<Page<Report>>;
  /** The incidents, the newest days first. What is not known of an incident never fits a filter that asks for it. */
  findIncidents(filter: Filter, page?: PageRequest): Promise<Page<Incident>>;
  /** The tolls of these incidents. Rows of one incident overlap: never add them up. */
  findTolls(filter: Filter, page?: PageRequest): Promise<Page<FoundToll>>;
  findContradictions(filter: Filter, page?: PageRequest): Promise<Page<FoundContradiction>>;
  /** The incidents that fit as an outline, at most `most` of them, the newest days first: many at once, and little of each. */
  outline(filter: Filter, most: number): Promise<Outline>;
  /** All rows of the tolls of the incidents that fit, those of one incident one after the other. */
  outlineTolls(filter: Filter): Promise<TollOutline>;
  /** How many there are by day, place, actor and so on, in the order of these values. */
  count(query: CountQuery): Promise<readonly Count[]>;
  /**
   * Incidents are derived: these take the place of all there were. `asOf` is the number of the last entry they follow
   * from (default: the last there is); when the store has newer ones already, they stay.
   */
  replaceIncidents(incidents: readonly Incident[], asOf?: number): Promise<void>;
  size(): Promise<LedgerSize>;
  /** Cheap to ask, however large the ledger. */
  moment(): Promise<LedgerMoment>;
  /** The decisions and the versions, without the links, of which there are as many as events. */
  about(): Promise<LedgerAbout>;
  /** Ends the use of the store. Twice is once. */
  close(): Promise<void>;
}
