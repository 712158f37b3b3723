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

export interface LedgerOptions {
  readonly ledger: string;
}
