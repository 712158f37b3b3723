/** What the splitters know of English spelling: the lines of data/language/tokens.tsv as sets. */
export interface TokenRules {
  /** Lower-case prefixes that stay joined over a hyphen: `anti`, `ex`. */
  readonly prefixes: ReadonlySet<string>;
  /** Abbreviations that never end a sentence (`Gen.`), with their full stop. */
  readonly titles: ReadonlySet<string>;
  /** Abbreviations that end one only before a starter (`U.S.`, `etc.`). */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations that end none before a number (`Oct. 3`, `No. 7`). */
  readonly beforeNumbers: ReadonlySet<string>;
  /** Currency letters that split from the number after them: `Rs` in `Rs20`. */
  readonly currencies: ReadonlySet<string>;
  /** Capitalised words that begin a sentence even after an abbreviation: `The`, `He`. */
  readonly starters: ReadonlySet<string>;
}

/** Reads the lines of data/language/tokens.tsv; lines that start with `#` are notes. */
export function readTokenRules(lines: readonly string[]): TokenRules {
  const of = (kind: string): Set<string> => {
    const rows = lines.map(line => line.split('\t')).filter(([first]) => first === kind);
    return new Set(rows.map(([, form]) => form));
  };
  return {
    prefixes: of('prefix'),
    titles: of('title'),
    abbreviations: of('abbreviation'),
    beforeNumbers: of('month'),
    currencies: of('currency'),
    starters: of('starter'),
  };
}
