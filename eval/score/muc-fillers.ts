import { assignment } from './assignment.ts';
import { f1Of } from './f1.ts';

/** The roles of an incident template in the form of GTT (2021), as `../shared/corpora/muc4` has them. */
export const MUC_ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;
export type MucRole = (typeof MUC_ROLES)[number];

/** Whoever or whatever fills a role: the words that name it, each a mention. */
export type MucEntity = readonly string[];
export type MucFillers = Readonly<Partial<Record<MucRole, readonly MucEntity[]>>>;

/** A template with its type and its fillers. */
export interface MucTemplate extends MucFillers {
  readonly incident_type: string;
}

/** A document of `*.roles.jsonl`, or what was found of it. */
export interface MucRolesRecord {
  readonly id: string;
  readonly templates?: readonly MucTemplate[];
  readonly extracts?: MucFillers;
}

/** Hits among the predicted, the number predicted, hits among the gold, and the number of gold. */
export type Tally = readonly [predictedHits: number, predicted: number, goldHits: number, gold: number];

/** Words as they are compared: small letters without punctuation, articles and extra blanks. */
export function normalFiller(words: string): string {
  const bare = words.toLowerCase().replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, '');
  return bare
    .replace(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
    .split(/\s+/)
    .filter(word => word !== '')
    .join(' ');
}

/** The entities of a role without empty ones; of templates, where there are no extracts, each distinct entity once. */
export function entitiesOf(record: MucRolesRecord | undefined, role: MucRole): readonly MucEntity[] {
  if (record === undefined) return [];
  const found: MucEntity[] = [];
  const seen = new Set<string>();
  if (record.extracts !== undefined) found.push(...(record.extracts[role] ?? []));
  else {
    for (const entity of (record.templates ?? []).flatMap(template => template[role] ?? [])) {
      const key = JSON.stringify(entity);
      if (!seen.has(key)) found.push(entity);
      seen.add(key);
    }
  }
  return found.filter(({ length }) => length > 0).map(entity => entity.map(normalFiller));
}

/** Whether all mentions of a predicted entity are mentions of a gold one. */
export function fits(predicted: MucEntity, gold: MucEntity): boolean {
  return predicted.every(mention => gold.includes(mention));
}

/**
 * Role fillers over the document, CEAF-REE as GRIT (2021) defines it: per document and role the best one-to-one alignment
 * of entities, micro-averaged (reference: score/muc_ree.py). Gives the tally of each role.
 */
export function tallyFillers(
  gold: readonly MucRolesRecord[],
  predicted: readonly MucRolesRecord[],
): Readonly<Record<MucRole, Tally>> {
  const byId = new Map(predicted.map(record => [record.id, record]));
  const tallies: Partial<Record<MucRole, Tally>> = {};
  for (const role of MUC_ROLES) {
    let [hits, guessed, wanted] = [0, 0, 0];
    for (const record of gold) {
      const right = entitiesOf(record, role);
      const mine = entitiesOf(byId.get(record.id), role);
      const weights = mine.map(one => right.map(other => (fits(one, other) ? 1 : 0)));
      hits += assignment(weights).reduce((sum, [i, j]) => sum + weights[i][j], 0);
      guessed += mine.length;
      wanted += right.length;
    }
    tallies[role] = [hits, guessed, hits, wanted];
  }
  return tallies as Record<MucRole, Tally>;
}

/** Micro F1 over tallies. */
export function microF1(tallies: readonly Tally[]): number {
  const sum = tallies.reduce<number[]>((all, tally) => all.map((n, i) => n + tally[i]), [0, 0, 0, 0]);
  return f1OfTally([sum[0], sum[1], sum[2], sum[3]]);
}

/** F1 where hits are counted on both sides. */
export function f1OfTally([predictedHits, predicted, goldHits, gold]: Tally): number {
  if (predictedHits === goldHits) return f1Of(predictedHits, predicted, gold);
  const precision = predicted === 0 ? 0 : predictedHits / predicted;
  const recall = gold === 0 ? 0 : goldHits / gold;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
