import fc from 'fast-check';
import type {
  ActorRef,
  Claim,
  Claimant,
  Estimate,
  Evidence,
  Place,
  Qualifier,
  Span,
  When,
} from '../../src/core/model/index.ts';

/** Random nouns that keep every invariant of the model, for property tests. Seeds are fixed where they are used. */
const qualifiers: readonly Qualifier[] = ['exact', 'at-least', 'at-most', 'about', 'between', 'vague'];

export const words: fc.Arbitrary<string> = fc.stringMatching(/^[A-Za-zé]{1,8}( [A-Za-zé]{1,8}){0,4}$/);

export const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(2_000), fc.nat(80))
  .map(([start, length]) => ({ start, end: start + length }));

export const days: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);

export const estimates: fc.Arbitrary<Estimate> = fc
  .tuple(
    fc.array(fc.nat(50_000), { minLength: 3, maxLength: 3 }),
    fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    fc.constantFrom(...qualifiers),
  )
  .map(([counts, known, qualifier]) => {
    const [low, best, high] = counts.toSorted((a, b) => a - b).map((count, i) => (known[i] ? count : null));
    return { low: low ?? null, best: best ?? null, high: high ?? null, qualifier };
  });

export const evidence: fc.Arbitrary<Evidence> = fc
  .tuple(spans, words)
  .map(([{ start }, quote]) => ({ reportId: 'rep_1', span: { start, end: start + quote.length }, quote }));

export const actors: fc.Arbitrary<ActorRef> = fc.record({
  id: fc.option(fc.constantFrom('mli-army', 'col-eln', 'ph-police')),
  name: words,
  kind: fc.option(fc.constantFrom('military', 'armed-group', 'civilians')),
  country: fc.option(fc.constantFrom('MLI', 'COL', 'PHL')),
  span: fc.option(spans),
  basis: fc.constantFrom('stated', 'implied'),
  rule: fc.option(words),
});

export const claimants: fc.Arbitrary<Claimant> = fc.oneof(
  actors.map(actor => ({ kind: 'actor' as const, actor, words: actor.name, span: null, via: [] })),
  words.map(said => ({ kind: 'unnamed' as const, actor: null, words: said, span: null, via: ['the radio'] })),
  fc.constant({ kind: 'author' as const, actor: null, words: null, span: null, via: [] }),
);

export const whens: fc.Arbitrary<When> = fc.oneof(
  fc.tuple(days, days, fc.integer({ min: 1, max: 5 })).map(([a, b, precision]) => ({
    words: 'then',
    span: { start: 0, end: 4 },
    start: a < b ? a : b,
    end: a < b ? b : a,
    precision,
    partOfDay: null,
    basis: 'stated' as const,
    why: 'the words name the days',
  })),
  words.map(why => ({
    words: null,
    span: null,
    start: null,
    end: null,
    precision: null,
    partOfDay: null,
    basis: 'unknown' as const,
    why,
  })),
);

export const places: fc.Arbitrary<Place> = fc
  .tuple(
    words,
    fc.boolean(),
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  )
  .map(([name, isResolved, lat, lon]) => ({
    name,
    span: null,
    id: isResolved ? 'gn:1' : null,
    lat: isResolved ? lat + 0 : null,
    lon: isResolved ? lon + 0 : null,
    radiusKm: isResolved ? 5 : null,
    precision: isResolved ? 2 : null,
    country: null,
    admin1: null,
    basis: 'stated' as const,
    why: isResolved ? 'the only place of that name' : 'not in the gazetteer',
  }));

export const claims: fc.Arbitrary<Claim> = fc
  .record({
    id: words.map(id => `clm_${id}`),
    evidence,
    claimant: claimants,
    act: fc.constantFrom('state', 'admit', 'accuse', 'deny'),
    certainty: fc.constantFrom('certain', 'probable', 'possible'),
    polarity: fc.constantFrom('positive', 'negative'),
    hedges: fc.array(evidence, { maxLength: 2 }),
    scope: fc.constantFrom('incident', 'period', 'background', 'hypothetical', 'future'),
    eventId: fc.option(fc.constant('evt_1')),
    rule: fc.constant('casualty/killed'),
    content: fc.oneof(
      fc.record({
        kind: fc.constant('casualty'),
        harm: fc.constantFrom('killed', 'injured', 'killed-or-injured', 'captured'),
        estimate: estimates,
        victims: fc.record({
          side: fc.option(actors),
          status: fc.constantFrom('civilian', 'combatant', 'unknown'),
          words: fc.option(words),
          span: fc.option(spans),
          partOf: fc.constant(null),
          addsTo: fc.constant(null),
        }),
        unit: fc.constantFrom('persons', 'families'),
        place: fc.option(places),
        period: fc.option(whens),
        supersedes: fc.constant(null),
      }),
      fc.record({ kind: fc.constant('strength'), owner: fc.option(actors), what: words, estimate: estimates }),
      fc.record({ kind: fc.constant('risk'), content: spans }),
      fc.record({
        kind: fc.constant('warning'),
        target: fc.option(actors),
        condition: fc.option(spans),
        consequence: fc.option(spans),
      }),
    ),
  })
  .map(({ content, ...fields }) => {
    const eventId = fields.scope === 'incident' ? fields.eventId : null;
    return { ...fields, eventId, ...content } as Claim;
  });

function two(count: number): string {
  return String(count).padStart(2, '0');
}
