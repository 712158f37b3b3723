/** An XML or HTML element as text. Attributes and text are escaped; children are elements already made. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return children.length === 0
    ? `<${name}${said.join('')}/>`
    : `<${name}${said.join('')}>${children.join('')}</${name}>`;
}

/** Text as it may stand in XML and HTML. Characters that XML 1.0 forbids are left out. */
export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** All but the characters that XML 1.0 §2.2 allows; half a surrogate pair is not one of them. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
