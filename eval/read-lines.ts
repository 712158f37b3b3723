import { readFileSync } from 'node:fs';

/** The records of a file of one JSON object a line. */
export function readLines<Row>(path: string): readonly Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}
