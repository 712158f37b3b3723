import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { testIo } from './test-io.ts';

const SENTENCE =
  'At least 14 soldiers were killed near Makalondi in Niger on Wednesday when JNIM fighters attacked, the mayor told AFP.';
const REPORT = fileURLToPath(new URL('../../examples/reports/niger-makalondi-3-mayor.txt', import.meta.url));

describe('casus explain', () => {
  it('draws the tree and shows what made each value', async () => {
    const { stdout, exitCode } = await casus(['explain', SENTENCE, '--published', '2026-10-15']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}┼╴told +tell +VERB +VBD +root$/m);
    expect(stdout).toMatch(/^ {2}┌─┼╴killed +kill +VERB +VBN +ccomp of told$/m);
    expect(stdout).toMatch(/^ {4}┌─┴╴soldiers +soldier +NOUN +NNS +nsubj:pass of killed$/m);
    expect(stdout).toMatch(/name {4}“Makalondi”: a place\n +tagger\n +models\/language\.bin [0-9a-f]{8}\n/);
    expect(stdout).toMatch(
      /number {2}“At least 14”: 14 or more, a count\n +count\n +data\/lexicons\/numbers\.tsv, line \d+\n/,
    );
    expect(stdout).toMatch(/“JNIM fighters”: Jama'at Nusrat.*\n.*\n +data\/actors\/armed-groups\.tsv, line \d+\n/);
    expect(stdout).toMatch(/“the mayor” by “told” \(state\)/);
    expect(stdout).toMatch(/“killed” +kill VERB killed object +data\/lexicons\/harm-triggers\.tsv,/);
    expect(stdout).toContain('proposed by casualty (rule casualty/object, codebook §4, §5.2, §5.3)');
    expect(stdout).toMatch(/MADE BY\n {2}rules@\d+\.\d+\.\d+\+[0-9a-f]{12}\n/);
  });

  it('gives all of it as data, each quote as it stands', async () => {
    const explained = JSON.parse((await casus(['explain', REPORT, '--json'])).stdout);
    const text = readFileSync(REPORT, 'utf8').replace(/^---.*?---\n/s, '');
    expect(explained).toMatchObject({ format: 'casus-explanation', coder: expect.stringMatching(/^rules@.+\+/) });
    expect(explained.sentences.length).toBeGreaterThan(8);
    for (const { span, quote, tokens, mentions } of explained.sentences) {
      expect(text.slice(span.start, span.end)).toBe(quote);
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
      for (const mention of mentions) expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.quote);
    }
  });

  it('leads each word of a lexicon to its line', async () => {
    const explained = JSON.parse((await casus(['explain', REPORT, '--json'])).stdout);
    const words: { row: { words: string }; by: { path: string; line: number } }[] = explained.sentences.flatMap(
      (sentence: { words: unknown }) => sentence.words,
    );
    expect(words.length).toBeGreaterThan(10);
    for (const { row, by } of words) {
      const table = readFileSync(new URL(`../../${by.path}`, import.meta.url), 'utf8').split('\n');
      expect(table[by.line - 1]?.split('\t')[0]).toBe(row.words);
    }
  });

  it('explains one sentence', async () => {
    const { stdout } = await casus(['explain', REPORT, '--sentence', '3']);
    expect(stdout).toMatch(/^SENTENCE 3 /);
    expect(stdout).not.toContain('SENTENCE 4');
  });

  it.each([
    [
      ['explain', 'One. Two.', '--sentence', '3'],
      '--sentence 3: the command was not understood (the text has 2 sentences)',
    ],
    [['explain', 'One.', '--sentence', '0'], 'Write a whole number from 1 on.'],
  ] as const)('%j is refused', async (args, message) => {
    const ran = await casus(args);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(message);
  });

  it('has nothing to say of an empty text', async () => {
    expect((await casus(['explain', ''])).stdout).toBe('The text holds no sentence.\n');
  });
});

async function casus(args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}
