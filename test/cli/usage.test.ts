import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/core/base/version.ts';
import { main } from '../../src/node/cli/main.ts';
import { runCasus } from './run-casus.ts';
import { testIo } from './test-io.ts';

describe('a command line that is not understood', () => {
  it.each([
    [[], 2, 'Usage: casus'],
    [['raed', 'x.txt'], 2, "casus: unknown command 'raed'\n(Did you mean read?)"],
    [['read'], 2, "casus: missing required argument 'source'"],
    [['read', 'x.txt', '--publishd', '2025-01-01'], 2, '(Did you mean --published?)'],
    [['read', 'x.txt', '--published', '2025-02-30'], 2, 'Write a day that exists, as 2025-10-16.'],
    [['claims', '--color', 'sometimes'], 2, 'Allowed choices are auto, always, never.'],
    [['claims', '--kind', 'rumour'], 2, '--kind rumour: the command was not understood (it is one of casualty, event'],
    [['show', '--ledger', 'no-such-ledger'], 3, 'no-such-ledger: there is no ledger here'],
  ] as const)('%j ends with %i and says why', async (args, exitCode, message) => {
    const { io, stdout, stderr } = testIo();
    expect(await main(args, io)).toBe(exitCode);
    expect(stderr()).toContain(message);
    expect(stdout()).toBe('');
  });
});

describe('casus in a process of its own', () => {
  it('answers a question on standard output', async () => {
    const [version, help] = await Promise.all([runCasus(['--version']), runCasus(['help', 'verify'])]);
    expect(version).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: casus verify');
  });

  it('complains on standard error', async () => {
    const ran = await runCasus(['raed']);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toBe(
      "casus: unknown command 'raed'\n(Did you mean read?)\nRun casus --help, or casus COMMAND --help.\n",
    );
  });
});
