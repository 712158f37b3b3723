import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import { addToken, readTokens, removeToken, SCOPES, type Scope, tokensBeside } from '../../wire-server.ts';
import type { Io } from '../io.ts';
import type { LedgerOptions } from '../options.ts';
import { visible } from '../view/visible.ts';

interface TokenOptions extends LedgerOptions {
  readonly name: string;
  readonly scopes: string;
  readonly tokens?: string;
}

/** `casus token`: makes, lists or revokes tokens. A server that runs knows at its next request. */
export async function changeTokens(
  act: string,
  id: string | undefined,
  options: TokenOptions,
  io: Io,
): Promise<ExitCode> {
  if (act === 'revoke') {
    if (id === undefined) throw new CasusError('usage-invalid', 'token revoke', { detail: 'say which, by id or name' });
    return revokeToken(id, options, io);
  }
  if (id !== undefined)
    throw new CasusError('usage-invalid', `token ${act} ${id}`, { detail: 'only revoke takes one' });
  return act === 'new' ? newToken(options, io) : listTokens(options, io);
}

/** Makes a token and prints it, alone on standard output, this once. */
async function newToken(options: TokenOptions, io: Io): Promise<ExitCode> {
  const path = pathOf(options);
  const scopes = scopesOf(options.scopes);
  const at = new Date().toISOString();
  const { token, secret } = await addToken(path, { name: options.name, scopes, at });
  await io.stdout.write(`${secret}\n`);
  await io.stderr.write(`casus: ${token.id} may ${token.scopes.join(', ')}. Keep it: it is shown this once.\n`);
  return 0;
}

async function listTokens(options: TokenOptions, io: Io): Promise<ExitCode> {
  const tokens = await readTokens(pathOf(options));
  const lines = tokens.map(({ id, name, scopes, createdAt }) => {
    return `${id}  ${createdAt.slice(0, 10)}  ${scopes.join(',')}  ${visible(name)}`;
  });
  await io.stdout.write(`${lines.length === 0 ? 'There are no tokens.' : lines.join('\n')}\n`);
  return 0;
}

async function revokeToken(id: string, options: TokenOptions, io: Io): Promise<ExitCode> {
  const gone = await removeToken(pathOf(options), id);
  await io.stdout.write(`${gone.id}  ${visible(gone.name)}  is revoked.\n`);
  return 0;
}

function pathOf({ ledger, tokens }: TokenOptions): string {
  const path = tokens ?? tokensBeside(ledger);
  if (path !== null) return path;
  throw new CasusError('usage-invalid', '--tokens', { detail: 'a database has no folder: name a file' });
}

function scopesOf(words: string): readonly Scope[] {
  const scopes = words.split(',').map(word => word.trim());
  const known = SCOPES.filter(scope => scopes.includes(scope));
  const unknown = scopes.find(scope => !SCOPES.some(one => one === scope));
  if (unknown === undefined) return known;
  throw new CasusError('usage-invalid', `--scopes ${unknown}`, { detail: `it is one of ${SCOPES.join(', ')}` });
}
