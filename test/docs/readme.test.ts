import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../architecture/source-file.ts';
import { codeBlocks, isExcerptOf } from './markdown.ts';

/** A command of the README and the output that the README shows for it, if it shows any. */
interface ShownCommand {
  readonly command: string;
  readonly shown: string | null;
}

// `.ci/run` runs these on a clean checkout; a test cannot, as it would install the packages that it stands on.
const INSTALLS = ['npm ci && npm start', 'npm ci && npm test'];

const folder = mkdtempSync(join(tmpdir(), 'casus-readme-'));
symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = shownCommands(readFileSync(join(ROOT, 'README.md'), 'utf8'));

test('the README begins with the two commands', () => {
  expect(COMMANDS.slice(0, 2).map(({ command }) => command)).toEqual(INSTALLS);
});

// In order and in one folder: a ledger that one command makes, a later one reads.
test.each(COMMANDS.filter(({ command }) => !INSTALLS.includes(command)))('$command', async ({ command, shown }) => {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  expect(words.slice(0, 4)).toEqual(['npm', 'run', 'casus', '--']);
  const args = words.slice(4).map(word => word.replace(/^"|"$/g, ''));
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'src/node/cli/bin.ts'), ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80' },
  });
  expect(stdout).not.toBe('');
  if (shown !== null && !isExcerptOf(shown, stdout)) expect(stdout).toBe(shown);
});

function shownCommands(readme: string): readonly ShownCommand[] {
  const blocks = codeBlocks(readme);
  return blocks.flatMap((block, i) => {
    if (block.language !== 'sh') return [];
    const commands = block.text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
    const next = blocks[i + 1];
    const shown = next?.language === 'text' ? next.text : null;
    return commands.map((command, j) => ({ command, shown: j === commands.length - 1 ? shown : null }));
  });
}
