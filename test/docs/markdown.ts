/** One line of a page that is prose: neither code, table, heading nor front matter. */
export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** A fenced block: what stands after the fence's marks, its text, and where the text begins in the page. */
export interface CodeBlock {
  readonly info: string;
  readonly text: string;
  readonly start: number;
}

/** The targets of all links and images of a page, those in code left out. */
export function links(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
}

/** The anchors that the headings of a page make, as GitHub and GitLab form them. */
export function anchors(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}

/** The npm scripts that a page names, in prose or code. */
export function namedScripts(markdown: string): readonly string[] {
  const named = [...markdown.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, script]) => script ?? '');
  const short = [...markdown.matchAll(/npm (start|test)\b/g)].map(([, script]) => script ?? '');
  return [...new Set([...named, ...short])];
}

/** The files of the repository that a page names in backticks by a path from the top folder. */
export function namedFiles(markdown: string): readonly string[] {
  const top = /`((?:src|test|data|models|scripts|eval|train|examples|docs|bin|\.ci)\/[\w./-]*)`/g;
  return [...new Set([...markdown.matchAll(top)].map(([, path]) => path ?? ''))];
}

/** The fenced blocks of a page, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(/^(```(.*)\n)([\s\S]*?)^```$/gm)].map(
    ({ 1: fence = '', 2: info = '', 3: text = '', index }) => ({
      info,
      text,
      start: index + fence.length,
    }),
  );
}

/** Lines of prose with more than one sentence: `docs/` has one sentence a line, so that a diff shows which changed. */
export function crowdedLines(markdown: string): readonly ProseLine[] {
  return proseLines(markdown).filter(({ text }) => /[.!?][)"”]?\s+(?=[\p{Lu}`"“(])/u.test(withoutAbbreviations(text)));
}

function proseLines(markdown: string): readonly ProseLine[] {
  const withoutCode = markdown.replace(/^```[\s\S]*?^```$/gm, block => block.replace(/[^\n]/g, ''));
  return withoutCode
    .split('\n')
    .map((text, i) => ({ line: i + 1, text }))
    .filter(({ text }) => text !== '' && !/^(\||#|---)/.test(text));
}

function withoutAbbreviations(text: string): string {
  return text.replace(/`[^`]*`/g, '`x`').replace(/\b(e\.g|i\.e|etc|vs|no|St|Dr|Gen|U\.S|[A-Z])\./g, '$1');
}
