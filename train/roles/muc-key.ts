import type { MucRole, MucRolesRecord } from '../../eval/score/muc-fillers.ts';
import type { MucKeyFill, MucSlot } from '../../eval/score/muc-slots.ts';
import { fillerText } from '../../src/core/coding/roles/filler-text.ts';
import { type FillerRole, fillerRoles, incidentTypes } from '../../src/core/coding/roles/roles.ts';

/** A document of `muc4/*.jsonl`: text and templates with all slots. */
export interface MucKeyRecord {
  readonly id: string;
  readonly dateline?: string | null;
  readonly text: string;
  readonly templates: readonly MucKeyTemplate[];
}

export interface MucKeyTemplate {
  readonly optional?: boolean;
  readonly slots: Readonly<Partial<Record<MucSlot, readonly MucKeyFill[] | string | null>>>;
}

export type MucRolesKey = MucRolesRecord & Required<Pick<MucRolesRecord, 'templates' | 'extracts'>>;

/** What the key says of a document's fillers, by the texts that mean them. */
export interface GoldRoles {
  /** For each role, its entities, each with its texts. */
  readonly entities: readonly (readonly (readonly string[])[])[];
  /** For each role, all texts. */
  readonly texts: readonly ReadonlySet<string>[];
  /** The types of the document's incidents. */
  readonly types: ReadonlySet<number>;
  /** The types of the incidents that a text has a role in, by role number and text. */
  readonly typesOf: ReadonlyMap<string, ReadonlySet<number>>;
}

const TYPE_NAMES: readonly string[] = incidentTypes;
const KEY_NAMES: readonly MucRole[] = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'];
const SLOTS: Readonly<Record<FillerRole, MucSlot>> = {
  perpetrator: 'perp_individual',
  organisation: 'perp_org',
  target: 'phys_id',
  victim: 'hum_name',
  weapon: 'instrument_id',
  'nameless-victim': 'hum_desc',
};

export function goldRolesOf(key: MucKeyRecord, { extracts }: MucRolesKey): GoldRoles {
  const named = KEY_NAMES.map(role => (extracts[role] ?? []).map(entity => entity.map(fillerText)));
  const nameless = key.templates.flatMap(template =>
    fillsOf(template, 'hum_desc')
      .filter(({ xref }) => (xref?.length ?? 0) === 0)
      .map(textsOf),
  );
  const entities = [...named, nameless].map(role => role.filter(({ length }) => length > 0));
  const typesOf = new Map<string, Set<number>>();
  for (const template of key.templates) {
    for (const [role, name] of fillerRoles.entries()) {
      for (const text of fillsOf(template, SLOTS[name]).flatMap(textsOf)) {
        const known = typesOf.get(`${role} ${text}`) ?? new Set();
        for (const type of keyTypes(template)) known.add(type);
        typesOf.set(`${role} ${text}`, known);
      }
    }
  }
  return {
    entities,
    texts: entities.map(role => new Set(role.flat())),
    types: new Set(key.templates.flatMap(keyTypes)),
    typesOf,
  };
}

/** The types that a template may have, those that the models know. */
export function keyTypes(template: MucKeyTemplate): number[] {
  const names = fillsOf(template, 'incident_type').flatMap(({ alts }) =>
    alts.map(({ value = '' }) => value.toLowerCase()),
  );
  return names.map(name => TYPE_NAMES.indexOf(name)).filter(type => type >= 0);
}

/** The fills of a slot. */
export function fillsOf({ slots }: MucKeyTemplate, slot: MucSlot): readonly MucKeyFill[] {
  const fills = slots[slot];
  return Array.isArray(fills) ? fills : [];
}

/** The texts of a fill's alternatives, as they are compared. */
export function textsOf({ alts }: MucKeyFill): string[] {
  return alts.map(({ value = '' }) => fillerText(value)).filter(text => text !== '' && text !== '-');
}

export function slotOf(role: FillerRole): MucSlot {
  return SLOTS[role];
}
