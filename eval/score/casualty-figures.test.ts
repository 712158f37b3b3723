import { expect, test } from 'vitest';
import { codeText } from '../../test/coding-table.ts';
import { type CasualtyFigures, casualtyFigures } from './casualty-figures.ts';

// Reports of our own; the sentence of a claim is counted by the full stops before it.
test.each<[string, CasualtyFigures]>([
  ['Two men were killed and three wounded in the attack.', { killed: 2, injured: 3 }],
  // Those shot who are not among the dead were injured.
  ['Five people were shot in the market. One of the men died.', { killed: 1, injured: 4 }],
  // One who was hurt and one who died apart from him are one person.
  [
    'A boy was wounded on Monday. He had played in the street. The boy died in the hospital.',
    { killed: 1, injured: 0 },
  ],
  ['A boy died and his sister was wounded.', { killed: 1, injured: 1 }],
  // Parts are no further victims.
  ['Nine traders were killed, including three women.', { killed: 9, injured: 0 }],
  // The news stands on top; older incidents below it do not count.
  [
    'A boy was killed on Monday. Police searched the street. Nobody was arrested. The road was closed. In an earlier raid 30 people were killed.',
    { killed: 1, injured: 0 },
  ],
  ['The rains were late this year.', { killed: 0, injured: 0 }],
])('%s', (text, figures) => {
  const claims = codeText(text).claims.filter(claim => claim.kind === 'casualty');
  const sentenceOf = (start: number) => text.slice(0, start).split('. ').length - 1;
  const placed = claims.map(claim => ({ claim, sentence: sentenceOf(claim.evidence.span.start) }));
  expect(casualtyFigures(placed)).toEqual(figures);
});
