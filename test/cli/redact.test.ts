import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceHolds, type PublicRecord } from '../../src/core/model/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

// Constructed sentences; persons and incidents are invented.

const FIRST = `Four killed in shelling of Marib, officials say
By Leila Osman

MARIB, 12 March 2026 - Four people were killed when shells hit a market in Marib on Tuesday, said Dr Salma Haddad, who works at the town's hospital. Among the dead was Yusuf Rahmani, a baker. Rahmani was 41.

Defence Minister Anwar Lotfi blamed the Houthis. "We will answer," Lotfi told reporters. Salma Haddad said that eleven more were injured near the house of Yusuf Rahmani in the village of Haddad.
`;
const SECOND = `Nine dead in Marib market, witness says

MARIB, 13 March 2026 - Nine people were killed when shells hit a market in Marib on Tuesday, said Yusuf Rahmani's brother, Karim Rahmani. Among the dead was Yusuf Rahmani, he said.
`;
const PRIVATE = /salma|haddad|yusuf|rahmani|karim|leila|osman/i;

const folder = temporaryFolder({ 'first.txt': FIRST, 'second.txt': SECOND });
const [ledger, theirs] = [join(folder.path, 'ours'), join(folder.path, 'theirs')];
let incident = '';
const [file, other] = [join(folder.path, 'first.txt'), join(folder.path, 'second.txt')];

/** What a command prints; standard error too. */
async function printed(args: readonly string[]): Promise<string> {
  const { io, stdout, stderr } = testIo({ tty: true, columns: 60, env: { TERM: 'xterm' } });
  await main(args, io);
  return `${stdout()}\n${stderr()}`;
}

beforeAll(async () => {
  await printed(['add', file, other, '--ledger', ledger]);
  const table = join(folder.path, 'claims.csv');
  await printed(['export', 'claims', '--ledger', ledger, '--out', table]);
  const others = (await readFile(table, 'utf8')).replaceAll(/,state,/g, ',admit,').replaceAll('Salma', 'Selma');
  await writeFile(table, others);
  await printed(['import', table, '--texts', ledger, '--coder', 'b', '--ledger', theirs]);
  const { codings, incidents } = JSON.parse(await printed(['show', '--json', '--ledger', ledger]));
  incident = incidents[0].id;
  const why = ['--by', 'A. Reviewer', '--why', 'Yusuf Rahmani was there'];
  await printed(['decide', 'accept', codings[0].claims[0].id, ...why, '--ledger', ledger]);
}, 60_000);

afterAll(folder.remove);

describe('--redact', () => {
  it.each(
    [
      'read FILE',
      'explain FILE',
      'where FILE',
      'where FILE --json',
      'when FILE',
      'show INCIDENT --why --ledger OURS',
      'search rahmani --json --ledger OURS',
      'log --json --ledger OURS',
      'compare OURS THEIRS --json',
      'diff THEIRS OURS --json',
      'add FILE --json --ledger OURS',
      'brief --ledger OURS',
    ].map(line => [line]),
  )('casus %s names no private person', async line => {
    const given: Record<string, string> = { FILE: file, OURS: ledger, THEIRS: theirs, INCIDENT: incident };
    const args = line.split(' ').map(arg => given[arg] ?? arg);
    const masked = await printed([...args, '--redact']);
    expect(masked).toContain('█');
    expect(masked.match(PRIVATE)).toBeNull();
  });

  it('masks in a decision and what it changes', async () => {
    const [claim] = JSON.parse(await printed(['claims', '--json', '--ledger', ledger])).codings[0].claims;
    const why = ['--by', 'A. Reviewer', '--why', 'Haddad was misheard'];
    const said = await printed(['decide', 'reject', claim.id, ...why, '--ledger', ledger, '--json', '--redact']);
    expect(JSON.parse(said).decision.why).toBe('██████ was misheard');
    expect(said.match(PRIVATE)).toBeNull();
  });

  it.each([['show'], ['claims'], ['read']])('casus %s --json leaves quotes where they were', async command => {
    const given = command === 'read' ? ['read', file] : [command, '--ledger', ledger];
    const plain = JSON.parse(await printed([...given, '--json'])) as PublicRecord;
    const shown = await printed([...given, '--json', '--redact']);
    expect(JSON.stringify(plain)).toMatch(PRIVATE);
    expect(shown.match(PRIVATE)).toBeNull();
    const masked = JSON.parse(shown) as PublicRecord;
    const ids = ({ codings }: PublicRecord) => codings.flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(ids(masked)).toEqual(ids(plain));
    const reports = new Map(masked.reports.map(report => [report.id, report]));
    for (const { evidence } of masked.codings.flatMap(({ claims }) => claims)) {
      expect(evidenceHolds(reports.get(evidence.reportId)!, evidence), evidence.quote).toBe(true);
    }
  });

  it('keeps office-holders, and the spans of what is explained', async () => {
    const { sentences } = JSON.parse(await printed(['explain', file, '--json', '--redact']));
    const words = JSON.stringify(sentences);
    expect(words.match(PRIVATE)).toBeNull();
    expect(words).toContain('Defence Minister Anwar Lotfi');
    for (const { span, quote, tokens } of sentences) {
      expect(quote).toHaveLength(span.end - span.start);
      for (const { start, end, text } of tokens) expect(text).toHaveLength(end - start);
    }
  });
});
