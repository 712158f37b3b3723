import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from './source-file.ts';

/** One line each: what must not compile beside the files of the core. */
const IMPURE = [
  `export const a = fetch('https://example.org');`,
  'export const b = process.env;',
  `export const c = await import('node:fs');`,
  'export const d = setTimeout(() => 0, 1);',
  `export const e = console.log('a');`,
  'export const f = new TextDecoder();',
  'export const g = Buffer.from([1]);',
  'export const h = performance.now();',
  'export const i = crypto.randomUUID();',
  'export const j = document.title;',
];

/** The same kind of file without I/O: proof that the probe is compiled with what the core may use. */
const PURE = [
  `export const a = [3, 1].toSorted((x, y) => x - y).join(',');`,
  `export const b = new Map([['a', 1n]]).get('a');`,
];

test('what does I/O does not compile in the core', async () => {
  const wrongLines = await linesWithErrors(IMPURE);
  expect(IMPURE.filter((_, line) => !wrongLines.has(line + 1))).toEqual([]);
});

test('what is pure does', async () => {
  expect([...(await linesWithErrors(PURE))]).toEqual([]);
});

/** Compiles a probe file together with the whole core under its own settings; gives the probe's lines with an error. */
async function linesWithErrors(lines: readonly string[]): Promise<ReadonlySet<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'casus-probe-'));
  try {
    await writeFile(join(folder, 'probe.mts'), lines.join('\n'));
    const core = join(ROOT, 'src/core');
    const settings = {
      extends: join(core, 'tsconfig.json'),
      compilerOptions: { composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true, rootDir: '/' },
      include: [join(core, '**/*.ts')],
      exclude: [join(core, '**/*.test.ts')],
      files: ['probe.mts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const output = await compile(folder);
    return new Set([...output.matchAll(/probe\.mts[(:](\d+)/g)].map(([, line]) => Number(line)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compile(folder: string): Promise<string> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const run = promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false']);
  return await run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}
