/** A name in capitals: one to five words, "AFP", "Agence Sahel Presse", "AFP/Newsline". */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.&'’/-]+(?: (?:(?:of|de|the) )?\p{Lu}[\p{L}\p{M}.&'’/-]+){0,4}`;
/** "(Agence Sahel Presse)", as the last line or after the last sentence. */
const IN_BRACKETS = new RegExp(String.raw`(?:^|[.!?]["”’]? *)\((?:with |source: )?(${NAME})\)\.?$`, 'u');
/** "— AFP" after the last sentence, or as the last line: one word, because "— Anna Karsa" closes a quotation. */
const AFTER_DASH = /(?:^|[.!?] *)(?:[–—]|--?) ?(\p{Lu}[\p{L}/-]+)\.?$/u;
const CREDIT = new RegExp(
  String.raw`^\(?(?:[Ww]ith (?:inputs?|reports?|reporting) (?:from|by)|[Ss]ource:) (${NAME})\)?\.?$`,
  'u',
);
const CLOSING_WORD = /^(?:ends?|more)$/i;

/**
 * The agency that a text names as its origin, at its end or in its dateline; null when it names none, or its own
 * publisher, in full or by its initials.
 */
export function syndicatedFrom(text: string, agency: string | null, publisher: string | null): string | null {
  const lastLine = /[^\n]*$/.exec(text.slice(-400).trimEnd())?.[0].trim() ?? '';
  const named =
    agency ??
    [IN_BRACKETS, AFTER_DASH, CREDIT]
      .map(form => form.exec(lastLine)?.[1])
      .find(name => name !== undefined)
      ?.replace(/\.$/, '');
  if (named === undefined || CLOSING_WORD.test(named)) return null;
  return publisher !== null && isSameName(named, publisher) ? null : named;
}

function isSameName(name: string, publisher: string): boolean {
  const [a, b] = [bare(name), bare(publisher)];
  return a === b || a === initials(publisher) || b === initials(name);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^the |[^\p{L}\p{N} ]/gu, '');
}

function initials(name: string): string {
  return [...name.matchAll(/(?<![\p{L}'’])\p{Lu}/gu)].join('').toLowerCase();
}
