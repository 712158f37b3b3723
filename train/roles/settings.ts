import { type MucRole, type MucRolesRecord, microF1, tallyFillers } from '../../eval/score/muc-fillers.ts';
import { tallyTemplates } from '../../eval/score/muc-templates.ts';
import { type Entity, entitiesOf } from '../../src/core/coding/roles/find-fillers.ts';
import { typedIncidents } from '../../src/core/coding/roles/incident-types.ts';
import type { RoleSettings } from '../../src/core/coding/roles/role-models.ts';
import { fillerRoles, incidentTypes } from '../../src/core/coding/roles/roles.ts';
import type { Staged } from './stages.ts';

type Settings = { -readonly [Key in keyof RoleSettings]: RoleSettings[Key] };

const start: RoleSettings = {
  filler: [-1, -1, -1.3, -1.3, -1.3, -1],
  type: [-0.8, -1.2, -1.5, -1, -0.5],
  fillersMin: 2,
  typeShare: 0.8,
  also: 2,
};
const steps = [-0.8, -0.4, -0.2, 0.2, 0.4, 0.8];
const rounds = 2;
const keyNames: readonly MucRole[] = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'];

/** Thresholds that make role fillers and templates best, by changing one at a time. */
export function chooseSettings(
  train: readonly Staged[],
  dev: readonly Staged[],
  aliases: ReadonlySet<number>,
): RoleSettings {
  const worth = (settings: RoleSettings): number =>
    [train, dev].reduce((sum, docs) => {
      const { fillers, templates } = scores(docs, aliases, settings);
      return sum + fillers + templates;
    }, 0);
  let best = start;
  let most = worth(best);
  for (let round = 0; round < rounds; round++) {
    for (const change of changes()) {
      const base = best;
      for (const step of steps) {
        const changed = change(base, step);
        const found = worth(changed);
        if (found > most + 1e-6) [best, most] = [changed, found];
      }
    }
  }
  // Nameless victims are in no role score: as many as there are in the key.
  return { ...best, filler: [...best.filler.slice(0, 5), namelessThreshold([...train, ...dev])] };
}

function changes(): ((settings: RoleSettings, step: number) => RoleSettings)[] {
  const inList = (key: 'filler' | 'type', at: number) => (settings: RoleSettings, step: number) => ({
    ...settings,
    [key]: settings[key].map((value, i) => (i === at ? round(value + step) : value)),
  });
  const single = (key: 'typeShare' | 'also') => (settings: Settings, step: number) => ({
    ...settings,
    [key]: round(settings[key] + step),
  });
  const least = (settings: Settings, step: number) => ({
    ...settings,
    fillersMin: Math.max(1, settings.fillersMin + Math.sign(step)),
  });
  return [
    ...keyNames.map((_, at) => inList('filler', at)),
    ...incidentTypes.map((_, at) => inList('type', at)),
    single('typeShare'),
    single('also'),
    least,
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The threshold with the best F1 over texts of nameless victims. */
function namelessThreshold(docs: readonly Staged[]): number {
  const role = fillerRoles.indexOf('nameless-victim');
  const rows = docs.flatMap(({ weighed, gold }) =>
    weighed[role].map(({ filler, odds }) => ({ odds, right: gold.texts[role].has(filler.text) })),
  );
  const wanted = docs.reduce((sum, { gold }) => sum + gold.entities[role].length, 0);
  rows.sort((a, b) => b.odds - a.odds);
  let [right, best, threshold] = [0, 0, 0];
  rows.forEach((row, at) => {
    right += Number(row.right);
    const f1 = (2 * right) / (at + 1 + wanted);
    if (f1 > best) [best, threshold] = [f1, row.odds];
  });
  return round(threshold);
}

interface Scores {
  readonly fillers: number;
  readonly templates: number;
}

function scores(docs: readonly Staged[], aliases: ReadonlySet<number>, settings: RoleSettings): Scores {
  const gold = docs.map(({ rolesKey }) => rolesKey);
  const found = docs.map(doc => recordOf(doc, aliases, settings));
  return {
    fillers: microF1(Object.values(tallyFillers(gold, found))),
    templates: microF1(Object.values(tallyTemplates(gold, found))),
  };
}

/** Both scores in words. */
export function scoreOf(docs: readonly Staged[], aliases: ReadonlySet<number>, settings: RoleSettings): string {
  const { fillers, templates } = scores(docs, aliases, settings);
  return `role fillers ${(100 * fillers).toFixed(1)}, templates ${(100 * templates).toFixed(1)}`;
}

function recordOf(doc: Staged, aliases: ReadonlySet<number>, settings: RoleSettings): MucRolesRecord {
  const entities = doc.weighed.flatMap((fillers, role) => entitiesOf(fillers, role, settings.filler[role], aliases));
  const incidents = typedIncidents(doc, doc.types, entities, settings);
  return {
    id: doc.id,
    templates: incidents.map(({ type, entities: own }) => ({ incident_type: incidentTypes[type], ...fillersOf(own) })),
  };
}

function fillersOf(entities: readonly Entity[]): Partial<Record<MucRole, string[][]>> {
  return Object.fromEntries(
    keyNames.map((name, role) => [
      name,
      entities.filter(entity => entity.role === fillerRoles[role]).map(({ text }) => [text]),
    ]),
  );
}
