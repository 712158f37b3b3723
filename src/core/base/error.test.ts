import { describe, expect, test } from 'vitest';
import { CasusError, ERRORS, EXIT_CODES, exitCodeOf } from './error.ts';

describe('CasusError', () => {
  test('says what happened to what, what helps, and keeps the cause', () => {
    const cause = new Error('EACCES');
    const error = new CasusError('file-unreadable', 'a.txt', { detail: 'permission denied', cause });
    expect(error).toMatchObject({ code: 'file-unreadable', subject: 'a.txt', exitCode: 1, cause });
    expect(error.message).toBe('a.txt: the file cannot be read (permission denied)');
    expect(error.advice).toBe(ERRORS['file-unreadable'].advice);
  });

  test('has no cause where there is none', () => {
    expect('cause' in new CasusError('file-empty', 'a.txt')).toBe(false);
  });
});

test.each([
  [new CasusError('file-empty', 'a.txt'), 1],
  [new CasusError('usage-invalid', '--date'), 2],
  [new CasusError('ledger-locked', 'ledger'), 3],
  [new RangeError('broken invariant'), 4],
  ['thrown text', 4],
])('exit code of %s', (thrown, code) => {
  expect(exitCodeOf(thrown)).toBe(code);
  expect(EXIT_CODES).toHaveProperty(String(code));
});

test.each(Object.entries(ERRORS))('%s reads well after a subject', (code, { message, advice }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(message).toMatch(/^[a-z].*[^.]$/);
  expect(advice).toMatch(/^[A-Z].*\.$/);
  expect(`${message}${advice}`).not.toContain('|');
});
