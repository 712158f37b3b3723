import type { ColorOption } from './page-for.ts';

/** What every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly color: ColorOption;
}

/** What is said about the reports from outside: it wins over what the files say themselves. */
export interface GivenOptions {
  readonly published?: string;
  readonly source?: string;
}

/** What is said about the form of the sources. */
export interface FormatOptions {
  readonly format?: string;
  readonly columns?: string;
}

/** How addresses are fetched. */
export interface FetchOptions {
  readonly limit?: number;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  /** Seconds between two requests to one host. */
  readonly delay?: number;
}

/** Whether the names of private persons are masked. */
export interface RedactOptions {
  readonly redact?: boolean;
}

export interface ArchiveOptions {
  /** Keeps the bytes of reports as they came: in this folder, or in the ledger's. */
  readonly archive?: string | boolean;
}

export interface LedgerOptions {
  readonly ledger: string;
}

/** Commands that store nothing, and may use the actors of a ledger's folder. */
export interface OwnOptions {
  readonly ledger?: string;
}
