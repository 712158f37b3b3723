import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Incident, PublicRecord } from '../../src/core/model/index.ts';
import { main } from '../../src/node/cli/main.ts';
import { temporaryFolder } from './folder.ts';
import { testIo } from './test-io.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/reports/', import.meta.url));
const folder = temporaryFolder({});
afterAll(folder.remove);
const ledger = join(folder.path, 'ledger');
const MADE = ['--by', 'A. Reviewer', '--why', 'read both again', '--ledger', ledger];

beforeAll(async () => {
  expect(await casus('add', EXAMPLES, '--ledger', ledger)).toMatchObject({ exitCode: 0 });
}, 60_000);

async function casus(...args: readonly string[]) {
  const { io, stdout, stderr } = testIo();
  const exitCode = await main(args, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

async function record(): Promise<PublicRecord> {
  return PublicRecord.parse(JSON.parse((await casus('show', '--ledger', ledger, '--json')).stdout));
}

const reportsOf = ({ links }: Incident) => new Set(links.map(({ reportId }) => reportId)).size;
const eventsOf = ({ links }: Incident) => links.map(({ eventId }) => eventId).sort();
const holds = (incidents: readonly Incident[], events: readonly string[]) =>
  incidents.filter(({ links }) => links.some(({ eventId }) => events.includes(eventId)));

describe('decisions from the command line', () => {
  it('merge two incidents, say why, outlive a new coding, and are withdrawn', async () => {
    const { incidents: before } = await record();
    const [a, b] = before;
    const events = [...eventsOf(a!), ...eventsOf(b!)].sort();
    const merged = await casus('decide', 'merge', a!.id, b!.id, ...MADE);
    expect(merged).toMatchObject({ exitCode: 0, stderr: '' });
    const id = /\((dec_\w+)\)/.exec(merged.stdout)?.[1] ?? '';

    const { incidents } = await record();
    expect(incidents).toHaveLength(before.length - 1);
    const one = incidents.find(incident => eventsOf(incident).join() === events.join());
    expect(one).toBeDefined();
    const why = (await casus('show', one!.id, '--why', '--ledger', ledger)).stdout.replaceAll(/\s+/g, ' ');
    expect(why).toContain(`merged by A. Reviewer (${id}): read both again; with event`);
    expect(why).toMatch(/evt_\w+ · score 0\.\d{3}/);
    expect(why).toContain('DECISIONS');

    expect(await casus('rebuild', '--recode', '--ledger', ledger)).toMatchObject({ exitCode: 0 });
    expect(holds((await record()).incidents, events)).toHaveLength(1);

    expect(await casus('decide', 'withdraw', id, ...MADE)).toMatchObject({ exitCode: 0 });
    expect((await record()).incidents.map(({ id: own }) => own).sort()).toEqual(
      before.map(({ id: own }) => own).sort(),
    );
  }, 60_000);

  it('split a report from an incident; a merge of the two is then refused until that is withdrawn', async () => {
    const before = (await record()).incidents.find(incident => reportsOf(incident) > 2)!;
    const gone = before.links[0]!;
    const { stdout } = await casus('decide', 'split', before.id, gone.reportId, ...MADE, '--json');
    const { decision } = JSON.parse(stdout);
    const parts = holds((await record()).incidents, eventsOf(before));
    expect(parts).toHaveLength(2);
    expect(parts.map(part => part.id)).toContain(before.id);

    const refused = await casus('decide', 'merge', ...parts.map(({ id }) => id), ...MADE);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain(`split by A. Reviewer (${decision.id})`);
    expect((await casus('log', '--entries', 'decision', '--ledger', ledger)).stdout).not.toContain(
      'merged by A. Reviewer: ',
    );

    await casus('decide', 'withdraw', decision.id, ...MADE);
    expect(holds((await record()).incidents, eventsOf(before)).map(eventsOf)).toEqual([eventsOf(before)]);
  }, 60_000);

  it('edit and reject claims; what is set is held against the model', async () => {
    const { codings } = await record();
    const claims = codings.flatMap(coding => coding.claims);
    const figure = claims.find(claim => claim.kind === 'casualty' && claim.estimate.high === null)!;
    const other = claims.find(claim => claim.kind === 'event')!;
    expect(await casus('decide', 'edit', figure.id, '--set', 'estimate.high=900', ...MADE)).toMatchObject({
      exitCode: 0,
    });
    expect(await casus('decide', 'reject', other.id, ...MADE)).toMatchObject({ exitCode: 0 });
    const after = (await record()).codings.flatMap(coding => coding.claims);
    expect(after.find(({ id }) => id === figure.id)).toMatchObject({
      rule: 'person:A. Reviewer',
      estimate: { high: 900 },
      evidence: figure.evidence,
    });
    expect(after.some(({ id }) => id === other.id)).toBe(false);
    expect(await casus('verify', '--ledger', ledger)).toMatchObject({ exitCode: 0 });

    const entries = await logged();
    const bad = await casus('decide', 'edit', figure.id, '--set', 'estimate.low="nine"', ...MADE);
    expect(bad).toMatchObject({ exitCode: 2, stdout: '' });
    expect(bad.stderr).toContain('this decision cannot be carried out');
    expect(await logged()).toBe(entries);
  }, 60_000);

  it.each([
    ['an act that is none', ['bless', 'inc_'], 'Allowed choices are merge, split'],
    ['an id that is not there', ['merge', 'inc_zzz', 'inc_yyy'], 'holds nothing with this id'],
    ['an id that many bear', ['accept', 'evt_'], 'ids begin so'],
    ['a field for a merge', ['merge', 'inc_zzz', '--set', 'a=b'], 'inc_zzz'],
  ])('refuse %s', async (_, args, said) => {
    const ran = await casus('decide', ...args, ...MADE);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain(said);
  });

  it('need a ledger that is there', async () => {
    const nowhere = join(folder.path, 'nowhere');
    const ran = await casus('decide', 'accept', 'inc_1', '--by', 'A', '--why', 'b', '--ledger', nowhere);
    expect(ran.exitCode).toBe(3);
  });
});

async function logged(): Promise<number> {
  return (await casus('log', '--json', '--ledger', ledger)).stdout.split('\n').length;
}

describe('log', () => {
  it('tells every entry in a line, and those asked for', async () => {
    const { stdout } = await casus('log', '--ledger', ledger);
    expect(stdout).toMatch(/^ +1 {2}resources: casus 0\.1\.0, rules@0\.1\.0\+\w+/);
    expect(stdout).toMatch(/\n +2 {2}report rep_\w+: /);
    expect(stdout).toMatch(/link: \d+ events in \d+ incidents/);
    const lines = (await casus('log', '--json', '--entries', 'coding', '--ledger', ledger)).stdout.trim().split('\n');
    const codings = lines.map(line => JSON.parse(line));
    expect(codings.every(({ kind }) => kind === 'coding')).toBe(true);
    const { reportId } = codings[0].coding;
    const own = (await casus('log', '--json', '--report', reportId, '--ledger', ledger)).stdout.trim().split('\n');
    expect(own.map(line => JSON.parse(line).kind).slice(0, 2)).toEqual(['report', 'coding']);
    expect((await casus('log', '--failed', '--ledger', ledger)).stdout).toBe('');
    expect((await casus('log', '--report', 'rep_zzz', '--ledger', ledger)).exitCode).toBe(2);
  });
});
