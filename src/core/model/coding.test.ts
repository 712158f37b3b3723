import { expect, test } from 'vitest';
import { CoderName } from './coding.ts';

test.each([
  ['rules@0.1.0+9f2c', true],
  ['llm:some-model-7b', true],
  ['person:A. Reviewer', true],
  ['import:another-ledger', true],
  ['rules', false],
  ['rules@', false],
  ['somebody', false],
  ['', false],
])('coder %o: %o', (name, valid) => {
  expect(CoderName.safeParse(name).success).toBe(valid);
});
