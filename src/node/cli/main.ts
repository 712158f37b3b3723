import { CommanderError } from 'commander';
import { CasusError, EXIT_CODES, exitCodeOf } from '../../core/base/error.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';

/** What the process ends with when the user stopped it: 128 and the number of the signal, as shells do. */
export const INTERRUPTED = 130;

/** Runs one command line and gives the exit code. Says on standard error, in words, what went wrong. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = 0;
  const said: string[] = [];
  const program = buildProgram(
    io,
    code => {
      exitCode = code;
    },
    text => said.push(text),
  );
  try {
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    exitCode = thrown instanceof CommanderError ? await explainUsage(thrown, said, io) : await explain(thrown, io);
  }
  return io.interrupted.aborted ? INTERRUPTED : exitCode;
}

async function explainUsage(error: CommanderError, said: readonly string[], io: Io): Promise<number> {
  const asked = error.exitCode === 0;
  const text = said.join('');
  await (asked ? io.stdout : io.stderr).write(asked ? text : text.replace(/^error: /, 'casus: '));
  return asked ? 0 : 2;
}

async function explain(thrown: unknown, io: Io): Promise<number> {
  const exitCode = exitCodeOf(thrown);
  if (thrown instanceof CasusError) {
    await io.stderr.write(`casus: ${thrown.message}\n${thrown.advice}\n`);
  } else {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    await io.stderr.write(`casus: ${EXIT_CODES[4].replace('A bug', 'a bug')}\n${stack}\n`);
  }
  return exitCode;
}
