import type { EventTypeEntry } from '../src/core/coding/index.ts';

/** The page in which the table of event types stands between two marks. */
export const CODEBOOK_PAGE = 'docs/codebook.md';

const START = '<!-- written by npm run schema from data/codebooks/event-types.tsv -->';
const END = '<!-- end of what is written -->';

/** The page with the table of event types as the codebook has it. Throws where the marks are missing: the page is damaged. */
export function codebookPageText(page: string, types: Iterable<EventTypeEntry>): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${CODEBOOK_PAGE} has no place for the table of event types`);
  return `${page.slice(0, from + START.length)}\n${typeTable(types)}\n${page.slice(to)}`;
}

function typeTable(types: Iterable<EventTypeEntry>): string {
  const head = ['type', '¶', 'meaning', 'an example', 'ACLED', 'UCDP', 'PLOVER', 'quad'];
  const rows = [...types].map(entry => [
    `\`${entry.id}\``,
    entry.paragraph,
    entry.definition,
    entry.example === '' ? 'told as a relation (11.1)' : `“${entry.example}”`,
    [entry.acledEvent, entry.acledSubEvent].filter(name => name !== '').join(' / ') || '–',
    entry.ucdp || '–',
    [entry.ploverRoot, entry.ploverMode].filter(name => name !== '').join(' '),
    String(entry.cameoQuad),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
