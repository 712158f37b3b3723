import { type Casualty, compatible, type Estimate } from '../../model/index.ts';
import type { Statement } from '../happening.ts';
import { byText } from '../order.ts';

/**
 * Which claims are replaced by which later ones (RULES §22): those that a report itself revises (`supersedes`), and a
 * figure that the same named speaker, or the same source in its own voice, replaces in a later report by one that
 * contradicts it or says it more exactly. Different speakers never revise each other, nor do unnamed ones.
 */
export function revisionsOf(
  statements: readonly Statement<Casualty>[],
  rowOf: (statement: Statement<Casualty>) => string,
): ReadonlyMap<string, string> {
  const replaced = new Map<string, string>();
  for (const { claim } of statements) if (claim.supersedes !== null) replaced.set(claim.supersedes, claim.id);
  for (const earlier of statements) {
    if (replaced.has(earlier.claim.id) || earlier.speaker.name === 'unnamed') continue;
    const later = statements.filter(other => rowOf(other) === rowOf(earlier) && revises(other, earlier));
    later.sort((a, b) => byText(published(b), published(a)) || byText(a.claim.id, b.claim.id));
    if (later[0] !== undefined) replaced.set(earlier.claim.id, later[0].claim.id);
  }
  return replaced;
}

function revises(later: Statement<Casualty>, earlier: Statement<Casualty>): boolean {
  if (later.speaker.key !== earlier.speaker.key) return false;
  if (earlier.report.publishedAt === null || published(later) <= published(earlier)) return false;
  const [now, then] = [later.claim.estimate, earlier.claim.estimate];
  return !compatible(now, then) || isNarrower(now, then);
}

/** Whether the first lies within the second and leaves some of it out. */
function isNarrower(now: Estimate, then: Estimate): boolean {
  if (now.low === null || now.high === null) return false;
  const within = now.low >= (then.low ?? 0) && now.high <= (then.high ?? Number.POSITIVE_INFINITY);
  return within && (now.low !== then.low || now.high !== then.high);
}

function published({ report }: Statement): string {
  return report.publishedAt ?? '';
}
