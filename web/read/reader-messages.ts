import type { ReadText } from '../../src/core/api/read-text.ts';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import type { Loaded } from './load-reader.ts';

/** What the page asks of the worker that reads. */
export type Request =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'read'; readonly id: number; readonly input: ReportInput };

/** What the worker tells: a failure without a number is that of loading. */
export type Answer =
  | { readonly kind: 'loaded'; readonly loaded: Loaded }
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ReadText }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string };
