import type { Readable } from 'node:stream';

/** Where the words of a command go: standard output or standard error. */
export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Whether the reader has gone (`casus read x | head`): nothing more needs to be written. */
  readonly closed: boolean;
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
}

/** All that a command knows of the process it runs in: commands never touch `process` themselves. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Set when the user wants to stop: the report at hand is finished, and no other begun. */
  readonly interrupted: AbortSignal;
}
