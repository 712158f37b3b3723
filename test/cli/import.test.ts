import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

// Constructed reports and rows; the incidents are invented.

const ACLED = `event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
#id,#date,,,,,,,,,,,,,,,,,,
MLI1,2026-03-10,2026,1,Battles,Armed clash,Example Front,Rebel group,Military Forces of Mali,State forces,466,Mali,Gao,Gao,16.27,-0.04,1,The Riverbank Courier,"On 10 March, fighters of the Example Front clashed with soldiers.",9
MLI2,10/03/2026,2026,1,Battles,Armed clash,A,,B,,466,Mali,Gao,Gao,16.27,-0.04,1,X,"A day in another shape.",1
MLI3,2026-03-11,2026,2,Protests,Peaceful protest,Protesters (Mali),Protesters,,,466,Mali,Gao,Gao,16.27,-0.04,2,X,"People marched.",
`;
const REPORT = `---
source: The Riverbank Courier
published: 2026-03-12
---
Nine soldiers killed near Gao

Nine soldiers were killed on Tuesday 10 March when gunmen of the Example Front ambushed their convoy near Gao in northern Mali, the army said.
`;

const folder = temporaryFolder({
  'acled.csv': ACLED,
  'report.txt': REPORT,
  'other.csv': 'a,b\n1,2\n',
  'broken.csv': 'event_date,"x\n1',
});
const at = (name: string) => join(folder.path, name);
afterAll(folder.remove);

async function run(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  return { exitCode: await main(args, io), stdout: stdout(), stderr: stderr() };
}

beforeAll(async () => {
  await run('add', at('report.txt'), '--ledger', at('ours'));
});

describe('casus import', () => {
  it('reads rows in the shape of ACLED, names those it cannot read, and reads the others', async () => {
    const { exitCode, stdout, stderr } = await run('import', at('acled.csv'), '--ledger', at('acled'));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('row 2: event_date "10/03/2026" is no day');
    expect(stdout).toContain('2 reports imported, 1 rows not read.');
    const { stdout: json } = await run('claims', '--ledger', at('acled'), '--json');
    const { codings, reports } = JSON.parse(json);
    expect(codings.map(({ coder }: { coder: string }) => coder)).toEqual(['import:acled', 'import:acled']);
    const deaths = codings[0].claims.find(({ kind }: { kind: string }) => kind === 'casualty');
    expect(deaths).toMatchObject({ estimate: { low: 9, high: 9 }, evidence: { quote: 'fatalities: 9' } });
    expect(reports[0].text.slice(deaths.evidence.span.start, deaths.evidence.span.end)).toBe('fatalities: 9');
    expect(codings[1].claims.filter(({ kind }: { kind: string }) => kind === 'casualty')).toEqual([]);
  });

  it('the same rows twice are held once', async () => {
    await run('import', at('acled.csv'), '--ledger', at('twice'));
    expect((await run('import', at('acled.csv'), '--ledger', at('twice'))).stdout).toContain('holds 2 reports');
  });

  it('gives our own claims back as they went out, and takes none whose quote does not hold', async () => {
    await run('export', 'claims', '--ledger', at('ours'), '--out', at('claims.csv'));
    const text = readFileSync(at('claims.csv'), 'utf8');
    const [head, first = '', ...rest] = text.split('\r\n');
    writeFileSync(at('changed.csv'), [head, first.replace('Nine soldiers', 'Ten soldiers'), ...rest].join('\r\n'));
    const back = await run('import', at('claims.csv'), '--texts', at('ours'), '--coder', 'b', '--ledger', at('back'));
    expect(back).toMatchObject({ exitCode: 0, stderr: '' });
    const { paired, onlyFirst, onlySecond, disagreements } = JSON.parse(
      (await run('compare', at('ours'), at('back'), '--json')).stdout,
    );
    expect(paired).toBeGreaterThan(1);
    expect([onlyFirst, onlySecond, disagreements]).toEqual([0, 0, []]);
    const changed = await run('import', at('changed.csv'), '--texts', at('ours'), '--ledger', at('changed'));
    expect(changed.exitCode).toBe(1);
    expect(changed.stderr).toContain('the quote does not stand in the report at these offsets');
  });

  it.each([
    ['other.csv', 2, 'the columns are of no format that casus imports'],
    ['broken.csv', 3, 'the table cannot be read'],
    ['missing.csv', 1, 'there is no such file'],
  ])('%s ends with %i', async (name, code, said) => {
    const { exitCode, stderr } = await run('import', at(name), '--ledger', at('none'));
    expect(exitCode).toBe(code);
    expect(stderr).toContain(said);
  });

  it('does not put a second coding over the first', async () => {
    const { exitCode, stderr } = await run('import', at('claims.csv'), '--texts', at('ours'), '--ledger', at('ours'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('a ledger of their own');
  });
});

describe('casus compare', () => {
  it('pairs incidents where the reports are others, and says where they differ', async () => {
    await run('import', at('acled.csv'), '--ledger', at('theirs'));
    const { exitCode, stdout } = await run('compare', at('ours'), at('theirs'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 incidents paired; 0 only in the first ledger, 1 only in the second.');
    expect(stdout).toMatch(/deaths, low +1 +100 %/);
  });

  it('of a ledger with itself agrees wholly', async () => {
    const { fields } = JSON.parse((await run('compare', at('ours'), at('ours'), '--json')).stdout);
    for (const { compared, agreement } of fields) if (compared > 0) expect(agreement).toBe(1);
  });
});
