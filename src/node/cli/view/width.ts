/** The grapheme clusters of a text: what a reader takes for one character, however many code points it is made of. */
export function graphemes(text: string): readonly string[] {
  return isPlain(text) ? [...text] : Array.from(segmenter().segment(text), ({ segment }) => segment);
}

/** How many columns a text takes on a terminal: wide characters and emoji two, combining and invisible ones none. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** Fills a text up to `width` columns with spaces, behind it or before it. */
export function padded(text: string, width: number, side: 'end' | 'start' = 'end'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'end' ? text + spaces : spaces + text;
}

/** Shortens a text to at most `width` columns; `…` marks what is left out. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    const next = graphemeWidth(grapheme);
    if (used + next > width - 1) break;
    kept += grapheme;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}

const INVISIBLE = /[\p{M}\p{Cf}\p{Cc}]/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const EMOJI = /^\p{Emoji_Presentation}|\ufe0f/u;

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme) || EMOJI.test(grapheme)) return 2;
  let letters = 0;
  for (const character of grapheme) if (!INVISIBLE.test(character)) letters += 1;
  return letters;
}

/** Made when it is needed: it takes longer than all the rest of a page, and nearly no page needs it. */
function segmenter(): Intl.Segmenter {
  return new Intl.Segmenter('en', { granularity: 'grapheme' });
}

/** ASCII, Latin letters, usual punctuation, lines and our own marks: one column each, and each by itself. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2500-\u257f●▸◂⟦⟧]*$/.test(text);
}
