import { foldName } from '../../base/fold-name.ts';
import type { ActorRef, Casualty } from '../../model/index.ts';
import { casualtiesOf, type Happening, type Statement } from '../happening.ts';
import { sideOf } from './implied-side.ts';
import { revisionsOf } from './revisions.ts';

/** Whose harm of which kind a row counts (RULES §20). */
export interface RowClass {
  readonly harm: Casualty['harm'];
  readonly side: ActorRef | null;
  readonly status: Casualty['victims']['status'];
  readonly unit: Casualty['unit'];
}

/** One account of a row. */
export interface RowEntry extends Statement<Casualty> {
  /** The claim that replaces it; it then widens nothing (RULES §22). */
  readonly supersededBy: string | null;
}

export interface TollRow extends RowClass {
  readonly key: string;
  readonly entries: readonly RowEntry[];
}

/**
 * The rows of a happening with their entries, in the order in which the accounts bring them up. An entry is every casualty
 * claim, copies too, that is no part of another of its own row and adds to none (RULES §20).
 */
export function tollRows(happening: Happening): readonly TollRow[] {
  const statements = casualtiesOf(happening);
  const classes = new Map(statements.map(statement => [statement.claim.id, rowClass(statement, happening)]));
  const keys = new Map([...classes].map(([id, row]) => [id, rowKey(row)]));
  const byId = new Map(statements.map(({ claim }) => [claim.id, claim]));
  const wholes = statements.filter(({ claim }) => claim.victims.addsTo === null && !isPartOfRow(claim, byId, keys));
  const superseded = revisionsOf(wholes, statement => keys.get(statement.claim.id) ?? '');
  const entries = wholes.map(whole => ({ ...whole, supersededBy: superseded.get(whole.claim.id) ?? null }));
  const rows = new Map<string, TollRow & { entries: RowEntry[] }>();
  const present = entries.map(entry => ({ key: keys.get(entry.claim.id) ?? '', entry }));
  for (const { key, entry } of present) {
    for (const into of rowsEntered(key, entry, present, classes)) {
      const row = rows.get(into.key) ?? { ...into.row, key: into.key, entries: [] };
      row.entries.push(entry);
      rows.set(into.key, row);
    }
  }
  return [...rows.values()];
}

/** The class of a claim's victims, with their side as the happening tells it. */
function rowClass(statement: Statement<Casualty>, happening: Happening): RowClass {
  const { harm, victims, unit } = statement.claim;
  return { harm, side: sideOf(statement, happening), status: victims.status, unit };
}

function rowKey({ harm, side, status, unit }: RowClass): string {
  const name = side === null ? '' : (side.id ?? foldName(side.name));
  return [harm, name, status, unit].join('|');
}

/** A part of a claim of the same class is in its whole already. */
function isPartOfRow(claim: Casualty, byId: ReadonlyMap<string, Casualty>, keys: ReadonlyMap<string, string>): boolean {
  const seen = new Set([claim.id]);
  let whole = byId.get(claim.victims.partOf ?? '');
  while (whole !== undefined && !seen.has(whole.id)) {
    if (keys.get(whole.id) === keys.get(claim.id)) return true;
    seen.add(whole.id);
    whole = byId.get(whole.victims.partOf ?? '');
  }
  return false;
}

/**
 * The rows that an entry enters: its own; but "nobody was hurt" is nobody killed and nobody injured, and enters those
 * rows of its side where they exist (RULES §20).
 */
function rowsEntered(
  key: string,
  { claim }: RowEntry,
  present: readonly { readonly key: string; readonly entry: RowEntry }[],
  classes: ReadonlyMap<string, RowClass>,
): readonly { readonly key: string; readonly row: RowClass }[] {
  const row = classes.get(claim.id);
  if (row === undefined) return [];
  if (row.harm !== 'killed-or-injured' || claim.estimate.high !== 0) return [{ key, row }];
  const found = new Map<string, RowClass>();
  for (const { key: otherKey, entry } of present) {
    const other = classes.get(entry.claim.id);
    if (other === undefined || rowKey({ ...other, harm: row.harm }) !== key) continue;
    const isPositive = otherKey === key && entry.claim.estimate.high !== 0;
    if (other.harm === 'killed' || other.harm === 'injured' || isPositive) found.set(otherKey, other);
  }
  return found.size > 0 ? [...found].map(([k, r]) => ({ key: k, row: r })) : [{ key, row }];
}
