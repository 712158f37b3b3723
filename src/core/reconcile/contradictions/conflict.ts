import type { Contradiction } from '../../model/index.ts';
import type { Statement } from '../happening.ts';

/** Statements that cannot all hold on one field, before they become a `Contradiction`. */
export interface Conflict {
  readonly field: string;
  readonly statements: readonly Statement[];
  /** For figures: how far apart the accounts furthest apart are. */
  readonly gap: number | null;
  readonly why: string;
}

/** One contradiction per field, of all conflicts on it. Fewer than two speakers contradict nobody (RULES §23). */
export function contradictionsOf(conflicts: readonly Conflict[]): readonly Contradiction[] {
  const fields = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const others = fields.get(conflict.field) ?? [];
    others.push(conflict);
    fields.set(conflict.field, others);
  }
  const found: Contradiction[] = [];
  for (const [field, parts] of fields) {
    const statements = parts.flatMap(part => part.statements);
    if (new Set(statements.map(({ speaker }) => speaker.key)).size < 2) continue;
    const gaps = parts.map(({ gap }) => gap).filter(gap => gap !== null);
    const claimIds = [...new Set(statements.map(({ claim }) => claim.id))];
    if (claimIds.length < 2) continue;
    const why = [...new Set(parts.map(part => part.why))].join('; ');
    found.push({ field, claimIds, gap: gaps.length > 0 ? Math.max(...gaps) : null, why });
  }
  return found;
}
