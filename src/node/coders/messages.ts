import type { ErrorCode } from '../../core/base/error.ts';
import type { Coding, Outcome, Report } from '../../core/model/index.ts';

/** To a worker: reports to code, in this order. */
export type Batch = readonly Outcome<Report>[];

/** From a worker: that it can begin, why it cannot, or what came of the next report of its batch. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly code: ErrorCode | null; readonly subject: string; readonly detail: string }
  | { readonly kind: 'coded'; readonly coding: Coding }
  | { readonly kind: 'failed'; readonly reason: string };
