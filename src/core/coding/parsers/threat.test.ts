import { describe, expect, test } from 'vitest';
import { codeText } from '../../../../test/coding-table.ts';

// Constructed sentences: condition | consequence | by whom and how. A rebel group stands behind each, so that somebody is armed.
test.each<[string, string[]]>([
  [
    'The defence ministry said: “Should the shelling go on, the armed forces will silence the guns.”',
    ['Should the shelling go on | the armed forces will silence the guns | threaten'],
  ],
  [
    'He warned that any landing on the shoals would be met with force.',
    ['any landing on the shoals | would be met with force | threaten'],
  ],
  [
    'The militia warned that whoever lends his boat to the army, his market will be closed.',
    ['whoever lends his boat to the army | his market will be closed | threaten'],
  ],
  [
    'If guards are not provided by June, deliveries of food will stop.',
    ['If guards are not provided by June | deliveries of food will stop | warn'],
  ],
  [
    'Farmers were warned to leave the road or be dealt with as rebels.',
    ['to leave the road | be dealt with as rebels | threaten'],
  ],
  [
    '“We have lost good men, but we shall hunt them down,” the governor said.',
    ['– | we shall hunt them down | threaten'],
  ],
  [
    'The United Nations warned that thousands will starve unless the road opens.',
    ['unless the road opens | thousands will starve | warn'],
  ],
])('%s', (text, expected) => expect(warnings(text)).toEqual(expected));

describe('no threat', () => {
  test.each([
    'He promised that officers are on their trail.',
    'The governor vowed to rebuild the town.',
    'The group pledged allegiance to the Islamic State.',
    'If the talks succeed, the road will reopen, the governor said.',
    'The group poses a threat to peace.',
    'The town would have been attacked long ago if it had no wall, the mayor said.',
    'The units are in position, thus threatening the last defences of the town.',
  ])('%s', text => expect(warnings(text)).toEqual([]));
});

function warnings(text: string): readonly string[] {
  const whole = `${text} The rebels of the north hold the hills.`;
  return codeText(whole).claims.flatMap(claim => {
    if (claim.kind !== 'warning') return [];
    const words = (span: { start: number; end: number } | null) =>
      span === null ? '–' : whole.slice(span.start, span.end);
    return [`${words(claim.condition)} | ${words(claim.consequence)} | ${claim.act}`];
  });
}
