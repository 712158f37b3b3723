import { contentId } from '../base/content-id.ts';
import type { Coding } from '../model/coding.ts';
import type { Outcome } from '../model/outcome.ts';
import { PROBLEMS, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

/** What stands in the ledger for a report at which a coder failed: nothing coded, and the reason. The text is kept. */
export function failedCoding({ value, problems }: Outcome<Report>, coder: string, reason: string): Coding {
  const failed = problem('coding-failed', null, `${PROBLEMS['coding-failed']} (${reason})`);
  const content = { reportId: value.id, coder, claims: [], events: [], problems: [...problems, failed] };
  return { id: contentId('cod', content), ...content };
}

/** Why a coder failed at this report, null where none did. */
export function failureOf({ problems }: Pick<Coding, 'problems'>): string | null {
  return problems.find(({ code }) => code === 'coding-failed')?.message ?? null;
}
