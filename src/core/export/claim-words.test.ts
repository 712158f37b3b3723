import { describe, expect, it } from 'vitest';
import {
  ARMY,
  FRONT,
  FRONT_CODING,
  FRONT_REPORT,
  ROAD_CODING,
  ROAD_REPORT,
  spanOf,
} from '../../../test/fixtures/constructed-record.ts';
import { type Claim, estimate, exactly, unknownWhen } from '../model/index.ts';
import { claimInWords, rolesInWords } from './claim-words.ts';

const [FIRST] = ROAD_CODING.claims;
const UNKNOWN_WHEN = unknownWhen('nothing says when');

/** Any claim's fields, for contents that the constructed reports do not have. */
function claim(content: object): Claim {
  const { id, evidence, claimant, act, certainty, polarity, hedges, scope, eventId, rule } = FIRST!;
  return { id, evidence, claimant, act, certainty, polarity, hedges, scope, eventId, rule, ...content } as Claim;
}

describe('claimInWords', () => {
  it('says what each claim of the constructed reports says', () => {
    const words = [
      ...ROAD_CODING.claims.map(one => claimInWords(one, ROAD_REPORT.text)),
      ...FRONT_CODING.claims.map(one => claimInWords(one, FRONT_REPORT.text)),
    ];
    expect(words).toEqual([
      'killed 12 or more: Army of Veldania, combatants',
      'injured about 30: Army of Veldania, combatants',
      'armed clash: Northern Front against Army of Veldania, Karsa, Tuesday 4 March 2025, early; begun by Northern Front',
      'killed 3: Civilians',
      'threat: condition “If the patrols go on”, consequence “we will close the road for good”',
      'killed 40: Army of Veldania, combatants, over “In the past month”',
      'the author’s framing: “a bitter irony for the governor”',
      'killed 31: Army of Veldania, combatants',
      'not so: “the figure of 31”; rejects killed 31 of Army of Veldania',
    ]);
  });

  it.each([
    [
      { kind: 'strength', owner: ARMY, what: 'soldiers', estimate: estimate(null, 1_200_000, 1_200_000, 'about') },
      'Army of Veldania: nearly 1,200,000 soldiers',
    ],
    [{ kind: 'strength', owner: null, what: 'tanks', estimate: exactly(3) }, 'owner not stated: 3 tanks'],
    [
      { kind: 'relation', type: 'sponsors', from: ARMY, to: FRONT, valid: 'past' },
      'Army of Veldania sponsors Northern Front (in the past)',
    ],
    [
      { kind: 'relation', type: 'allied', from: ARMY, to: FRONT, valid: 'present', polarity: 'negative' },
      'not so: Army of Veldania is allied with Northern Front',
    ],
    [
      { kind: 'ceasefire', parties: [ARMY, FRONT], status: 'agreed', when: UNKNOWN_WHEN },
      'ceasefire agreed between Army of Veldania and Northern Front',
    ],
    [
      {
        kind: 'responsibility',
        actor: null,
        content: spanOf(ROAD_REPORT.text, 'attacked a convoy'),
        began: false,
        polarity: 'negative',
      },
      'nobody named is not said to have done it: “attacked a convoy”',
    ],
    [{ kind: 'risk', content: spanOf(ROAD_REPORT.text, 'close the road') }, 'feared: “close the road”'],
    [
      {
        kind: 'casualty',
        harm: 'killed-or-injured',
        estimate: exactly(0),
        victims: { side: null, status: 'unknown', words: null, span: null, partOf: null, addsTo: null },
        unit: 'persons',
        place: null,
        period: null,
        supersedes: null,
      },
      'killed or injured 0 (stated): side and status not stated',
    ],
    [
      {
        kind: 'event',
        type: 'seizure',
        roles: [{ role: 'actor', actor: FRONT }],
        places: [],
        when: UNKNOWN_WHEN,
        object: { what: 'uniforms', estimate: null },
        began: false,
        outcome: null,
        times: exactly(6),
      },
      'seizure (6 times): Northern Front; against whom is not stated, uniforms',
    ],
  ])('%o', (content, words) => {
    expect(claimInWords(claim(content), ROAD_REPORT.text)).toBe(words);
  });
});

describe('rolesInWords', () => {
  it.each([
    [[], 'not stated'],
    [['party', 'party'], 'A and B'],
    [['recipient'], 'against A; by whom is not stated'],
    [['actor', 'recipient', 'recipient'], 'A against B and C'],
    [['party', 'party', 'party'], 'A, B and C'],
  ] as const)('%j', (roles, words) => {
    const named = roles.map((role, i) => ({ role, actor: { ...ARMY, name: 'ABC'.charAt(i) } }));
    expect(rolesInWords(named, 'attack')).toBe(words);
  });

  it('names no missing opponent where a happening has none', () => {
    const army = { role: 'actor' as const, actor: { ...ARMY, name: 'Army of the North' } };
    expect(rolesInWords([army], 'retreat')).toBe('Army of the North');
  });
});
