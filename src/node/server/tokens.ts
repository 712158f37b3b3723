import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CasusError } from '../../core/base/error.ts';

export const SCOPES = ['read', 'write', 'review'] as const;
export type Scope = (typeof SCOPES)[number];

const Token = z
  .strictObject({
    /** What it is called by, and what decisions are signed with where they name nobody. */
    id: z.string().regex(/^tok_[0-9a-f]{8}$/),
    name: z.string().min(1).max(200),
    scopes: z.array(z.enum(SCOPES)).min(1).readonly(),
    /** SHA-256 of the token in hexadecimal: 256 random bits need no slower hash. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    createdAt: z.iso.datetime(),
  })
  .readonly();
export type Token = z.infer<typeof Token>;

const TokenFile = z.strictObject({ format: z.literal('casus-tokens'), tokens: z.array(Token).readonly() });

/** The tokens of a file; none where there is no file. Throws `tokens-damaged`. */
export async function readTokens(path: string): Promise<readonly Token[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new CasusError('file-unreadable', path, { cause: error });
  }
  try {
    return TokenFile.parse(JSON.parse(text)).tokens;
  } catch (cause) {
    throw new CasusError('tokens-damaged', path, { cause });
  }
}

/** Makes a token: 256 random bits. The secret is given once and kept nowhere. */
export async function addToken(
  path: string,
  { name, scopes, at }: { readonly name: string; readonly scopes: readonly Scope[]; readonly at: string },
): Promise<{ readonly token: Token; readonly secret: string }> {
  const secret = `casus_${randomBytes(32).toString('base64url')}`;
  const id = `tok_${randomBytes(4).toString('hex')}`;
  const token: Token = { id, name, scopes, hash: hashOf(secret).toString('hex'), createdAt: at };
  await writeTokens(path, [...(await readTokens(path)), token]);
  return { token, secret };
}

/** Takes tokens away, by id or name. Throws `id-unknown` where there is none. */
export async function removeToken(path: string, idOrName: string): Promise<Token> {
  const tokens = await readTokens(path);
  const gone = tokens.find(({ id, name }) => id === idOrName || name === idOrName);
  if (gone === undefined) throw new CasusError('id-unknown', idOrName, { detail: 'there is no such token' });
  await writeTokens(
    path,
    tokens.filter(({ id }) => id !== gone.id),
  );
  return gone;
}

/** The token of a secret, null where there is none. Takes the same time whichever it is, or is not. */
export function tokenOf(secret: string, tokens: readonly Token[]): Token | null {
  const hash = hashOf(secret);
  let found: Token | null = null;
  for (const token of tokens) if (timingSafeEqual(hash, Buffer.from(token.hash, 'hex'))) found = token;
  return found;
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Readable by its owner alone, and whole or not at all. */
async function writeTokens(path: string, tokens: readonly Token[]): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ format: 'casus-tokens', tokens }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    throw new CasusError('file-unwritable', path, { cause });
  }
}
