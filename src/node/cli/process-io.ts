import { once } from 'node:events';
import type { WriteStream } from 'node:tty';
import type { Io, Output } from './io.ts';

/**
 * The real process as an `Io`. A reader that goes away early (`casus read x | head`) is no failure. The first Ctrl-C asks
 * to stop after the report at hand, the second ends the process at once: what was acknowledged is kept either way.
 */
export function processIo(): Io {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
      // Else a command that waits for standard input would go on waiting.
      process.stdin.destroy();
    });
  }
  return {
    stdin: process.stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    interrupted: stop.signal,
  };
}

function outputOf(stream: WriteStream): Output {
  let closed = false;
  stream.on('error', error => {
    if (!isBrokenPipe(error)) throw error;
    closed = true;
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    get closed() {
      return closed;
    },
    async write(text) {
      if (closed || stream.write(text)) return;
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
    },
  };
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
