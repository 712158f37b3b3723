import { describe, expect, test } from 'vitest';
import { type ToldReport, told } from '../../../test/told.ts';
import { reconcile } from './reconcile.ts';

/** A base account to vary: the army and a group fight near a town on a day. */
const CLASH = {
  type: 'armed-clash',
  actor: 'Northern Front',
  recipient: 'Army of Kesh',
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
} as const;
const FIGURE = { says: 'Army of Kesh', low: 6, high: 6, side: 'Army of Kesh', act: 'admit' } as const;

function incidents(...reports: readonly ToldReport[]) {
  const made = reports.map(told);
  return reconcile({ reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) }).value;
}

const PAIRS: readonly (readonly [string, number, ToldReport['events'][0], ToldReport['events'][0]])[] = [
  ['the same place, day, sides and figure', 1, { ...CLASH, figures: [FIGURE] }, { ...CLASH, figures: [FIGURE] }],
  ['the same place, day and sides', 1, CLASH, { ...CLASH, type: 'ambush' }],
  ['a neighbouring village', 1, CLASH, { ...CLASH, place: ['Old Dalan', 30.05, 50.05, 10] }],
  [
    'the night that another gives as the next day',
    1,
    { ...CLASH, atNight: true },
    { ...CLASH, days: ['2025-03-05', '2025-03-05'] },
  ],
  [
    'no place, but day, sides and figure',
    1,
    { ...CLASH, figures: [FIGURE] },
    { ...CLASH, place: undefined, figures: [FIGURE] },
  ],
  [
    'no day, but place, sides and figure',
    1,
    { ...CLASH, figures: [FIGURE] },
    { ...CLASH, days: undefined, figures: [FIGURE] },
  ],
  ['near in place and time, other sides', 2, CLASH, { ...CLASH, actor: 'River Gang', recipient: 'Salt Traders' }],
  [
    'near in place and time, the army against another group',
    2,
    CLASH,
    { ...CLASH, actor: 'River Gang', type: 'abduction' },
  ],
  [
    'near in place and time, nothing else known',
    2,
    { ...CLASH, actor: undefined, recipient: undefined, type: 'shelling' },
    { place: CLASH.place, days: CLASH.days, type: 'riot' },
  ],
  ['one name for two places', 2, CLASH, { ...CLASH, place: ['Dalan', 10, 20, 10] }],
  ['another day', 2, CLASH, { ...CLASH, days: ['2025-03-06', '2025-03-06'] }],
  ['neither place nor day', 2, CLASH, { ...CLASH, place: undefined, days: undefined }],
];

/** One story in nearly the same words, as agencies pass it on; the happening is invented. */
const WIRE =
  'Commander Tolvan Ereki of the Northern Front led the raid on the Dalan grain store, said Major Sefa Ulim of the Kesh army. ' +
  'Watchmen Ibren Mavolo and Dukan Tesh were found beside the Oltarra weir by the miller Hanno Brevik, whose lorry was burned. ' +
  'Doctor Milena Sorvath treated the wounded in the Saint Odran clinic, and the magistrate of Velmora, Jorin Askel, ordered an inquest. ' +
  'Families from Upper Dalan and Hask carried the bodies across the Pelline bridge to the cemetery of Norrin before dusk. ' +
  'Sacks of millet, a generator and two mules had been driven off towards the Ghestal ravine, neighbours told a Radio Velm crew; ' +
  'schoolteacher Amira Lodh counted eleven empty cartridges under her window, while shepherds of the Tarrow family heard engines until sunrise. ' +
  'Governor Pello Hastran promised a post at the ford, extra lamps along Mulberry lane and blankets for thirty households whose roofs had fallen in.';

/** What the same story says differently, where a coder may have misread a day or a place; and whether it is one happening. */
const MISREAD: readonly (readonly [string, number, ToldReport['events'][0]])[] = [
  ['another day, and no figure against it', 1, { ...CLASH, days: ['2025-03-06', '2025-03-06'], figures: [FIGURE] }],
  ['another place, and no figure against it', 1, { ...CLASH, place: ['Hask', 31, 51, 10], figures: [FIGURE] }],
  [
    'another day and another figure',
    2,
    { ...CLASH, days: ['2025-03-06', '2025-03-06'], figures: [{ ...FIGURE, low: 19, high: 19 }] },
  ],
  [
    'another day and another place',
    2,
    { ...CLASH, days: ['2025-03-06', '2025-03-06'], place: ['Hask', 31, 51, 10], figures: [FIGURE] },
  ],
];

test.each(MISREAD)('in one story: %s', (_, count, other) => {
  const first = {
    id: 'r1',
    published: '2025-03-07',
    source: 'Paper 1',
    events: [{ ...CLASH, figures: [FIGURE], words: WIRE }],
  };
  const second = {
    id: 'r2',
    published: '2025-03-07',
    source: 'Paper 2',
    events: [{ ...other, words: `${WIRE} More follows.` }],
  };
  expect(incidents(first, second)).toHaveLength(count);
});

test('what an account leaves out does not keep it from those whom another has led it to', () => {
  const thin = { type: 'armed-clash', place: ['Dalan', 30, 50, 2], figures: [FIGURE] } as const;
  const made = [CLASH, { ...CLASH, place: undefined }, { ...CLASH, place: undefined, type: 'ambush' }, thin] as const;
  const reports = made.map((event, i) => ({
    id: `r${i}`,
    published: '2025-03-07',
    source: `Paper ${i}`,
    events: [event],
  }));
  expect(incidents(...reports)).toHaveLength(1);
});

describe('two reports tell one happening or two', () => {
  test.each(PAIRS)('%s: %i', (_, count, a, b) => {
    const found = incidents(
      { id: 'r1', published: '2025-03-05', source: 'Wire', events: [a] },
      { id: 'r2', published: '2025-03-05', source: 'Daily', events: [b] },
    );
    expect(found).toHaveLength(count);
  });
});

test('two happenings of one report are two, and the same told twice is one', () => {
  const other = { ...CLASH, type: 'air-strike', actor: 'Army of Kesh', recipient: 'Civilians' } as const;
  expect(incidents({ id: 'r1', published: '2025-03-05', events: [CLASH, other] })).toHaveLength(2);
  expect(incidents({ id: 'r1', published: '2025-03-05', events: [CLASH, { ...CLASH, type: 'ambush' }] })).toHaveLength(
    1,
  );
});

test('every link says with which event, with what score and why', () => {
  const [incident] = incidents(
    { id: 'r1', published: '2025-03-05', events: [CLASH] },
    { id: 'r2', published: '2025-03-06', events: [CLASH] },
  );
  const why = incident?.links.map(link => link.why) ?? [];
  expect(why[0]).toMatch(/^with event r2-e0: score 0\.\d+: place 1\.00: both Dalan/);
  expect(why[1]).toMatch(/^with event r1-e0: .*actors 1\.00: both tell of Northern Front and Army of Kesh/);
  expect(incident?.links.every(({ score }) => score >= 0.5 && score <= 1)).toBe(true);
});

test('a later report leaves the id as it is; an earlier one too where the incidents before are known', () => {
  const first: ToldReport = { id: 'r5', published: '2025-03-05', events: [CLASH] };
  const late: ToldReport = { id: 'r1', published: '2025-03-06', events: [CLASH] };
  const early: ToldReport = { id: 'r1', published: '2025-03-04', events: [CLASH] };
  const previous = incidents(first);
  const id = previous[0]?.id;
  expect(incidents(first, late)[0]?.id).toBe(id);
  expect(incidents(first, early)[0]?.id).not.toBe(id);
  const made = [first, early].map(told);
  const input = { reports: made.map(({ report }) => report), codings: made.map(({ coding }) => coding) };
  expect(reconcile(input, { previous }).value[0]?.id).toBe(id);
});

test('what was over months before the report is history', () => {
  const old = { ...CLASH, days: ['2024-10-01', '2024-10-02'] } as const;
  expect(incidents({ id: 'r1', published: '2025-03-05', events: [old] })).toEqual([]);
  expect(incidents({ id: 'r1', published: null, events: [old] })).toHaveLength(1);
});

test('copies of one text, and one publisher, are one voice', () => {
  const report = (id: string, source: string, fingerprint = ''): ToldReport => {
    return { id, published: '2025-03-05', source, fingerprint, events: [{ ...CLASH, words: `Told by ${source}.` }] };
  };
  const copy = `m1-${'00ff'.repeat(64)}`;
  const other = `m1-${'1234'.repeat(64)}`;
  const voices = (...reports: readonly ToldReport[]) => incidents(...reports)[0]?.independentSources;
  expect(voices(report('r1', 'Wire'), report('r2', 'Daily'))).toBe(2);
  expect(voices(report('r1', 'Wire', copy), report('r2', 'Daily', copy), report('r3', 'Post', other))).toBe(2);
  expect(voices(report('r1', 'Wire'), report('r2', 'Wire'))).toBe(1);
});

test('an unknown policy is named with those there are', () => {
  expect(() => reconcile({ reports: [], codings: [] }, { policy: 'guess@1' })).toThrow(/guess@1.*ranges@1/);
});
