import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../architecture/source-file.ts';
import { type CodeBlock, codeBlocks } from './markdown.ts';

// A block marked `sh` in the README is run. Blocks marked `text` after it are what its first command prints: `text` all of
// it, `text until LINE` what stands before that line, `text from LINE, 12 lines` what begins with it.
// `UPDATE=1 npx vitest run test/docs` writes them anew: read the diff.

const PATH = join(ROOT, 'README.md');

/** A line of a `sh` block, and the blocks that show what it prints. */
interface ShownCommand {
  readonly command: string;
  readonly shown: readonly CodeBlock[];
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
  for (const { info } of shown) {
    if (process.env['UPDATE'] === '1') replaceBlock(command, info, excerpt(printed, info));
  }
  const now = shownCommands(readFileSync(PATH, 'utf8')).find(other => other.command === command)?.shown ?? [];
  expect(now.map(({ text }) => text)).toEqual(now.map(({ info }) => excerpt(printed, info)));
});

test.each([
  ['text', 'one\ntwo\nthree\n'],
  ['text until three', 'one\ntwo\n'],
  ['text from two, 1 lines', 'two\n'],
])('%s', (info, expected) => {
  expect(excerpt('one\ntwo\nthree\n', info)).toBe(expected);
});

test('a line that is not printed shows nothing', () => {
  expect(() => excerpt('one\n', 'text until four')).toThrow('four');
});

function excerpt(printed: string, info: string): string {
  const lines = printed.split('\n');
  const [, until, from, count] = /^text(?: until (.+)| from (.+), (\d+) lines)?$/.exec(info) ?? [];
  const mark = until ?? from;
  const at = mark === undefined ? 0 : lines.indexOf(mark);
  if (at === -1) throw new Error(`the README shows a line that is not printed: ${mark}`);
  const wanted = until === undefined ? lines.slice(at, at + Number(count ?? lines.length)) : lines.slice(0, at);
  return `${wanted.join('\n').trimEnd()}\n`;
}

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
    const after = blocks.slice(i + 1);
    const end = after.findIndex(({ info }) => !info.startsWith('text'));
    const shown = end === -1 ? after : after.slice(0, end);
    return commands.map((command, j) => ({ command, shown: j === 0 ? shown : [] }));
  });
}

function replaceBlock(command: string, info: string, text: string): void {
  const readme = readFileSync(PATH, 'utf8');
  const { shown = [] } = shownCommands(readme).find(other => other.command === command) ?? {};
  const block = shown.find(other => other.info === info);
  if (block === undefined) return;
  writeFileSync(PATH, readme.slice(0, block.start) + text + readme.slice(block.start + block.text.length));
}
