import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/casus.js', import.meta.url));

/** Runs the installed command under a Node that says it is another version. */
function runAs(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); require(${JSON.stringify(BIN)})`;
  return spawnSync(process.execPath, ['-e', pretend, '--', '--version'], { encoding: 'utf8' });
}

it.each(['12.22.12', '20.20.2', '22.17.1'])('Node %s is told in one line which is needed', version => {
  const { status, stdout, stderr } = runAs(version);
  expect(stderr).toBe(`casus needs Node 22.18 or newer; this is ${version}; see https://nodejs.org\n`);
  expect(stdout).toBe('');
  expect(status).toBe(3);
});

it.each(['22.18.0', '24.0.0', '100.0.0'])('Node %s is new enough', version => {
  expect(runAs(version).stderr).not.toContain('casus needs Node');
});
