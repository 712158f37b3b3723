import { canonicalJson } from '../base/canonical-json.ts';
import { Coding } from '../model/coding.ts';
import { Report } from '../model/report.ts';
import type { EntryContent, ReportHead } from './entry.ts';
import { mergeReport } from './merge-report.ts';

/** A report and what was coded from it: what is added to a ledger, whole or not at all. */
export interface CodedReport {
  readonly report: Report;
  readonly coding: Coding;
}

/** What adding a report did: new, more known about it, coded anew with nothing else new, or nothing. */
export type Change = 'added' | 'corrected' | 'recoded' | 'unchanged';

export interface AppendPlan {
  readonly change: Change;
  readonly contents: readonly EntryContent[];
}

/**
 * The entries that a coded report needs in a ledger which knows `known` of it. The same report and coding need none. A
 * reading that knows less than the ledger adds nothing, its coding included: it was made from less.
 */
export function planAppend(known: CodedReport | null, read: CodedReport): AppendPlan {
  // The last gate before the ledger: what breaks the model is a bug of whoever made it, and must not be kept for ever.
  const report = Report.parse(read.report);
  const coding = Coding.parse(read.coding);
  if (coding.reportId !== report.id) throw new RangeError(`coding ${coding.id} is not of report ${report.id}`);
  const coded: EntryContent = { kind: 'coding', coding };
  if (known === null) return { change: 'added', contents: [{ kind: 'report', report }, coded] };

  const merged = mergeReport(known.report, report);
  const recoded = known.coding.id === coding.id ? [] : [coded];
  if (!equal(merged, known.report)) {
    return {
      change: 'corrected',
      contents: [{ kind: 'correction', reportId: report.id, head: headOf(merged) }, ...recoded],
    };
  }
  const knowsLess = !equal(merged, { ...report, retrievedAt: merged.retrievedAt, provenance: merged.provenance });
  if (knowsLess || recoded.length === 0) return { change: 'unchanged', contents: [] };
  return { change: 'recoded', contents: recoded };
}

function headOf({ id: _id, text: _text, ...head }: Report): ReportHead {
  return head;
}

function equal(a: Report, b: Report): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
