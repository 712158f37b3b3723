import { expect, test } from 'vitest';
import { linesOf, linesSection, readModelFile, sectionOf, writeModelFile } from './model-file.ts';

const sections = [
  { name: 'odd.bytes', data: Uint8Array.of(1, 2, 3) },
  { name: 'weights', data: Int16Array.of(-300, 300) },
  linesSection('names', ['Çağla', '', '語']),
];

function written(): Uint8Array {
  return writeModelFile(sections);
}

test('sections read back in place as they were written', () => {
  const file = readModelFile(written());
  expect([...sectionOf(file, 'odd.bytes', Uint8Array)]).toEqual([1, 2, 3]);
  expect([...sectionOf(file, 'weights', Int16Array)]).toEqual([-300, 300]);
  expect(sectionOf(file, 'weights', Int16Array).buffer).toBe(file.bytes.buffer);
  expect(linesOf(file, 'names')).toEqual(['Çağla', '', '語']);
});

test('the same sections give the same bytes', () => {
  expect(written()).toEqual(written());
});

test('bytes that do not start on an 8-byte boundary are read all the same', () => {
  const shifted = new Uint8Array(written().length + 1);
  shifted.set(written(), 1);
  expect([...sectionOf(readModelFile(shifted.subarray(1)), 'weights', Int16Array)]).toEqual([-300, 300]);
});

test.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
  ['empty', () => new Uint8Array(0), /expected at least 16 bytes, found 0/],
  ['another kind of file', bytes => bytes.fill(0x50, 0, 4), /expected the magic word CASM, found 0x50505050/],
  ['a later format', bytes => bytes.fill(9, 4, 5), /expected format version 1, found version 9/],
  ['cut short', bytes => bytes.slice(0, -8), /expected checksum [0-9a-f]+, found [0-9a-f]+: the file is damaged/],
  [
    'a directory that is not there',
    bytes => bytes.slice(0, 40),
    /expected a directory of 3 sections .* found 40 bytes/,
  ],
  ['one bit turned', bytes => bytes.fill(bytes[bytes.length - 9] ^ 1, -9, -8), /expected checksum/],
])('a damaged file is refused with what was expected and found: %s', (_, damage, message) => {
  expect(() => readModelFile(damage(written()))).toThrow(message);
});

test('a missing section is named', () => {
  expect(() => sectionOf(readModelFile(written()), 'parser', Int8Array)).toThrow(
    'expected a section named parser, found only odd.bytes, weights, names',
  );
});
