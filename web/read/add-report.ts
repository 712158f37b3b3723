import type { ReportInput } from '../../src/core/ingest/index.ts';
import { postJson } from './post-json.ts';

/** What became of a report that was added. */
export interface Added {
  readonly reportId: string;
  readonly change: 'added' | 'corrected' | 'recoded' | 'unchanged';
  readonly failed: string | null;
  readonly incidents: readonly string[];
}

/** Sends a report to be added. Throws a `SourceError` that says what helps. */
export function addReport({ text, given = {} }: ReportInput, token: string): Promise<Added> {
  const body = {
    text,
    ...(given.headline == null ? {} : { headline: given.headline }),
    ...(given.publishedAt == null ? {} : { publishedAt: given.publishedAt }),
    ...(given.source == null ? {} : { source: given.source.name }),
  };
  return postJson('/reports', body, token);
}
