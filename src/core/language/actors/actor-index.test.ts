import { describe, expect, test } from 'vitest';
import { plainDoc, shippedRegister } from '../../../../test/actor-register.ts';
import { findActors } from './find-actors.ts';

const register = shippedRegister();
const OWN = `# origin: test
name\tkind\tcountry\taliases\tacronyms\tcontested\tparent\tties
Lomu Hill Front\tarmed-group\tKEN\tHill Front\tLHF\tHilltops\tAl Shabaab\tsplinter-of: Al Shabaab (2024..2025-03)
\tarmed-group\tKEN
Nowhere Club\tno-such-kind\tKEN`;

describe('the register as it ships', () => {
  test('holds at least 600 armed groups, militias and parties', () => {
    const groups = register.actors.filter(
      ({ kind }) => kind === 'armed-group' || kind === 'militia' || kind === 'party',
    );
    expect(groups.length).toBeGreaterThanOrEqual(600);
  });

  test('gives each actor an id of its own', () => {
    const ids = register.actors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test('ties actors only to actors that it has', () => {
    const loose = register.actors.flatMap(({ name, affiliations }) =>
      affiliations.filter(({ to }) => register.actorNamed(to) === null).map(({ to }) => `${name} → ${to}`),
    );
    expect(loose).toEqual([]);
  });

  test('knows whose a state is on a day', () => {
    expect(register.stateBody('AFG', 'military', '2020-01-01')?.name).toBe('Military Forces of Afghanistan');
    expect(register.stateBody('AFG', 'military', '2024-01-01')?.name).toBe('Taliban Government of Afghanistan');
    expect(register.stateBody('AFG', 'government', null)?.name).toBe('Taliban Government of Afghanistan');
    expect(register.stateBody('XXX', 'military', null)).toBeNull();
  });
});

describe("a user's own lines", () => {
  const own = shippedRegister([OWN]);

  test('add an actor with its dated ties, and leave out what is no actor', () => {
    expect(own.actorNamed('Lomu Hill Front')).toEqual({
      id: 'lomu-hill-front',
      name: 'Lomu Hill Front',
      kind: 'armed-group',
      country: 'KEN',
      aliases: ['Hill Front', 'LHF', 'Hilltops'],
      affiliations: [{ to: 'Al Shabaab', kind: 'splinter-of', from: '2024-01-01', until: '2025-03-31' }],
    });
    expect(own.actorNamed('Nowhere Club')).toBeNull();
  });

  test('are recognised like the others', () => {
    const text = 'LHF men left. The Hilltops, as the Hill Front is known in Kenya, lost two.';
    const names = findActors(plainDoc(text), own).map(({ ref }) => ref.name);
    expect(names).toEqual(['Lomu Hill Front', 'Lomu Hill Front', 'Lomu Hill Front']);
  });
});
