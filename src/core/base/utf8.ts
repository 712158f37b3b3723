/**
 * UTF-8 without the platform's TextDecoder, which the core does not have: the characters of `bytes[start..end)`.
 * Input is trusted to be well formed (our own files); a broken sequence gives replacement characters, never an error.
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let at = start; at < end; ) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) text += String.fromCharCode(lead);
    else {
      const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
      let code = lead & (0x3f >> more);
      for (let i = 0; i < more && at < end; i++) code = (code << 6) | ((bytes[at++] ?? 0) & 0x3f);
      text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    }
  }
  return text;
}
