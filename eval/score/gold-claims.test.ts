import { expect, test } from 'vitest';
import type { GoldClaim, GoldFolder } from '../gold/gold-set.ts';
import { alignFolders, scoreClaims } from './gold-claims.ts';
import { goldErrors } from './gold-errors.ts';
import type { FolderPrediction, PredictedClaim } from './gold-prediction.ts';

const TEXT =
  '⚡️ Four soldiers died at the mill, the army said. The Front says nine died, three of them boys. ' +
  'A shop burnt. Nobody was hurt there, the mayor added. We fear worse.';

type Content = Partial<Omit<GoldClaim, 'victims'>> & { readonly victims?: Partial<NonNullable<GoldClaim['victims']>> };

function gold(id: string, quote: string, claimant: string, content: Content): GoldClaim {
  const victims = { side: null, status: 'combatant', partOf: null, ...content.victims };
  const base = { act: 'state', certainty: 'certain', polarity: 'positive', hedges: [], scope: 'incident' };
  const claim = {
    id,
    quote,
    kind: 'event',
    claimant: { name: claimant, text: null },
    incident: 'i1',
    ...base,
    ...content,
  };
  return claim.kind === 'casualty' ? { ...claim, victims } : { ...claim, victims: undefined as never };
}

const killed = (count: number) => ({ kind: 'casualty', harm: 'killed', low: count, high: count, qualifier: 'exact' });

const CLAIMS: readonly GoldClaim[] = [
  gold('c1', 'Four soldiers died at the mill', 'Army of Kesh', { ...killed(4), victims: { side: 'Army of Kesh' } }),
  gold('c2', 'The Front says nine died', 'Northern Front', {
    ...killed(9),
    act: 'allege',
    victims: { incidentSide: 'Army of Kesh' },
  }),
  gold('c3', 'three of them boys', 'Northern Front', { ...killed(3), victims: { partOf: 'c2' } }),
  gold('c4', 'A shop burnt', 'author', {}),
  gold('c5', 'Nobody was hurt there', 'Government of Kesh', {
    ...killed(0),
    polarity: 'negative',
    victims: { status: 'unknown' },
  }),
  gold('c6', 'We fear worse', 'author', { kind: 'risk', act: 'fear', scope: 'future', incident: null }),
];

const FOLDERS: readonly GoldFolder[] = [
  {
    folder: 'a-mill',
    actors: { 'Army of Kesh': ['the army', 'Keshi army'], 'Northern Front': ['The Front'], 'Government of Kesh': [] },
    reports: [
      {
        file: 'r1.txt',
        source: { name: 'Voice of the Front', kind: 'state', affiliation: 'Northern Front' },
        published: null,
        headline: null,
        syndicatedFrom: null,
        incidents: ['i1'],
        claims: CLAIMS,
      },
    ],
    incidents: [],
    texts: new Map([['r1.txt', TEXT]]),
  },
];

function mine(quote: string, kind: string, claimant: string, content: Partial<PredictedClaim> = {}): PredictedClaim {
  const start = TEXT.indexOf(quote);
  const base = { act: 'state', certainty: 'certain', polarity: 'positive', scope: 'incident', incident: null };
  return { id: quote, start, end: start + quote.length, kind, claimant, ...base, ...content };
}

const PREDICTED: readonly PredictedClaim[] = [
  mine('Four soldiers died', 'casualty', 'the army', { ...killed(4), side: 'Keshi army', status: 'combatant' }),
  // The side that only other reports give is right too; the author of the Front's own paper is the Front.
  mine('nine died', 'casualty', 'author', { ...killed(9), side: 'Army of Kesh', status: 'unknown' }),
  mine('three of them boys', 'casualty', 'Northern Front', {
    ...killed(2),
    side: null,
    status: 'combatant',
    scope: 'period',
  }),
  mine('A shop burnt', 'event', 'unnamed', {}),
  mine('A shop', 'event', 'author', {}),
  mine('We fear worse', 'warning', 'author', {}),
];

const PREDICTION = new Map<string, FolderPrediction>([
  ['a-mill', { folder: 'a-mill', reports: [{ file: 'r1.txt', claims: PREDICTED }], incidents: [] }],
]);

// A share of nothing counts as 1.
const NONE = { strength: 1, relation: 1, responsibility: 1, denial: 1, ceasefire: 1 };
const ALL_RIGHT = { harm: 1, qualifier: 1, side: 1, claimant: 1, certainty: 1, polarity: 1 };

test('claims are scored as the reference scorer scores them', () => {
  const { all, byKind, accuracy, quotesNotInReport, unaligned } = scoreClaims(alignFolders(FOLDERS, PREDICTION));
  const f1 = Object.fromEntries(
    Object.entries({ all, ...byKind }).map(([kind, value]) => [kind, Number(value.f1.toFixed(3))]),
  );
  // Figures of `gold-dev/score.py` on the same two files.
  expect(f1).toEqual({ ...NONE, all: 0.5, casualty: 0.571, event: 0.667, warning: 0, risk: 0 });
  expect(
    Object.fromEntries(Object.entries(accuracy).map(([field, value]) => [field, Number(value.toFixed(3))])),
  ).toEqual({ ...ALL_RIGHT, low: 0.667, high: 0.667, status: 0.667, act: 0.75, scope: 0.75 });
  expect([quotesNotInReport, unaligned]).toEqual([0, 2]);
});

test('the listing shows what is missed, wrong and invented, in text order', () => {
  const errors = goldErrors(alignFolders(FOLDERS, PREDICTION));
  expect(errors.map(({ id, what }) => `${id.split('#')[1]} ${what.split(/[ :;]/)[0]}`)).toEqual([
    'c2 field',
    'c3 wrong',
    'A shop burnt invented',
    'c5 missed',
    'c6 missed',
    'We fear worse invented',
  ]);
  expect(errors.find(({ what }) => what.startsWith('missed casualty'))?.text).toBe(
    '«Nobody was hurt there», the mayor added.',
  );
});
