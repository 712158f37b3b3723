import { readFileSync } from 'node:fs';
import { readTable } from '../../../core/base/table.ts';

/** Tells whether a line of a page is no sentence of its article but furniture: "Advertisement", "Read more: …". */
export type PageWords = (line: string) => boolean;

const START_LENGTH_MAX = 200;
const TABLE = new URL('../../../../data/sources/page-words.tsv', import.meta.url);

/** Loads the words that pages print between the paragraphs of their articles. */
export function loadPageWords(): PageWords {
  const rows = readTable(readFileSync(TABLE, 'utf8'));
  const of = (kind: string) => rows.filter(row => row['kind'] === kind).map(row => (row['words'] ?? '').toLowerCase());
  const whole = new Set(of('whole'));
  const starts = of('start');
  return line => {
    const folded = line.toLowerCase();
    if (whole.has(folded.replace(/[.…:!]+$/, ''))) return true;
    return line.length <= START_LENGTH_MAX && starts.some(start => folded.startsWith(start));
  };
}
