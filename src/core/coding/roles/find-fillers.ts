import type { Candidate } from './candidates.ts';
import { fillerFeatures } from './filler-features.ts';
import { oddsOf } from './linear-weights.ts';
import type { Reading } from './reading.ts';
import type { RoleModels } from './role-models.ts';
import { type FillerRole, fillerRoles } from './roles.ts';
import { isSameEntity } from './same-entity.ts';

/** One text that may fill a role, with all its candidates in the document. */
export interface FillerText {
  readonly text: string;
  /** The likeliest of its candidates, and its log odds. */
  readonly candidate: Candidate;
  readonly best: number;
  /** Mean log odds of its candidates. */
  readonly mean: number;
  /** The best log odds of its candidates for every role. */
  readonly others: readonly number[];
  /** How many nouns it is the phrase of. */
  readonly heads: number;
  /** Sentences of candidates that are nearly as likely as the best. */
  readonly sentences: readonly number[];
}

/** A filler of a role: the texts that mean it, the surest first, with the log odds of that one. */
export interface Entity {
  readonly role: FillerRole;
  readonly text: string;
  readonly candidate: Candidate;
  readonly odds: number;
  readonly sentences: readonly number[];
}

/** Texts below these log odds are not looked at again. */
const leastOdds = -5.5;
/** How much less likely than the best a candidate may be to count as a mention. */
const mentionSlack = 2;

/** The texts of a document that may fill a role, the likeliest first. */
export function fillerTexts({ candidates, odds }: Reading, role: number): FillerText[] {
  const byText = new Map<string, number[]>();
  candidates.forEach(({ text }, at) => {
    const known = byText.get(text);
    if (known === undefined) byText.set(text, [at]);
    else known.push(at);
  });
  const found: FillerText[] = [];
  for (const [text, all] of byText) {
    const top = all.reduce((best, at) => (odds[at][role] > odds[best][role] ? at : best));
    const best = odds[top][role];
    if (best <= leastOdds) continue;
    found.push({
      text,
      candidate: candidates[top],
      best,
      mean: all.reduce((sum, at) => sum + odds[at][role], 0) / all.length,
      others: fillerRoles.map((_, k) => Math.max(...all.map(at => odds[at][k]))),
      heads: new Set(all.map(at => candidates[at].head)).size,
      sentences: [
        ...new Set(all.filter(at => odds[at][role] > best - mentionSlack).map(at => candidates[at].sentence)),
      ],
    });
  }
  return found.sort((a, b) => b.best - a.best || a.candidate.start - b.candidate.start);
}

/** A text with its log odds after a second look. */
export interface WeighedFiller {
  readonly filler: FillerText;
  readonly odds: number;
}

/** Weighs the texts of a role anew, in sight of all others, the likeliest first. */
export function weighFillers(
  reading: Reading,
  role: number,
  weights: RoleModels['weights']['filler'],
): WeighedFiller[] {
  const texts = fillerTexts(reading, role);
  const features = fillerFeatures(reading, role, texts);
  const weighed = texts.map((filler, at) => ({ filler, odds: oddsOf(weights, features[at])[0] }));
  return weighed.sort((a, b) => b.odds - a.odds || a.filler.candidate.start - b.filler.candidate.start);
}

/** The entities of a role: texts above the threshold, with those that name the same put together. */
export function entitiesOf(
  weighed: readonly WeighedFiller[],
  role: number,
  least: number,
  aliases: ReadonlySet<number>,
): Entity[] {
  const groups: WeighedFiller[][] = [];
  for (const one of weighed) {
    if (one.odds < least) break;
    const same = groups.find(group => group.some(other => isOne(one.filler, other.filler, role, aliases)));
    if (same === undefined) groups.push([one]);
    else same.push(one);
  }
  return groups.map(group => {
    const [{ filler, odds }] = group;
    const sentences = [...new Set(group.flatMap(({ filler: { sentences: own } }) => own))].sort((a, b) => a - b);
    return { role: fillerRoles[role], text: filler.text, candidate: filler.candidate, odds, sentences };
  });
}

function isOne(one: FillerText, other: FillerText, role: number, aliases: ReadonlySet<number>): boolean {
  const [a, b] = [one.candidate, other.candidate];
  const overlap = a.sentence === b.sentence && a.start < b.end && b.start < a.end;
  return overlap || isSameEntity(one.text, other.text, fillerRoles[role], aliases);
}
