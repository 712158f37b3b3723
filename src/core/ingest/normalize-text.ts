/** Texts beyond this many UTF-16 units are cut: a book, a dump, but no report. */
export const TEXT_LENGTH_MAX = 500_000;

/**
 * The one change that casus ever makes to a text, before anything counts in it: a byte order mark at the start goes,
 * line ends become `\n`, other control characters become spaces, and halves of surrogate pairs, which cannot be
 * stored, become U+FFFD. Letters are not composed (no NFC) and spaces not joined, because quotes must match.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** The beginning of a text that is too long, cut where a word ends. */
export function cutText(text: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return text;
  const tail = text.slice(TEXT_LENGTH_MAX - 200, TEXT_LENGTH_MAX);
  const lastSpace = tail.search(/\s\S*$/);
  return text.slice(0, lastSpace === -1 ? TEXT_LENGTH_MAX : TEXT_LENGTH_MAX - 200 + lastSpace);
}
