import { linesOf, readModelFile, sectionOf } from '../../base/model-file.ts';
import type { LinearWeights } from './linear-weights.ts';

/** The trained models of models/roles.bin, by what they weigh. */
export const roleModelNames = [
  'document',
  'sentence',
  'candidate',
  'filler',
  'type',
  'date',
  'place',
  'harm',
  'damage',
  'confidence',
  'victim-kind',
  'target-kind',
] as const;
export type RoleModelName = (typeof roleModelNames)[number];

/** The models that choose a value of a slot. */
export type SlotModelName = 'harm' | 'damage' | 'confidence' | 'victim-kind' | 'target-kind';

/** What finds the roles of incidents in a document. */
export interface RoleModels {
  readonly weights: Readonly<Record<RoleModelName, LinearWeights>>;
  /** Groups of like words: three numbers for each word of the lexicon, by rank. */
  readonly groups: Uint16Array;
  /** Lemmas that tell of incidents, hashed. */
  readonly triggers: ReadonlySet<number>;
  /** Pairs of names that were one and the same in training, hashed. */
  readonly aliases: ReadonlySet<number>;
  /** The values that a slot's model chooses among, in the order of its outputs; null says that nothing is told. */
  readonly values: Readonly<Record<SlotModelName, readonly (string | null)[]>>;
  readonly settings: RoleSettings;
}

/** From which log odds on something is taken. */
export interface RoleSettings {
  /** Fillers, by role. */
  readonly filler: readonly number[];
  /** Incident types. */
  readonly type: readonly number[];
  /** A document without a type above its threshold gets its likeliest one when it has so many fillers. */
  readonly fillersMin: number;
  /** How much the type of the document weighs when a filler is given to a template. */
  readonly typeShare: number;
  /** A filler goes into a second template when its sentences tell of that type as surely as this. */
  readonly also: number;
}

/** Opens models/roles.bin; throws `ModelFileError` when it is damaged. */
export function readRoleModels(bytes: Uint8Array): RoleModels {
  const file = readModelFile(bytes);
  const shapes: Record<string, { outputs: number; bits: number; scale: number; wide: boolean; bias: number[] }> =
    JSON.parse(linesOf(file, 'shapes').join('\n'));
  const weights = Object.fromEntries(
    roleModelNames.map(name => {
      const { wide, ...shape } = shapes[name];
      return [name, { ...shape, values: wide ? sectionOf(file, name, Int16Array) : sectionOf(file, name, Int8Array) }];
    }),
  ) as unknown as RoleModels['weights'];
  return {
    weights,
    groups: sectionOf(file, 'groups', Uint16Array),
    triggers: new Set(sectionOf(file, 'triggers', Int32Array)),
    aliases: new Set(sectionOf(file, 'aliases', Int32Array)),
    values: JSON.parse(linesOf(file, 'values').join('\n')),
    settings: JSON.parse(linesOf(file, 'settings').join('\n')),
  };
}
