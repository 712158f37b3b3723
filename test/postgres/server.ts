import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own, in a folder that goes with it. */
export interface PostgresServer {
  /** The address of a ledger in a schema. */
  readonly url: (schema: string) => string;
  readonly start: () => void;
  /** Ends it at once, as a machine that fails. */
  readonly stop: () => void;
  readonly remove: () => void;
}

const DEBIAN = '/usr/lib/postgresql';

/** Why no PostgreSQL can be started here; null where one can. */
export const POSTGRES_MISSING: string | null =
  programs() === null ? 'no initdb and pg_ctl of PostgreSQL are found' : null;

/** The folder of PostgreSQL's programs, on the path or where Debian keeps them. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map(version => join(DEBIAN, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null;
}

/** Makes and starts a server on a free port. PostgreSQL refuses to run as root: then it runs as `nobody`. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  if (bin === null) throw new Error('no PostgreSQL is found');
  const folder = mkdtempSync(join(tmpdir(), 'casus-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const user = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
  if (isRoot) execFileSync('chown', [user, folder]);
  chmodSync(folder, 0o755);
  const run = (program: string, ...values: readonly string[]) => {
    const command = join(bin, program);
    const [file, all] = isRoot ? ['runuser', ['-u', user, '--', command, ...values]] : [command, [...values]];
    execFileSync(file, all, { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'casus', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N');
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  const stop = () => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  start();
  return {
    url: schema => `postgres://casus@127.0.0.1:${port}/postgres?schema=${schema}`,
    start,
    stop,
    remove: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
