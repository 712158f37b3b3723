import type { Coding } from '../model/coding.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

/** Difficulties that are met before a report is coded: they are known from its bytes, not from its text. */
const OF_READING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'text-empty',
  'text-damaged',
  'text-too-long',
  'encoding-assumed',
  'metadata-unread',
  'when-impossible',
  'published-unknown',
  'language-not-coded',
  'language-uncertain',
]);

/** A report of the ledger as it was when it was read: what is coded anew then begins where the first coding did. */
export function readingOf(report: Report, { problems }: Coding): Outcome<Report> {
  const end = problems.findIndex(({ code }) => !OF_READING.has(code));
  return { value: report, problems: end === -1 ? problems : problems.slice(0, end) };
}

/** Whether the rules may code a report anew: not what a person or a model coded. */
export function isOfRules({ coder }: Pick<Coding, 'coder'>): boolean {
  return coder.startsWith('rules@');
}
