import { linesSection, type ModelSection, writeModelFile } from '../../src/core/base/model-file.ts';
import type { LinearWeights } from '../../src/core/coding/roles/linear-weights.ts';
import { type RoleModelName, roleModelNames } from '../../src/core/coding/roles/role-models.ts';
import { aliasHash } from '../../src/core/coding/roles/same-entity.ts';
import type { Resources } from '../../src/core/language/resources.ts';
import { readWordClusters } from '../corpora.ts';
import { type Course, type LearntWeights, type Lesson, learn } from './logistic.ts';
import { type MucDocument, mucDocuments } from './muc-documents.ts';
import { chooseSettings, scoreOf } from './settings.ts';
import { type SlotLessons, slotLessons } from './slot-lessons.ts';
import { slotValues } from './slot-values.ts';
import {
  candidateStage,
  documentStage,
  fillerStage,
  type Stage,
  type Staged,
  sentenceStage,
  staged,
  typeStage,
} from './stages.ts';
import { findTriggers } from './triggers.ts';

const folds = 5;
/** Words of the lexicon that have a group. */
const groupedWords = 50_000;
const slotCourse: Course = { bits: 15, epochs: 5, rate: 0.08, pull: 1e-6, bias: -1 };
const slotNames = ['date', 'place', 'harm', 'damage', 'confidence', 'victim-kind', 'target-kind'] as const;
/** Stages that keep sixteen bits a weight; the others keep eight. */
const wideNames: ReadonlySet<RoleModelName> = new Set(['filler', 'type']);

/**
 * Trains models/roles.bin on the 1,300 documents of MUC-4: what each stage learns from is what the stages before it say of
 * documents that they have not learned from (five folds). Thresholds are chosen on the same and on the development set.
 * The same bytes each time.
 */
export function trainRoles(
  resources: Resources,
  names: ReadonlyMap<string, string>,
  log: (line: string) => void,
): Uint8Array {
  const countryName = (code: string): string => names.get(code) ?? code;
  const { clusters } = readWordClusters(groupedWords);
  const classes = { rankOf: (form: string) => resources.models.featuresOf(form).rank, groups: clusters };
  const read = (split: string): Staged[] => mucDocuments(split, resources, classes).map(staged);
  const [train, dev] = [read('train'), read('dev')];
  log(`${train.length} documents to learn from, ${dev.length} to choose on`);
  const triggers = findTriggers(train);
  const weights: Partial<Record<RoleModelName, LinearWeights>> = {};
  const stages: readonly (readonly [RoleModelName, Stage])[] = [
    ['document', documentStage],
    ['sentence', sentenceStage],
    ['candidate', candidateStage(triggers)],
    ['filler', fillerStage],
    ['type', typeStage],
  ];
  for (const [name, stage] of stages) {
    weights[name] = packed(name, runStage(stage, train));
    // The development set is read with the weights as they ship.
    for (const doc of dev) stage.apply(doc, weights[name]);
    log(name);
  }
  const lessons = [...train].map(doc => slotLessons(doc, triggers, countryName));
  for (const name of slotNames) {
    weights[name] = packed(name, learnSlot(name, lessons));
    log(`${name}: ${lessons.reduce((sum, own) => sum + own[name].length, 0)} lessons`);
  }
  const aliases = aliasesOf(train);
  const settings = chooseSettings(train, dev, aliases);
  log(`train, each fold by the others: ${scoreOf(train, aliases, settings)}; dev: ${scoreOf(dev, aliases, settings)}`);
  return fileOf(weights, [
    { name: 'groups', data: clusters.slice(0, 3 * groupedWords) },
    { name: 'triggers', data: Int32Array.from(triggers) },
    { name: 'aliases', data: Int32Array.from(aliases) },
    linesSection('values', [JSON.stringify(slotValues)]),
    linesSection('settings', [JSON.stringify(settings)]),
  ]);
}

/** Each part of the training documents is read by what the other parts teach; gives what all of them teach. */
function runStage(stage: Stage, train: readonly Staged[]): LearntWeights {
  for (let fold = 0; fold < folds; fold++) {
    const weights = stage.learn(train.filter((_, at) => at % folds !== fold));
    train.forEach((doc, at) => {
      if (at % folds === fold) stage.apply(doc, weights);
    });
  }
  return stage.learn(train);
}

function learnSlot(name: (typeof slotNames)[number], lessons: readonly SlotLessons[]): LearntWeights {
  const own: Lesson[] = lessons.flatMap(all => all[name]);
  return learn(own, own[0]?.labels.length ?? 1, slotCourse);
}

/** Pairs of texts that mean one entity. */
function aliasesOf(train: readonly MucDocument[]): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const { gold } of train) {
    for (const entity of gold.entities.flat()) {
      for (const one of entity) for (const other of entity) if (one < other) pairs.add(aliasHash(one, other));
    }
  }
  return pairs;
}

/** Weights in eight or sixteen bits, as they ship. What is beyond 127 steps of eight bits is rare and cut. */
function packed(name: RoleModelName, { outputs, bits, values, bias }: LearntWeights): LinearWeights {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const wide = wideNames.has(name);
  const scale = wide ? Math.min(2048, Math.floor(32_000 / Math.max(1, largest))) : 48;
  const steps = Array.from(values, value => Math.round(value * scale));
  return {
    outputs,
    bits,
    scale,
    values: wide ? Int16Array.from(steps) : Int8Array.from(steps, step => Math.max(-127, Math.min(127, step))),
    bias: Array.from(bias, value => Math.round(value * 1e4) / 1e4),
  };
}

function fileOf(weights: Partial<Record<RoleModelName, LinearWeights>>, others: readonly ModelSection[]): Uint8Array {
  const shapes: Record<string, object> = {};
  const sections: ModelSection[] = [];
  for (const name of roleModelNames) {
    const model = weights[name];
    if (model === undefined) throw new Error(`no weights for ${name}`);
    const { values, ...shape } = model;
    shapes[name] = { ...shape, wide: wideNames.has(name) };
    sections.push({ name, data: values });
  }
  return writeModelFile([linesSection('shapes', [JSON.stringify(shapes)]), ...others, ...sections]);
}
