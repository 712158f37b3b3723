import { assignment } from './assignment.ts';
import {
  f1OfTally,
  fits,
  MUC_ROLES,
  type MucEntity,
  type MucRole,
  type MucRolesRecord,
  type MucTemplate,
  normalFiller,
  type Tally,
} from './muc-fillers.ts';

type Key = 'incident_type' | MucRole;
const KEYS: readonly Key[] = ['incident_type', ...MUC_ROLES];

interface CleanTemplate {
  readonly type: string;
  readonly fillers: Readonly<Record<MucRole, readonly MucEntity[]>>;
}

/** What two aligned templates share, for each key: predicted ones that are right, gold ones that were found. */
type Shared = Readonly<Record<Key, readonly [number, number]>>;

/** Alignments are tried out one by one up to this many; beyond it the heaviest assignment counts. */
const TRIALS_MAX = 200_000;

/**
 * Incident templates, micro-averaged over type and roles as GTT (2021) defines it: predicted and gold templates of one type
 * are aligned one to one so that micro F1 of the document is best (reference: score/muc_templates.py).
 */
export function tallyTemplates(
  gold: readonly MucRolesRecord[],
  predicted: readonly MucRolesRecord[],
): Readonly<Record<Key, Tally>> {
  const byId = new Map(predicted.map(record => [record.id, record]));
  const tallies = Object.fromEntries(KEYS.map(key => [key, [0, 0, 0, 0]])) as Record<Key, number[]>;
  for (const record of gold) {
    const mine = (byId.get(record.id)?.templates ?? []).map(clean);
    const right = (record.templates ?? []).map(clean);
    const pairs = bestPairs(mine, right);
    for (const key of KEYS) {
      tallies[key][0] += sumOf(pairs, pair => pair[key][0]);
      tallies[key][1] += sizeOf(mine, key);
      tallies[key][2] += sumOf(pairs, pair => pair[key][1]);
      tallies[key][3] += sizeOf(right, key);
    }
  }
  return tallies as unknown as Record<Key, Tally>;
}

function clean(template: MucTemplate): CleanTemplate {
  const fillers = Object.fromEntries(
    MUC_ROLES.map(role => [
      role,
      (template[role] ?? []).filter(({ length }) => length > 0).map(entity => entity.map(normalFiller)),
    ]),
  ) as unknown as CleanTemplate['fillers'];
  return { type: (template.incident_type || 'attack').toLowerCase(), fillers };
}

function bestPairs(mine: readonly CleanTemplate[], right: readonly CleanTemplate[]): readonly Shared[] {
  const table = mine.map(one => right.map(other => sharedOf(one, other)));
  const worth = table.map(row => row.map(shared => (shared === null ? [0, 0] : totals(shared))));
  const options = table.map(row => [-1, ...row.flatMap((shared, j) => (shared === null ? [] : [j]))]);
  const trials = options.reduce((product, { length }) => product * length, 1);
  const chosen =
    trials <= TRIALS_MAX
      ? bestByTrial(options, worth, [allOf(mine), allOf(right)])
      : assignment(worth.map(row => row.map(([a, b]) => a + b)));
  return chosen.map(([i, j]) => table[i][j]).filter(shared => shared !== null);
}

/** The first of the alignments with the best micro F1, in the order of the reference scorer. */
function bestByTrial(
  options: readonly (readonly number[])[],
  worth: readonly (readonly number[][])[],
  [predicted, gold]: readonly [number, number],
): readonly (readonly [number, number])[] {
  let best = -1;
  let chosen: readonly (readonly [number, number])[] = [];
  const pairs: (readonly [number, number])[] = [];
  const taken = new Set<number>();
  const tryFrom = (i: number, a: number, b: number): void => {
    if (i === options.length) {
      const f = f1OfTally([a, predicted, b, gold]);
      if (f > best) [best, chosen] = [f, [...pairs]];
      return;
    }
    for (const j of options[i]) {
      if (j < 0) {
        tryFrom(i + 1, a, b);
        continue;
      }
      if (taken.has(j)) continue;
      taken.add(j);
      pairs.push([i, j]);
      tryFrom(i + 1, a + worth[i][j][0], b + worth[i][j][1]);
      pairs.pop();
      taken.delete(j);
    }
  };
  tryFrom(0, 0, 0);
  return chosen;
}

/** What two templates share; null where the predicted type is none of the gold ones ("attack / bombing"). */
function sharedOf(mine: CleanTemplate, right: CleanTemplate): Shared | null {
  const types = [...right.type.split('/').map(type => type.trim()), right.type];
  if (!types.includes(mine.type)) return null;
  const roles = MUC_ROLES.map(role => {
    const [found, wanted] = [mine.fillers[role], right.fillers[role]];
    return [
      role,
      [
        found.filter(one => wanted.some(other => fits(one, other))).length,
        wanted.filter(other => found.some(one => fits(one, other))).length,
      ],
    ] as const;
  });
  return { incident_type: [1, 1], ...Object.fromEntries(roles) } as unknown as Shared;
}

function totals(shared: Shared): number[] {
  return [sumOf(KEYS, key => shared[key][0]), sumOf(KEYS, key => shared[key][1])];
}

function allOf(templates: readonly CleanTemplate[]): number {
  return sumOf(KEYS, key => sizeOf(templates, key));
}

function sizeOf(templates: readonly CleanTemplate[], key: Key): number {
  return key === 'incident_type' ? templates.length : sumOf(templates, ({ fillers }) => fillers[key].length);
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
