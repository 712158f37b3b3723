/** Words of a filler without punctuation, articles and capitals, as CEAF-REE compares them. */
export function fillerText(words: string): string {
  return words
    .toLowerCase()
    .replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
