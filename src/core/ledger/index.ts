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
export { keepVersions } from './keep-versions.ts';
export { memoryStore } from './memory-store.ts';
export { mergeReading, mergeReport } from './merge-report.ts';
export { needsCoding } from './needs-coding.ts';
export { type AppendPlan, type Change, type CodedReport, planAppend } from './plan-append.ts';
export { ResourceVersions } from './resource-versions.ts';
export { append, EMPTY_LEDGER, fold, foldSide, type LedgerSide, type LedgerState } from './state.ts';
export type { Appended, LedgerSize, Store } from './store.ts';
