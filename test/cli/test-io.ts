import { Readable } from 'node:stream';
import type { Io, Output } from '../../src/node/cli/io.ts';

export interface TestIo {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** An `Io` that keeps what is written, for tests that need no process. */
export function testIo({ tty = false, columns = 80, env = {}, stdin = '' } = {}): TestIo {
  const out: string[] = [];
  const err: string[] = [];
  const output = (lines: string[]): Output => ({
    isTTY: tty,
    columns: tty ? columns : undefined,
    closed: false,
    write: async text => {
      lines.push(text);
    },
  });
  const io: Io = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: output(out),
    stderr: output(err),
    env,
    interrupted: new AbortController().signal,
  };
  return { io, stdout: () => out.join(''), stderr: () => err.join('') };
}
