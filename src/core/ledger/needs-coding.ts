import { canonicalJson } from '../base/canonical-json.ts';
import type { Report } from '../model/report.ts';
import { isOfRules } from './recode.ts';

/** A report of a ledger, who coded it, and whether that coder failed at it. */
export interface KnownReading {
  readonly report: Report;
  readonly coder: string;
  readonly hasFailed: boolean;
}

/**
 * Whether a report, merged with what the ledger knows of it (`known`, null for nothing), must be coded before it can be
 * added: not where nothing new is known of it and its coding is of this coder, or of a person or model whom rules
 * must not write over. A coding that failed is tried again.
 */
export function needsCoding(known: KnownReading | null, merged: Report, coder: string): boolean {
  if (known === null || canonicalJson(known.report) !== canonicalJson(merged)) return true;
  if (known.hasFailed) return true;
  return isOfRules(known) && known.coder !== coder;
}
