import { assignment } from './assignment.ts';
import { matchValue } from './muc-values.ts';

/** The slots of a MUC-4 template that are scored, in the order of the reference scorer. */
export const MUC_SLOTS = [
  'incident_date',
  'incident_location',
  'incident_type',
  'incident_stage',
  'instrument_id',
  'instrument_type',
  'perp_category',
  'perp_individual',
  'perp_org',
  'perp_org_confidence',
  'phys_id',
  'phys_type',
  'phys_number',
  'phys_nation',
  'phys_effect',
  'phys_total',
  'hum_name',
  'hum_desc',
  'hum_type',
  'hum_number',
  'hum_nation',
  'hum_effect',
  'hum_total',
] as const;
export type MucSlot = (typeof MUC_SLOTS)[number];

/** One alternative of a fill: a value, or the path of a place from its country down. */
export interface MucValue {
  readonly value?: string;
  readonly path?: readonly string[];
}

/** A fill of the key, any of whose alternatives is right; `xref` names the fill of another slot that it is about. */
export interface MucKeyFill {
  readonly optional?: boolean;
  readonly alts: readonly MucValue[];
  readonly xref?: string | readonly string[] | null;
}

/** A fill of a response: bare words, a path, or a value with its cross-reference. */
export type MucResponseFill = string | readonly string[] | { readonly value: string | number; readonly xref?: string };
export type MucFill = MucKeyFill | MucResponseFill;

export interface MucSlotTemplate {
  readonly optional?: boolean;
  readonly slots: Readonly<Partial<Record<MucSlot, readonly MucFill[] | string | null>>>;
}

export interface MucSlotsRecord {
  readonly id: string;
  readonly templates: readonly MucSlotTemplate[];
}

/** Fills that are right, partly right, wrong, made up and missed. */
export type SlotTally = readonly [
  correct: number,
  partial: number,
  incorrect: number,
  spurious: number,
  missing: number,
];

interface Fill {
  readonly alts: readonly MucValue[];
  readonly xref: readonly string[];
  readonly optional: boolean;
}

const SINGLE: ReadonlySet<MucSlot> = new Set([
  'incident_date',
  'incident_location',
  'incident_type',
  'incident_stage',
  'perp_category',
  'phys_total',
  'hum_total',
]);
const REFERRING: ReadonlySet<MucSlot> = new Set([
  'instrument_type',
  'perp_org_confidence',
  'phys_type',
  'phys_number',
  'phys_nation',
  'phys_effect',
  'hum_type',
  'hum_number',
  'hum_nation',
  'hum_effect',
  'hum_desc',
]);
/** A pair of templates must share a fill of one of these. */
const CONTENT = ['perp_individual', 'perp_org', 'phys_id', 'phys_type', 'hum_name', 'hum_desc', 'hum_type'] as const;

/**
 * The slots of incident templates after the MUC-4 scoring guidelines: templates of a document are aligned for most credit,
 * fills within each slot too; partial credit counts half (reference: score/muc_slots.py).
 */
export function tallySlots(
  gold: readonly MucSlotsRecord[],
  predicted: readonly MucSlotsRecord[],
): Readonly<Record<MucSlot, SlotTally>> {
  const byId = new Map(predicted.map(record => [record.id, record]));
  const tallies = Object.fromEntries(MUC_SLOTS.map(slot => [slot, [0, 0, 0, 0, 0]])) as Record<MucSlot, number[]>;
  for (const { id, templates } of gold) {
    const mine = byId.get(id)?.templates ?? [];
    const table = mine.map(one => templates.map(other => pairTally(one, other)));
    const weights = table.map(row => row.map(weightOf));
    const pairs = assignment(weights).filter(([i, j]) => weights[i][j] > 0);
    for (const slot of MUC_SLOTS) {
      const add = (at: number, count: number): void => {
        tallies[slot][at] += count;
      };
      for (const [i, j] of pairs) for (const [at, count] of table[i][j][slot].entries()) add(at, count);
      mine.forEach((template, i) => {
        if (!pairs.some(([used]) => used === i)) add(3, fillsOf(template, slot).length);
      });
      templates.forEach((template, j) => {
        if (template.optional === true || pairs.some(([, used]) => used === j)) return;
        add(4, fillsOf(template, slot).filter(({ optional }) => !optional).length);
      });
    }
  }
  return tallies as unknown as Record<MucSlot, SlotTally>;
}

/** F of one slot or of several together. */
export function slotF1(...tallies: readonly SlotTally[]): number {
  const sums = [0, 1, 2, 3, 4].map(at => tallies.reduce((sum, tally) => sum + tally[at], 0));
  const [correct, partial, incorrect, spurious, missing] = sums;
  const credit = correct + 0.5 * partial;
  const possible = correct + partial + incorrect + missing;
  const actual = correct + partial + incorrect + spurious;
  return possible + actual === 0 ? 0 : (2 * credit) / (possible + actual);
}

function pairTally(mine: MucSlotTemplate, key: MucSlotTemplate): Record<MucSlot, SlotTally> {
  return Object.fromEntries(
    MUC_SLOTS.map(slot => [slot, tallyFills(slot, fillsOf(mine, slot), fillsOf(key, slot))]),
  ) as Record<MucSlot, SlotTally>;
}

/** What a pair of templates is worth; 0 where they cannot be about the same incident. */
function weightOf(tally: Record<MucSlot, SlotTally>): number {
  const [correct, partial] = tally.incident_type;
  if (correct + partial === 0 || !CONTENT.some(slot => tally[slot][0] + tally[slot][1] > 0)) return 0;
  return MUC_SLOTS.reduce((sum, slot) => sum + tally[slot][0] + 0.5 * tally[slot][1], 0);
}

function tallyFills(slot: MucSlot, mine: readonly Fill[], key: readonly Fill[]): SlotTally {
  const credits = mine.map(one => key.map(other => creditOf(slot, one, other)));
  const weights = credits.map(row =>
    row.map(({ credit, mayPair }, j) => (mayPair ? credit + 0.01 + (key[j].optional ? 0 : 0.005) : 0)),
  );
  const counts = [0, 0, 0];
  const [usedMine, usedKey] = [new Set<number>(), new Set<number>()];
  for (const [i, j] of assignment(weights)) {
    const { credit, mayPair } = credits[i][j];
    if (!mayPair) continue;
    usedMine.add(i);
    usedKey.add(j);
    counts[credit === 1 ? 0 : credit === 0.5 ? 1 : 2]++;
  }
  const missing = key.filter(({ optional }, j) => !optional && !usedKey.has(j)).length;
  return [counts[0], counts[1], counts[2], mine.length - usedMine.size, missing];
}

/** What a fill of the response earns against one of the key, and whether the two may be paired at all. */
function creditOf(slot: MucSlot, mine: Fill, key: Fill): { readonly credit: number; readonly mayPair: boolean } {
  const value = Math.max(...key.alts.map(alternative => matchValue(slot, mine.alts[0], alternative)));
  if (!REFERRING.has(slot)) return { credit: value, mayPair: value > 0 || SINGLE.has(slot) };
  const bothBare = mine.xref.length === 0 && key.xref.length === 0;
  const isSame =
    bothBare ||
    mine.xref.some(one => key.xref.some(other => matchValue('hum_name', { value: one }, { value: other }) > 0));
  const credit = value === 1 && !isSame ? 0.5 : value;
  return { credit, mayPair: credit > 0 || (isSame && key.xref.length > 0) };
}

function fillsOf({ slots }: MucSlotTemplate, slot: MucSlot): readonly Fill[] {
  const given = slots[slot];
  if (!Array.isArray(given)) return [];
  return given.map((fill: MucFill) => fillOf(slot, fill)).filter(({ alts }) => alts.length > 0);
}

/** A fill of either side in one form. "-" and "*" among the alternatives say that none is right too. */
function fillOf(slot: MucSlot, fill: MucFill): Fill {
  const { alts, xref, optional } = opened(slot, fill);
  const references = typeof xref === 'string' ? [xref] : (xref ?? []);
  return {
    optional: optional === true || alts.some(({ value }) => value === '-' || value === '*'),
    xref: references.filter(reference => reference !== '' && reference !== '-'),
    alts: alts.filter(({ path, value }) => (path?.length ?? 0) > 0 || !['-', '*'].includes(value || '-')),
  };
}

function opened(slot: MucSlot, fill: MucFill): MucKeyFill {
  if (typeof fill === 'object' && 'alts' in fill) return fill;
  if (slot === 'incident_location')
    return { alts: [{ path: typeof fill === 'string' ? fill.split(':') : (fill as readonly string[]) }] };
  if (typeof fill === 'object' && 'value' in fill)
    return { alts: [{ value: String(fill.value) }], xref: fill.xref ?? null };
  return { alts: [{ value: String(fill) }] };
}
