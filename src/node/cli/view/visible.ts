/**
 * Makes text from outside safe to print: line breaks and tabs become spaces, other control characters become visible
 * pictures (a report must not be able to move the cursor or set colours), and characters that turn the direction of
 * what follows are dropped. Offsets do not survive this, so a text is cut at its marks first.
 */
export function visible(text: string): string {
  return Array.from(text, visibleCharacter).join('');
}

function visibleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a || code === 0x0d || code === 0x09 || code === 0x2028 || code === 0x2029) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0x80 && code <= 0x9f) return '\uFFFD';
  return isDirectionControl(code) ? '' : character;
}

/** Embeddings, overrides and isolates: left open in a report, they would turn the rest of the screen around. */
function isDirectionControl(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
