import { expect, test } from 'vitest';
import type { GoldClaim, GoldFolder, GoldReport } from '../gold/gold-set.ts';
import { scoreIncidents } from './gold-incidents.ts';
import type { FolderPrediction, PredictedClaim, PredictedIncident } from './gold-prediction.ts';

/** Two constructed folders, one of them without any incident. The expected scores are those of the reference scorer. */
const TEXT = 'Four soldiers died at the mill. The front says nine died. A shop burnt.';

function claim(id: string, quote: string, low: number, claimant: string, incident: string): GoldClaim {
  const victims = { side: 'Army of Kesh', status: 'combatant', partOf: null };
  const base = { act: 'state', certainty: 'certain', polarity: 'positive', hedges: [], scope: 'incident' };
  const figures = { harm: 'killed', low, high: low, qualifier: 'exact', victims };
  return { id, kind: 'casualty', quote, claimant: { name: claimant, text: null }, incident, ...base, ...figures };
}

function report(file: string, incidents: readonly string[]): GoldReport {
  const source = { name: 'Wire', kind: 'wire', affiliation: null };
  const claims = [
    claim('c1', 'Four soldiers died at the mill', 4, 'author', 'i1'),
    claim('c2', 'The front says nine died', 9, 'Northern Front', 'i1'),
  ].filter(({ incident }) => incidents.includes(incident ?? ''));
  return { file, source, published: null, headline: null, syndicatedFrom: null, incidents, claims };
}

const files = ['r1.txt', 'r2.txt', 'r3.txt'];
const place = { name: 'mill', country: 'KES', lat: 30, lon: 50, toleranceKm: 10 };
const when = { start: '2025-03-04', end: '2025-03-04' };
const GOLD: readonly GoldFolder[] = [
  {
    folder: 'a-mill',
    actors: { 'Army of Kesh': ['Keshi army'], 'Northern Front': ['the front'] },
    reports: [report('r1.txt', ['i1']), report('r2.txt', ['i1', 'i2']), report('r3.txt', ['i2'])],
    incidents: [
      {
        id: 'i1',
        eventType: 'Battles / Armed clash',
        when,
        place,
        sideA: null,
        sideB: null,
        tolls: [{ harm: 'killed', side: 'Army of Kesh', status: 'combatant', low: 4, high: 9 }],
        contradictions: [{ field: 'killed of Army of Kesh', claims: ['r1#c1', 'r2#c2'] }],
      },
      {
        id: 'i2',
        eventType: 'Battles / Armed clash',
        when,
        place,
        sideA: null,
        sideB: null,
        tolls: [{ harm: 'injured', side: null, status: 'unknown', low: 1, high: null }],
        contradictions: [{ field: 'who began', claims: ['r2#c1', 'r3#c2'] }],
      },
    ],
    texts: new Map(files.map(file => [file, TEXT])),
  },
  {
    folder: 'b-film',
    actors: {},
    reports: [report('r1.txt', [])],
    incidents: [],
    texts: new Map([['r1.txt', TEXT]]),
  },
];

function predictedClaim(id: string, quote: string, low: number, claimant: string, incident: string): PredictedClaim {
  const start = TEXT.indexOf(quote);
  const base = { act: 'state', certainty: 'certain', polarity: 'positive', scope: 'incident' };
  const figures = { harm: 'killed', low, high: low, qualifier: 'exact', side: 'the Keshi army', status: 'combatant' };
  return {
    id,
    kind: 'casualty',
    start,
    end: start + quote.length,
    claimant,
    incident,
    ...base,
    ...figures,
    partOf: null,
  };
}

function predictedIncident(
  key: string,
  reports: readonly string[],
  rest: Partial<PredictedIncident>,
): PredictedIncident {
  return { key, reports, when, place: { lat: 30, lon: 50 }, tolls: [], contradictions: [], ...rest };
}

const MINE: ReadonlyMap<string, FolderPrediction> = new Map([
  [
    'a-mill',
    {
      folder: 'a-mill',
      reports: files.slice(0, 2).map(file => {
        const claims = [
          predictedClaim('p1', 'Four soldiers died', 4, 'author', 'k1'),
          predictedClaim('p2', 'The front says nine died', 9, 'the front', 'k1'),
        ];
        return { file, claims };
      }),
      incidents: [
        predictedIncident('k1', ['r1.txt', 'r2.txt', 'r3.txt'], {
          tolls: [{ harm: 'killed', side: 'Keshi army', status: 'combatant', unit: null, low: 4, high: 9 }],
          contradictions: [
            { field: 'killed of the Keshi army', claims: ['r1#p1', 'r2#p2'] },
            { field: 'place', claims: ['r1#p1', 'r2#p2'] },
          ],
        }),
        predictedIncident('k2', ['r3.txt'], {
          tolls: [{ harm: 'injured', side: null, status: 'unknown', unit: null, low: 1, high: 5 }],
        }),
      ],
    },
  ],
  ['b-film', { folder: 'b-film', reports: [], incidents: [predictedIncident('k3', ['r1.txt'], {})] }],
]);

test('incidents, tolls and contradictions score as the reference scorer has it', () => {
  const { scores } = scoreIncidents(GOLD, MINE);
  expect(round(scores)).toEqual({
    pairwise_f1: 0.8,
    b3_f1: 0.688,
    contradiction_p: 0.5,
    contradiction_r: 0.5,
    toll_acc: 0.5,
    invented_incidents: 1,
  });
});

test('nothing predicted finds nothing and invents nothing', () => {
  const { scores } = scoreIncidents(GOLD, new Map());
  expect(round(scores)).toEqual({
    pairwise_f1: 0,
    b3_f1: 0,
    contradiction_p: 1,
    contradiction_r: 0,
    toll_acc: 0,
    invented_incidents: 0,
  });
});

function round(scores: object): object {
  return Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
}
