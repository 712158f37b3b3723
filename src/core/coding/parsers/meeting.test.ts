import { expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';
import type { Claim } from '../../model/claim.ts';

// Constructed sentences: who held the meeting | in which words.
test.each<[string, string[]]>([
  [
    'President Bola Tinubu chaired a meeting of the security council on Monday.',
    ['Bola Tinubu | President Bola Tinubu chaired a meeting of the security council on Monday'],
  ],
  [
    'The defence minister, who convened an urgent session on the front, left early.',
    ['defence minister | defence minister, who convened an urgent session on the front'],
  ],
  ['The defence minister could hold a meeting on the front.', []],
  ['The club held a meeting in Athens.', []],
])('%s', (text, expected) => expect(meetings(text).map(told)).toEqual(expected));

test('a meeting that is only reported is told with its hedge', () => {
  const [claim] = meetings('Army chief Musa Diallo reportedly held an emergency meeting with his commanders.');
  expect([claim?.certainty, claim?.hedges.map(({ quote }) => quote)]).toEqual(['probable', ['reportedly']]);
});

test('what a threat takes for granted is an accusation and no news', () => {
  const { claims } = codeText('Hamas warned that if Israel continued to shell villages, it would close the road.');
  const event = claims.find(({ kind }) => kind === 'event');
  expect([event?.act, event?.scope]).toEqual(['accuse', 'background']);
});

function meetings(text: string): readonly Claim[] {
  return codeText(text).claims.filter(({ rule }) => rule === 'event/meeting');
}

function told(claim: Claim): string {
  const chair = claim.kind === 'event' ? claim.roles.map(({ actor }) => actor.name).join(', ') : '';
  return `${chair} | ${claim.evidence.quote}`;
}
