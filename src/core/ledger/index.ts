export { anchorOfClaim, anchorOfEvent, findAnchor } from './anchors.ts';
export { type Checked, checkLedger, type Difference } from './check-ledger.ts';
export { sortedCounts } from './counting.ts';
export { type CursorValue, cursorOf, readCursor } from './cursor.ts';
export { type Decided, type Deciding, decide } from './decide.ts';
export { type ChangedField, type CodingDiff, diffCodings } from './diff-codings.ts';
export { diffLedgers, type LedgerDiff, type LedgerReading } from './diff-ledgers.ts';
export {
  chain,
  ENTRY_FORMAT,
  Entry,
  type EntryContent,
  entryHolds,
  type LedgerHead,
  type NamedEvent,
  ReportHead,
  type SideContent,
} from './entry.ts';
export {
  Box,
  Circle,
  CLAIM_KINDS,
  type Count,
  type Countable,
  CountQuery,
  DIMENSIONS,
  type Dimension,
  Filter,
  type Page,
  PageRequest,
} from './filter.ts';
export type { FoundClaim, FoundContradiction, FoundToll, Outline, OutlineRow, TollOutline } from './found.ts';
export { keepVersions } from './keep-versions.ts';
export { type Derived, keepIncidents, ledgerIncidents } from './ledger-incidents.ts';
export { currentView, type Derivation, ledgerRecord } from './ledger-record.ts';
export { type AskedDecision, makeDecision } from './make-decision.ts';
export { asksClaim, asksFigure } from './match-filter.ts';
export { MemorySearch } from './memory-search.ts';
export { memoryStore } from './memory-store.ts';
export { mergeReading, mergeReport } from './merge-report.ts';
export { type KnownReading, needsCoding } from './needs-coding.ts';
export { OUTLINE_COLUMNS, outlineOf, TOLL_OUTLINE_COLUMNS, tollOutlineOf } from './outline.ts';
export { ORDERS } from './page-of.ts';
export { type AppendPlan, type Change, type CodedReport, planAppend } from './plan-append.ts';
export { isOfRules, readingOf } from './recode.ts';
export { claimsWithin, recordWithin } from './record-within.ts';
export { ResourceVersions } from './resource-versions.ts';
export { type Review, review } from './review.ts';
export { type ReviewedAs, type ReviewedClaim, reviewedClaims } from './reviewed-claims.ts';
export { foldedName, type SearchTerm, searchTerms, searchWords, wholePhrase } from './search-words.ts';
export { decisionInWords, type StandingDecision, standingDecisions } from './standing.ts';
export { append, EMPTY_LEDGER, fold, foldSide, type LedgerSide, type LedgerState } from './state.ts';
export type { Appended, LedgerAbout, LedgerMoment, LedgerSize, Store } from './store.ts';
