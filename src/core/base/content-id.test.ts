import { expect, test } from 'vitest';
import { contentId, sha256Hex } from './content-id.ts';

test('SHA-256 of the UTF-8 bytes, as its standard gives it', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});

test('an id has a prefix and 80 bits, and follows from the content alone', () => {
  expect(contentId('rep', { a: 1, b: 2 })).toMatch(/^rep_[0-9a-f]{20}$/);
  expect(contentId('rep', { b: 2, a: 1 })).toBe(contentId('rep', { a: 1, b: 2 }));
  expect(contentId('rep', { a: 1, b: 3 })).not.toBe(contentId('rep', { a: 1, b: 2 }));
  expect(contentId('rep', { a: '1' })).not.toBe(contentId('rep', { a: 1 }));
});
