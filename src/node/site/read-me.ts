import type { Site } from '../../core/api/site.ts';
import { NOTICE } from '../../core/export/stamp.ts';

/** What whoever finds the files of a site should know of them, in plain text. */
export function readMe({ title, stamp, size, downloads, hasReader }: Omit<Site, 'files'>): string {
  const days = stamp.from === null ? 'no dated incidents' : `${stamp.from} to ${stamp.until}`;
  return `${[
    title,
    '',
    NOTICE,
    '',
    `Made by:      ${stamp.generator}`,
    `Coded by:     ${stamp.coders.join(', ')}`,
    `Toll policy:  ${stamp.policy}`,
    `Time range:   ${days}`,
    `Filters:      ${stamp.filters.length === 0 ? 'none: all that the ledger holds' : stamp.filters.join(', ')}`,
    `Holds:        ${size.reports} reports, ${size.claims} claims, ${size.incidents} incidents`,
    `Names:        ${stamp.redacted ? 'names of private persons are masked, as far as a program finds them' : 'names of private persons are NOT masked'}`,
    '',
    'What is not known is left empty; it is not zero. Rows of a toll overlap: never add them up.',
    'The quotes and texts belong to the publishers of the reports.',
    '',
    'Files',
    ...downloads.map(({ path, describes }) => `  ${path}: ${describes}`),
    '  record.json: reports, claims and incidents as one public record, which the page shows',
    '  site.json: how this came to be, and every file with its SHA-256',
    '  index.html, assets/: the page; put the whole folder on any web server',
    ...(hasReader ? ['  reader/: the models by which the page reads texts, in the browser'] : []),
  ].join('\n')}\n`;
}
