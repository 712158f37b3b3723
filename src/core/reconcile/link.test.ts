import { expect, test } from 'vitest';
import { type ToldEvent, told } from '../../../test/told.ts';
import { accountsOf } from './account.ts';
import { indexAccounts, link } from './link.ts';

const CLASH: ToldEvent = {
  type: 'armed-clash',
  actor: 'Northern Front',
  recipient: 'Army of Kesh',
  place: ['Dalan', 30, 50, 10],
  days: ['2025-03-04', '2025-03-04'],
};

function accounts(events: Readonly<Record<string, ToldEvent>>) {
  const made = Object.entries(events).map(([id, event]) => told({ id, published: '2025-03-05', events: [event] }));
  return accountsOf(
    made.map(({ report }) => report),
    made.map(({ coding }) => coding),
  );
}

test('an account finds those of its happening, the likeliest first, with reasons', () => {
  const index = indexAccounts(
    accounts({
      same: { ...CLASH, figures: [{ says: 'author', low: 6, high: 6, side: 'Army of Kesh' }] },
      vaguer: { ...CLASH, type: 'attack', place: ['Dalan District', 30, 50, 40] },
      later: { ...CLASH, days: ['2025-03-09', '2025-03-09'] },
      elsewhere: { ...CLASH, place: ['Sur', 40, 50, 10] },
    }),
  );
  const [own] = accounts({ r1: { ...CLASH, figures: [{ says: 'author', low: 6, high: 6, side: 'Army of Kesh' }] } });
  const links = own === undefined ? [] : link(own, index);
  expect(links.map(({ account }) => account.report.id)).toEqual(['same', 'vaguer']);
  expect(links[0]?.features).toEqual({ place: 1, time: 1, actors: 1, type: 1, figures: 1 });
  expect(links[1]?.why).toMatch(/place 0\.74: .*Dalan District.* radii .*40/);
});

test('an account is not linked with itself, nor with another of its report', () => {
  const [own] = accounts({ r1: CLASH });
  if (own === undefined) throw new Error('no account');
  const index = indexAccounts([own, { ...own, id: 'another' }]);
  expect(link(own, index)).toEqual([]);
});

test('an account without a day looks into every week, one without a place finds others by its sides', () => {
  const index = indexAccounts(accounts({ same: CLASH }));
  const vague = accounts({
    undated: { ...CLASH, days: undefined },
    unplaced: { ...CLASH, place: undefined },
  });
  const whole = { says: 'author', low: 6, high: 6, side: 'Army of Kesh' } as const;
  const found = vague.map(account => link(account, index).length);
  expect(found).toEqual([1, 1]);
  const bare = accounts({ bare: { figures: [whole] } });
  expect(bare.map(account => link(account, index).length)).toEqual([0]);
});
