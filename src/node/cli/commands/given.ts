import type { ReportMetadata } from '../../../core/ingest/index.ts';
import type { GivenOptions } from '../options.ts';

/** What the user says of the reports, as ingest takes it: only what was said. */
export function givenMetadata({ published, source }: GivenOptions): ReportMetadata {
  return {
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(source === undefined ? {} : { source: { name: source } }),
  };
}
