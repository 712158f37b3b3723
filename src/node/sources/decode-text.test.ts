import { describe, expect, test } from 'vitest';
import { decodeText, isBinary } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  test.each<[string, Uint8Array, string, readonly string[]]>([
    ['ASCII', utf8('Five hurt'), 'Five hurt', []],
    ['UTF-8', utf8('Fünf “hurt” – ي'), 'Fünf “hurt” – ي', []],
    ['UTF-8 with a mark', utf8('\uFEFFFünf'), 'Fünf', []],
    ['UTF-16, little end first', utf16('Fünf – ي', 'le'), 'Fünf – ي', []],
    ['UTF-16, big end first', utf16('Fünf – ي', 'be'), 'Fünf – ي', []],
    [
      'Windows-1252',
      latin('The general said: \x93no\x94 \x96 caf\xe9'),
      'The general said: “no” – café',
      ['encoding-assumed'],
    ],
    ['a broken letter among good ones', Uint8Array.of(...utf8('Fünf Männer'), 0xe4, 0x20), 'Fünf Männer\uFFFD ', []],
    ['a cut end', utf8('Fünf Männer – ').subarray(0, -2), 'Fünf Männer \uFFFD', []],
    ['another alphabet', latin('\xcf\xf0\xe8\xe2\xe5\xf2 \xe2\xf1\xe5\xec'), '\uFFFD'.repeat(6), []],
    ['a byte without a character', latin('Five \x81 hurt'), 'Five \uFFFD hurt', []],
    ['nothing', utf8(''), '', []],
  ])('%s', (_, bytes, text, problems) => {
    const decoded = decodeText(bytes);
    expect(decoded.text.startsWith(text)).toBe(true);
    expect(decoded.problems.map(({ code }) => code)).toEqual(problems);
  });
});

describe('isBinary', () => {
  test.each<[string, Uint8Array, boolean]>([
    ['text', utf8('Five hurt\r\n\tFünf \x1b[1m\f'), false],
    ['UTF-16 with its mark', utf16('Five hurt', 'le'), false],
    ['UTF-16 without', utf16('Five hurt', 'le').subarray(2), true],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), true],
    ['a NUL far down', utf8(`${'Five hurt. '.repeat(20_000)}\0`), true],
    ['control characters', utf8(`${'\x01\x02\x03'.repeat(5)}${'a'.repeat(100)}`), true],
    ['a single control character', utf8(`\x01${'a'.repeat(100)}`), false],
    ['nothing', utf8(''), false],
  ])('%s', (_, bytes, expected) => {
    expect(isBinary(bytes)).toBe(expected);
  });
});
