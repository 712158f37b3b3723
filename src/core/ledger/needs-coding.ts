import { canonicalJson } from '../base/canonical-json.ts';
import { failureOf } from '../coding/failed-coding.ts';
import type { Report } from '../model/report.ts';
import type { CodedReport } from './plan-append.ts';
import { isOfRules } from './recode.ts';

/**
 * Whether a report, merged with what the ledger knows of it (`known`, null for nothing), must be coded before it can be
 * added: not where nothing new is known of it and its coding is of this coder, or of a person or model whom rules
 * must not write over. A coding that failed is tried again.
 */
export function needsCoding(known: CodedReport | null, merged: Report, coder: string): boolean {
  if (known === null || canonicalJson(known.report) !== canonicalJson(merged)) return true;
  if (failureOf(known.coding) !== null) return true;
  return isOfRules(known.coding) && known.coding.coder !== coder;
}
