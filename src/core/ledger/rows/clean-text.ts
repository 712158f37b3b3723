/** Text that every database takes: letters that none can keep, NUL and half of a pair, become the replacement letter. */
export function cleanText(text: string): string {
  return /[\0\ud800-\udfff]/.test(text) ? text.replace(/\0|\p{Surrogate}/gu, '\ufffd') : text;
}

export function cleanOrNull(text: string | null): string | null {
  return text === null ? null : cleanText(text);
}
