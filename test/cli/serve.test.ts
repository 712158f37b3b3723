import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { exampleLedger } from '../server/served.ts';
import { BIN } from './run-casus.ts';
import { testIo } from './test-io.ts';

let ledger = '';

beforeAll(async () => {
  ledger = await exampleLedger();
}, 60_000);

afterAll(() => rmSync(ledger, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  return { exitCode: await main(args, io), stdout: stdout(), stderr: stderr() };
}

describe('casus serve', () => {
  test('prints where it listens, answers, and ends by a signal', async () => {
    const child = spawn(process.execPath, [BIN, 'serve', '--ledger', ledger, '--port', '0'], { stdio: 'pipe' });
    try {
      const [said] = await once(child.stdout, 'data');
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(said)) ?? [];
      expect(String(said)).toContain(`Serving ${ledger} at ${url}`);
      const answered = await fetch(new URL('/health', url));
      expect(await answered.json()).toMatchObject({ status: 'ok' });
      const port = new URL(url).port;
      const second = await run('serve', '--ledger', ledger, '--port', port);
      expect([second.exitCode, second.stderr]).toEqual([
        3,
        expect.stringContaining(`127.0.0.1:${port}: another program`),
      ]);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await once(child, 'exit')).toEqual([130, null]);
  }, 30_000);

  test.each([
    [['--ledger', 'no-such-ledger'], 3, 'there is no ledger here'],
    [['--host', '0.0.0.0'], 2, 'this needs a token (others could reach this address)'],
    [['--host', '203.0.113.1', '--tokens', 'TOKENS'], 3, 'no server can be started at this address'],
    [['--port', '70000'], 2, 'Write a port'],
    [['--public', 'casus.example.org'], 2, 'Write an address'],
  ])('%j ends with %i and says why', async (given, exitCode, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'casus-tokens-'));
    const tokens = join(folder, 'tokens.json');
    await run('token', 'new', '--tokens', tokens);
    const args = given.map(word => (word === 'TOKENS' ? tokens : word));
    const ran = await run('serve', '--port', '0', ...(given.includes('--ledger') ? [] : ['--ledger', ledger]), ...args);
    expect([ran.exitCode, ran.stderr]).toEqual([exitCode, expect.stringContaining(message)]);
    rmSync(folder, { recursive: true });
  });
});

test('casus token makes, lists and revokes', async () => {
  const made = await run('token', 'new', '--name', 'newsroom', '--scopes', 'read,write', '--ledger', ledger);
  expect(made.stdout).toMatch(/^casus_[\w-]{43}\n$/);
  expect(made.stderr).toContain('may read, write');
  const listed = await run('token', 'list', '--ledger', ledger);
  expect(listed.stdout).toMatch(/^tok_[0-9a-f]{8} {2}\d{4}-\d\d-\d\d {2}read,write {2}newsroom\n$/);
  expect(listed.stdout).not.toContain(made.stdout.trim());
  expect((await run('token', 'revoke', 'newsroom', '--ledger', ledger)).exitCode).toBe(0);
  expect((await run('token', 'list', '--ledger', ledger)).stdout).toBe('There are no tokens.\n');
  const wrong = [
    ['revoke', 'newsroom'],
    ['revoke'],
    ['new', '--scopes', 'everything'],
    ['list', '--ledger', 'postgres://nobody@localhost/none'],
  ];
  for (const words of wrong) {
    const ran = await run('token', '--ledger', ledger, ...words);
    expect([words, ran.exitCode]).toEqual([words, 2]);
  }
});
