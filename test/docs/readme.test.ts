import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../architecture/source-file.ts';
import { type CodeBlock, codeBlocks } from './markdown.ts';

// A block marked `sh` in the README is run. A block marked `text` after it is what its first command prints; marked
// `text lines 1-40`, it is those lines of it. `UPDATE=1 npx vitest run test/docs` writes them anew: read the diff.

const PATH = join(ROOT, 'README.md');

/** A line of a `sh` block, and the block that shows what it prints. */
interface ShownCommand {
  readonly command: string;
  readonly shown: CodeBlock | null;
}

// In order and in one folder: a ledger that one command makes, a later one reads.
const folder = mkdtempSync(join(tmpdir(), 'casus-readme-'));
symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = shownCommands(readFileSync(PATH, 'utf8')).filter(({ command }) => command !== 'npm ci && npm test');

test('the README begins with the two commands', () => {
  const all = shownCommands(readFileSync(PATH, 'utf8')).map(({ command }) => command);
  expect(all.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

test.each(COMMANDS)('$command', async ({ command, shown }) => {
  const printed = await run(command);
  expect(printed).not.toBe('');
  if (shown === null) return;
  const [, from = '1', to = 'Infinity'] = /^text lines (\d+)-(\d+)$/.exec(shown.info) ?? [];
  const wanted = printed.split('\n').slice(Number(from) - 1, Number(to));
  const text = `${wanted.join('\n').trimEnd()}\n`;
  if (process.env['UPDATE'] === '1') replaceBlock(command, text);
  else expect(shown.text).toBe(text);
});

async function run(command: string): Promise<string> {
  const [script = '', ...args] = wordsOf(command);
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, script), ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80' },
  });
  return stdout
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n');
}

/** The file of ours that a command starts, and its arguments. `.ci/run` runs the installation that stands before. */
function wordsOf(command: string): readonly string[] {
  if (command === 'npm ci && npm start') return ['scripts/start.ts'];
  const [, rest = ''] = /^npm run casus -- (.*)$/.exec(command) ?? [];
  expect(rest, `the README shows a command that its test cannot run: ${command}`).not.toBe('');
  return ['src/node/cli/bin.ts', ...(rest.match(/"[^"]*"|\S+/g) ?? []).map(word => word.replace(/^"|"$/g, ''))];
}

function shownCommands(readme: string): readonly ShownCommand[] {
  const blocks = codeBlocks(readme);
  return blocks.flatMap((block, i) => {
    if (block.info !== 'sh') return [];
    const commands = block.text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
    const next = blocks[i + 1];
    const shown = next?.info.startsWith('text') ? next : null;
    return commands.map((command, j) => ({ command, shown: j === 0 ? shown : null }));
  });
}

function replaceBlock(command: string, text: string): void {
  const readme = readFileSync(PATH, 'utf8');
  const block = shownCommands(readme).find(shown => shown.command === command)?.shown;
  if (!block) return;
  writeFileSync(PATH, readme.slice(0, block.start) + text + readme.slice(block.start + block.text.length));
}
