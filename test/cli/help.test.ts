import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/core/base/error.ts';
import { KIND_WORDS } from '../../src/core/export/words.ts';
import { Scope, SpeechAct } from '../../src/core/model/index.ts';
import { INTERRUPTED } from '../../src/node/cli/main.ts';
import { buildProgram } from '../../src/node/cli/program.ts';
import { testIo } from './test-io.ts';

const PAGE = readFileSync(new URL('../../docs/reference/cli.md', import.meta.url), 'utf8');
const program = buildProgram(
  testIo().io,
  () => undefined,
  () => undefined,
);

/** Commands as the page lists them: by name, or, where few are missing, those that are. */
function inWords(commands: readonly string[]): string {
  const missing = program.commands.map(command => command.name()).filter(name => !commands.includes(name));
  const named = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');
  if (missing.length === 0) return 'all commands';
  return missing.length < 6 ? `all commands but ${named(missing)}` : named(commands);
}

describe('docs/reference/cli.md', () => {
  it('lists every command', () => {
    const usages = program.commands.map(command =>
      `casus ${command.name()} ${command.usage()}`.replace(' [options]', '').trim(),
    );
    expect(firstCells('commands')).toEqual([...usages, 'casus help [command]']);
  });

  it('lists every option with the commands that take it', () => {
    const documented = new Map(rows('options').map(([option = '', of = '']) => [bare(option), of]));
    const taken = new Map<string, string[]>();
    for (const command of program.commands) {
      for (const option of command.options) {
        const flags = option.flags.replace(/^-\w, /, '');
        taken.set(flags, [...(taken.get(flags) ?? []), command.name()]);
      }
    }
    for (const [flags, commands] of taken) expect([flags, documented.get(flags)]).toEqual([flags, inWords(commands)]);
    expect([...documented.keys()]).toEqual(expect.arrayContaining(['--help', '--version']));
    expect(documented.size).toBe(taken.size + 2);
  });

  it('lists every exit code with the meaning that it has', () => {
    const table = rows('exit codes').map(([code, meaning]) => [Number(code), meaning]);
    const known = Object.entries(EXIT_CODES).map(([code, meaning]) => [Number(code), meaning]);
    expect(table.slice(0, -1)).toEqual(known);
    expect(table.at(-1)?.[0]).toBe(INTERRUPTED);
  });

  it.each([
    ['--kind <kind>', Object.keys(KIND_WORDS)],
    ['--act <act>', SpeechAct.options],
    ['--scope <scope>', Scope.options],
  ] as const)('lists the values of %s', (flags, values) => {
    const [, , meaning = ''] = rows('options').find(([option = '']) => bare(option) === flags) ?? [];
    expect([...meaning.matchAll(/`([^`]+)`/g)].map(([, value]) => value)).toEqual(values);
  });
});

describe('--help', () => {
  it.each([...program.commands.map(command => command.name()), ''])(
    '%s has examples and fits into 80 columns',
    name => {
      const help = helpOf(name);
      expect(help).toMatch(/\nExamples:\n {2}\$ /);
      for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    },
  );
});

/** The help of a command, as printed. */
function helpOf(name: string): string {
  const said: string[] = [];
  const own = buildProgram(
    testIo().io,
    () => undefined,
    text => said.push(text),
  );
  try {
    own.parse([...(name === '' ? [] : [name]), '--help'], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
  }
  return said.join('');
}

/** The cells of the table under a heading, its head left out. */
function rows(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split(/^## /m).find(part => part.toLowerCase().startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter(line => line.startsWith('| '));
  return lines.slice(1).map(line => line.slice(2, -2).split(' | '));
}

function firstCells(heading: string): readonly string[] {
  return rows(heading).map(([first = '']) => bare(first));
}

function bare(cell: string): string {
  return cell.replaceAll('`', '');
}
