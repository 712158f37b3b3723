import { expect, test } from 'vitest';
import { PROBLEMS, Problem, problem } from './problem.ts';

const CODES = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];

test.each(CODES)('%s has a sentence of its own and makes a valid problem', code => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(PROBLEMS[code]).toMatch(/^[A-Z].*\.$/);
  expect(CODES.filter(other => PROBLEMS[other] === PROBLEMS[code])).toEqual([code]);
  expect(Problem.parse(problem(code))).toEqual({ code, message: PROBLEMS[code], span: null });
});

test('a problem may say more exactly what was met, and where', () => {
  const made = problem('when-impossible', { start: 4, end: 15 }, '31 February does not exist.');
  expect(Problem.parse(made)).toEqual({
    code: 'when-impossible',
    message: '31 February does not exist.',
    span: { start: 4, end: 15 },
  });
  expect(Problem.safeParse({ ...made, code: 'no-such-code' }).success).toBe(false);
});
