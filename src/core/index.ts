export { canonicalJson } from './base/canonical-json.ts';
export { contentId } from './base/content-id.ts';
export { CasusError, ERRORS, type ErrorCode, EXIT_CODES, type ExitCode, exitCodeOf } from './base/error.ts';
export { VERSION } from './base/version.ts';
export {
  CODEBOOK_FILES,
  type Codebook,
  type CodebookTables,
  type Coder,
  code,
  codebookTables,
  coderName,
  readCodebook,
  ruleCoder,
  verify,
} from './coding/index.ts';
export { claimInWords, rolesInWords } from './export/claim-words.ts';
export { ledgerText } from './export/ledger-text.ts';
export type { LedgerTextOptions } from './export/ledger-text-words.ts';
export { type ReportInput, type ReportMetadata, readReport } from './ingest/index.ts';
export { analyze } from './language/analyze.ts';
export type { Doc } from './language/doc.ts';
export {
  RESOURCE_FILES,
  type ResourceFiles,
  type ResourceOptions,
  type Resources,
  type ResourceVersions,
  readResources,
} from './language/resources.ts';
export type { Sentence, Token } from './language/token.ts';
export {
  append,
  type CodedReport,
  EMPTY_LEDGER,
  type Entry,
  fold,
  type LedgerState,
  memoryStore,
  mergeReport,
  type Store,
} from './ledger/index.ts';
export {
  Actor,
  ActorRef,
  ActorRole,
  Casualty,
  Claim,
  Claimant,
  type ClaimKind,
  Coding,
  Contradiction,
  Decision,
  Estimate,
  Event,
  EventClaim,
  Evidence,
  evidenceHolds,
  Harm,
  Incident,
  type Outcome,
  Place,
  PROBLEMS,
  Problem,
  type ProblemCode,
  PublicRecord,
  Report,
  Source,
  Span,
  Toll,
  When,
} from './model/index.ts';
export { type ReconcileInput, type ReconcileOptions, reconcile } from './reconcile/index.ts';
