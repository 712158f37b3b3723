import { expect, test } from 'vitest';
import { f1OfTally, microF1, normalFiller, tallyFillers } from './muc-fillers.ts';
import { foundRoles, foundSlots, goldRoles, goldSlots } from './muc-sample.ts';
import { slotF1, tallySlots } from './muc-slots.ts';
import { tallyTemplates } from './muc-templates.ts';
import { matchValue } from './muc-values.ts';

// The figures are those of score/muc_ree.py, muc_templates.py and muc_slots.py on the same constructed files.
test('role fillers are scored as the reference scorer does', () => {
  const tallies = tallyFillers(goldRoles, foundRoles);
  const scores = Object.fromEntries(Object.entries(tallies).map(([role, tally]) => [role, percent(f1OfTally(tally))]));
  expect(scores).toEqual({ PerpInd: 100, PerpOrg: 100, Target: 40, Victim: 85.71, Weapon: 50 });
  expect(percent(microF1(Object.values(tallies)))).toBe(72.73);
});

test('templates are aligned and scored as the reference scorer does', () => {
  const tallies = tallyTemplates(goldRoles, foundRoles);
  const scores = Object.fromEntries(Object.entries(tallies).map(([key, tally]) => [key, percent(f1OfTally(tally))]));
  expect(scores).toEqual({ incident_type: 50, PerpInd: 80, PerpOrg: 0, Target: 50, Victim: 28.57, Weapon: 50 });
  expect(percent(microF1(Object.values(tallies)))).toBe(48.07);
});

test('slots are scored as the reference scorer does', () => {
  const tallies = tallySlots(goldSlots, foundSlots);
  const scores = Object.entries(tallies).map(([slot, tally]) => [slot, percent(slotF1(tally))] as const);
  expect(Object.fromEntries(scores.filter(([, score]) => score > 0))).toEqual({
    incident_date: 75,
    incident_location: 75,
    incident_type: 60,
    perp_individual: 100,
    perp_org: 100,
    perp_org_confidence: 50,
    phys_id: 50,
    phys_number: 66.67,
    phys_effect: 50,
    hum_name: 50,
    hum_desc: 50,
    hum_number: 50,
    hum_effect: 25,
  });
  expect(percent(slotF1(...Object.values(tallies)))).toBe(58.33);
});

test('what is the same as the gold is right, and nothing found is nothing right', () => {
  expect(microF1(Object.values(tallyTemplates(goldRoles, goldRoles)))).toBe(1);
  expect(microF1(Object.values(tallyFillers(goldRoles, [])))).toBe(0);
  expect(slotF1(...Object.values(tallySlots(goldSlots, [])))).toBe(0);
});

const dates: readonly (readonly [string, string, number])[] = [
  ['26 AUG 89', '- 26 AUG 89', 0.5],
  ['16 JUL 89', '- 26 AUG 89', 0],
  ['- 26 AUG 89', '- 26 AUG 89', 1],
  ['- 25 AUG 89', '- 26 AUG 89', 0],
  ['AUG 89', '03 AUG 89', 0.5],
  ['01 AUG 89 - 04 AUG 89', '03 AUG 89', 0.5],
];
test.each(dates)('the date %s for %s earns %d', (mine, key, credit) => {
  expect(matchValue('incident_date', { value: mine }, { value: key })).toBe(credit);
});

test('words lose punctuation and articles', () => {
  expect(normalFiller('The  "Santa Rita" Bridge, an R.V.F. post')).toBe('santa rita bridge rvf post');
});

function percent(share: number): number {
  return Math.round(1e4 * share) / 100;
}
