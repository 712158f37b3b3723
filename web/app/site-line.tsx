import type { DataSource } from '../data/data-source.ts';
import { hashOf } from './route.ts';

/** What a published page is, on top of every view: its title, and whether names of private persons are masked. */
export function SiteLine({ site: { title, stamp } }: { readonly site: NonNullable<DataSource['site']> }) {
  return (
    <p className="ledger-line site-line">
      <strong dir="auto">{title}</strong> · a published record
      {stamp.filters.length === 0 ? '' : `, narrowed down to ${stamp.filters.join(', ')}`} · names of private persons{' '}
      {stamp.redacted ? 'masked' : 'not masked'} ·{' '}
      <a href={hashOf({ path: ['about'] })}>how it was made, and its files</a>
    </p>
  );
}
