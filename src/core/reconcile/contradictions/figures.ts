import { parseIsoDay } from '../../base/iso-day.ts';
import type { Happening } from '../happening.ts';
import { isCivilians } from '../party.ts';
import { type RowEntry, type TollRow, tollRows } from '../tolls/toll-row.ts';
import type { Conflict } from './conflict.ts';
import { type Bounds, gapBetween, rangeWords } from './figure-range.ts';

/**
 * Figures of different speakers for one harm of one side that cannot both hold (RULES §23). Replaced figures are out of
 * it, bounds that the other figure respects are none, and rows of an unsaid side are not compared, because such accounts
 * may count different people.
 */
export function figureConflicts(happening: Happening): readonly Conflict[] {
  const rows = tollRows(happening);
  const conflicts = rows.flatMap(row => (row.side === null ? [] : rowConflict(row, row.entries)));
  return [...conflicts, ...rows.flatMap(row => unsaidConflict(row, rows, happening))];
}

/** The field that figures of a side contradict on. */
export function figureField(harm: string, sides: readonly { readonly name: string }[]): string {
  return `${harm} of ${sides.map(({ name }) => name).join(' + ')}`;
}

function rowConflict(row: TollRow, entries: readonly RowEntry[]): readonly Conflict[] {
  if (row.side === null) return [];
  const live = entries.filter(({ supersededBy }) => supersededBy === null);
  const involved = new Set<RowEntry>();
  let gap = 0;
  for (const [i, b] of live.entries()) {
    for (const a of live.slice(0, i)) {
      const apart = gapBetween(a.claim.estimate, b.claim.estimate);
      if (apart === 0 || a.speaker.key === b.speaker.key || isDevelopment(row, a, b) || isRunningCount(entries, a, b))
        continue;
      involved.add(a).add(b);
      gap = Math.max(gap, apart);
    }
  }
  if (involved.size === 0) return [];
  const statements = live.filter(entry => involved.has(entry));
  return [{ field: figureField(row.harm, [row.side]), statements, gap, why: figuresReason(statements) }];
}

/**
 * Where only civilians were hit, victims of unsaid kind are those civilians: a total for the unsaid and one for the
 * civilians then count the same people.
 */
function unsaidConflict(row: TollRow, rows: readonly TollRow[], happening: Happening): readonly Conflict[] {
  if (row.side === null || !isCivilians(row.side)) return [];
  const hit = happening.accounts.flatMap(({ events }) => events.flatMap(({ roles }) => roles));
  const victims = hit.filter(({ role }) => role === 'recipient');
  if (victims.length === 0 || !victims.every(({ actor }) => isCivilians(actor))) return [];
  const unsaid = rows.find(
    other => other.side === null && other.status === 'unknown' && other.harm === row.harm && other.unit === row.unit,
  );
  return unsaid === undefined || row.harm !== 'killed' ? [] : rowConflict(row, [...row.entries, ...unsaid.entries]);
}

/**
 * As days go by, the injured and displaced are found to be more and the missing fewer: a later count of that kind
 * is news, no contradiction (RULES §23).
 */
function isDevelopment({ harm }: TollRow, a: RowEntry, b: RowEntry): boolean {
  const [dayA, dayB] = [publishedOn(a), publishedOn(b)];
  if (dayA === null || dayB === null || Math.abs(dayA - dayB) < 2) return false;
  const [early, late] = dayA < dayB ? [a, b] : [b, a];
  const [before, after] = [bound(early.claim.estimate), bound(late.claim.estimate)];
  if (harm === 'missing') return after < before;
  return (harm === 'injured' || harm === 'displaced') && after > before;
}

/** "The toll of four first given became six": the later account tells itself how the other's count went on. */
function isRunningCount(entries: readonly RowEntry[], a: RowEntry, b: RowEntry): boolean {
  const continues = (old: RowEntry, now: RowEntry) =>
    entries.some(({ claim, supersededBy }) => {
      const { low, high } = claim.estimate;
      return supersededBy === now.claim.id && low === old.claim.estimate.low && high === old.claim.estimate.high;
    });
  return continues(a, b) || continues(b, a);
}

function publishedOn({ report }: RowEntry): number | null {
  return report.publishedAt === null ? null : parseIsoDay(report.publishedAt);
}

function bound({ low, high }: Bounds): number {
  return high ?? low ?? 0;
}

function figuresReason(statements: readonly RowEntry[]): string {
  const said = statements.map(({ speaker, claim }) => `${speaker.name} ${rangeWords(claim.estimate)}`);
  return [...new Set(said)].join(', ');
}
