import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../../../test/arbitrary/nouns.ts';
import { Casualty } from './casualty.ts';
import { Claim, type ClaimKind } from './claim.ts';
import { exactly } from './estimate.ts';

const base = {
  id: 'clm_1',
  evidence: { reportId: 'rep_1', span: { start: 0, end: 22 }, quote: 'Four people were hurt.' },
  claimant: { kind: 'author', actor: null, words: null, span: null, via: [] },
  act: 'state',
  certainty: 'certain',
  polarity: 'positive',
  hedges: [],
  scope: 'incident',
  eventId: 'evt_1',
  rule: 'casualty/hurt',
};
const eln = { id: null, name: 'ELN', kind: null, country: null, span: null, basis: 'stated', rule: null };
const unknown = {
  words: null,
  span: null,
  start: null,
  end: null,
  precision: null,
  partOfDay: null,
  basis: 'unknown',
  why: 'not said',
};

/** The least content of each kind. A kind that is added to the model must be added here, or this does not compile. */
const CONTENT: Readonly<Record<ClaimKind, object>> = {
  casualty: {
    harm: 'injured',
    estimate: exactly(4),
    victims: { side: null, status: 'unknown', words: 'people', span: null, partOf: null, addsTo: null },
    unit: 'persons',
    place: null,
    period: null,
    supersedes: null,
  },
  event: {
    type: 'armed-clash',
    roles: [],
    places: [],
    when: unknown,
    object: null,
    began: false,
    outcome: null,
    times: null,
  },
  responsibility: { actor: null, content: { start: 0, end: 4 }, began: false },
  denial: { content: { start: 0, end: 4 }, about: null, rejects: null },
  strength: { owner: null, what: 'soldiers', estimate: exactly(900) },
  relation: { type: 'allied', from: eln, to: eln, valid: 'unknown' },
  warning: { target: null, condition: null, consequence: null },
  risk: { content: { start: 0, end: 4 } },
  ceasefire: { parties: [], status: 'proposed', when: unknown },
  opinion: { content: { start: 0, end: 4 } },
};

test.each(Object.entries(CONTENT))('a claim of kind %s', (kind, content) => {
  const claim = { ...base, kind, ...content };
  expect(Claim.parse(claim)).toEqual(claim);
  const withoutOne = Object.fromEntries(Object.entries(content).slice(1));
  expect(Claim.safeParse({ ...base, kind, ...withoutOne }).success).toBe(false);
});

describe('a claim that breaks a rule of the model is refused', () => {
  test.each([
    ['of a kind that does not exist', { kind: 'rumour' }],
    ['of a period but belonging to an event', { scope: 'period' }],
    ['hypothetical but belonging to an event', { scope: 'hypothetical' }],
    ['about the future but belonging to an event', { scope: 'future' }],
    ['without words', { evidence: { ...base.evidence, quote: '' } }],
    ['whose words end before they start', { evidence: { ...base.evidence, span: { start: 5, end: 2 } } }],
    ['without a claimant', { claimant: null }],
    ['of an actor that is not named', { claimant: { ...base.claimant, kind: 'actor' } }],
    ['of the author, with an actor', { claimant: { ...base.claimant, actor: eln } }],
    ['without the rule that made it', { rule: '' }],
    ['with a harm that means deaths or not', { harm: 'casualties' }],
  ])('%s', (_, change) => {
    const claim = { ...base, kind: 'casualty', ...CONTENT.casualty };
    expect(Claim.safeParse(claim).success).toBe(true);
    expect(Claim.safeParse({ ...claim, ...change }).success).toBe(false);
  });
});

test('unknown is not zero: a casualty has no default number, side or status', () => {
  const { estimate, victims, ...rest } = { ...base, kind: 'casualty', ...CONTENT.casualty } as unknown as Casualty;
  expect(Casualty.safeParse({ ...rest, victims }).success).toBe(false);
  expect(Casualty.safeParse({ ...rest, estimate }).success).toBe(false);
  expect(Casualty.safeParse({ ...rest, estimate, victims: { ...victims, status: undefined } }).success).toBe(false);
  expect(Casualty.safeParse({ ...rest, estimate, victims: { ...victims, side: undefined } }).success).toBe(false);
});

test('random claims keep the rules and come through JSON unchanged', () => {
  fc.assert(
    fc.property(claims, claim => {
      expect(Claim.parse(JSON.parse(JSON.stringify(claim)))).toEqual(claim);
    }),
    { seed: 6 },
  );
});
