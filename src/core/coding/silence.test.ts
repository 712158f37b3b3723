import { expect, test } from 'vitest';
import { codeText } from '../../../test/coding-table.ts';

/** The figures of a sentence that follows upon an attack, as harm and estimate; the incident is invented. */
function figuresOf(sentence: string): readonly string[] {
  const { claims } = codeText(`Rebels attacked the base at Gao on Monday. ${sentence}`, '2023-05-18');
  return claims.flatMap(claim =>
    claim.kind === 'casualty' ? [`${claim.harm} ${claim.estimate.low}–${claim.estimate.high} ${claim.certainty}`] : [],
  );
}

// Unknown is never zero, and never one either (codebook §5.3).
test.each<[string, readonly string[]]>([
  ['He gave no casualty figures.', []],
  ['There was no word on casualties.', []],
  ['There were no immediate reports of casualties.', []],
  ['It was not clear if there were any casualties.', []],
  ['The ministry did not say how many were killed.', []],
  ['No casualty toll was given.', []],
  ['She had no figure for the dead.', []],
  ['There were no reports of injuries.', ['killed-or-injured 0–0 probable']],
  ['Nobody was hurt, police said.', ['killed-or-injured 0–0 certain']],
  ['The strike caused no deaths.', ['killed 0–0 certain']],
  ['The hospital reported a toll of nine dead.', ['killed 9–9 certain']],
])('%s', (sentence, expected) => expect(figuresOf(sentence)).toEqual(expected));
