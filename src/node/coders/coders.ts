import type { Coding, Outcome, Report } from '../../core/model/index.ts';

/** What came of coding a report: its coding, or why the coder failed at it. */
export type CodedOne = { readonly coding: Coding } | { readonly failed: string };

/** Whoever codes reports, one or many at a time. */
export interface Coders {
  /** How many reports should be given before the first is waited for. */
  readonly ahead: number;
  /** Loads what coding needs while others work, where that is possible; without it, when the first report comes. */
  prepare(): void;
  /** Codes a report. Rejects with a `CasusError` where coding cannot begin at all; a bug in coding is a value. */
  code(read: Outcome<Report>): Promise<CodedOne>;
  close(): Promise<void>;
}

type CodeReport = (read: Outcome<Report>) => { readonly coding: Coding };

/** Codes in this thread, a report at a time. `open` loads what that needs, when the first report comes. */
export function inlineCoders(open: () => Promise<CodeReport>): Coders {
  const opened: { code?: Promise<CodeReport> } = {};
  return {
    ahead: 1,
    prepare: () => undefined,
    async code(read) {
      opened.code ??= open();
      const code = await opened.code;
      return codeOrFail(read, code);
    },
    close: async () => undefined,
  };
}

/** A bug ends the work on one report, not that on the others. */
export function codeOrFail(read: Outcome<Report>, code: CodeReport): CodedOne {
  try {
    return { coding: code(read).coding };
  } catch (error) {
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
