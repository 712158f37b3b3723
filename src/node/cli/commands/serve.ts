import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ExitCode } from '../../../core/base/error.ts';
import { type RunningServer, serve } from '../../wire-server.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';
import { visible } from '../view/visible.ts';

interface ServeCommandOptions extends LedgerOptions {
  readonly port: number;
  readonly host: string;
  readonly public?: string;
  readonly tokens?: string;
  readonly open?: boolean;
}

/** `casus serve`: answers until somebody ends it. What is being answered then is answered. */
export async function serveLedger(options: ServeCommandOptions, io: Io): Promise<ExitCode> {
  const { ledger, host, port, tokens } = options;
  const server = await serve({
    ledger,
    host,
    port,
    ...(options.public === undefined ? {} : { publicUrls: [options.public] }),
    ...(tokens === undefined ? {} : { tokensPath: tokens }),
    onFault: error => {
      void io.stderr.write(`casus: ${error instanceof Error ? visible(error.stack ?? error.message) : 'a fault'}\n`);
    },
  });
  try {
    const shown = options.public ?? server.url;
    await io.stdout.write(
      `Serving ${visible(ledger)} at ${shown}\nThe API has its reference at ${new URL('/api', shown)}. Ctrl-C ends.\n`,
    );
    if (options.open === true) await openBrowser(server, io);
    if (!io.interrupted.aborted) await once(io.interrupted, 'abort');
    return 0;
  } finally {
    await server.close();
  }
}

/** Asks the desktop to open the page. Where there is none, the address stands above. */
async function openBrowser({ url }: RunningServer, io: Io): Promise<void> {
  const [program, ...values] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(program ?? '', [...values, url], { stdio: 'ignore', detached: true });
  child.on('error', () => void io.stderr.write(`casus: no browser could be opened; open ${url}\n`));
  child.unref();
}
