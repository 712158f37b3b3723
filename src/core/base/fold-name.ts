/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'e',
  ŋ: 'ng',
  ħ: 'h',
  ŧ: 't',
  ɓ: 'b',
  ɗ: 'd',
  ɛ: 'e',
  ɔ: 'o',
  ƴ: 'y',
  ǝ: 'e',
  ƙ: 'k',
  ŀ: 'l',
  ʃ: 'sh',
};

/**
 * A name's search key: plain small letters and digits, so that case, accents, apostrophes, hyphens, full stops and the
 * gaps between words make no difference. Letters of other scripts stay as they are.
 */
export function foldName(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  const bare = text.normalize('NFKD').toLowerCase();
  let key = '';
  for (const letter of bare) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) key += letter;
    else if (letter === '&') key += 'and';
    else if (letter > '\u007f') key += plain[letter] ?? (/\p{Ll}|\p{Lo}|\p{Nd}/u.test(letter) ? letter : '');
  }
  return key;
}
