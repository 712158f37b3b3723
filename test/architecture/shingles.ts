/** The runs of `size` words of a text, each once: lower case, letters and digits only, so that punctuation hides nothing. */
export function shingles(text: string, size: number): ReadonlySet<string> {
  return new Set(runsOf(text, size));
}

/** The runs of words that a text shares with a set of them, each once, in the order of the text. */
export function sharedRuns(text: string, runs: ReadonlySet<string>, size: number): readonly string[] {
  const shared = new Set<string>();
  for (const run of runsOf(text, size)) {
    if (runs.has(run)) shared.add(run);
  }
  return [...shared];
}

function* runsOf(text: string, size: number): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i + size <= words.length; i++) yield words.slice(i, i + size).join(' ');
}
