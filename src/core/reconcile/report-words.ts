import type { Report } from '../model/index.ts';
import type { WordRarity } from './account-words.ts';
import { reportTerms } from './stories/report-terms.ts';
import { cosineOf, type StoryProfile, storyProfile, storyScore } from './stories/story-score.ts';
import { type TermWeight, termWeights } from './stories/term-weights.ts';

/**
 * The words of reports, weighed by how rare they are in news at large and not by the set, so that the likeness of two
 * reports does not change as others arrive. Each report is read once.
 */
export class ReportWords {
  readonly rarity: WordRarity;
  readonly #weigh: TermWeight;
  readonly #profiles = new Map<string, StoryProfile>();

  constructor(rarity: WordRarity) {
    this.rarity = rarity;
    this.#weigh = termWeights([], rarity);
  }

  of(report: Report): StoryProfile {
    const known = this.#profiles.get(report.id);
    if (known !== undefined) return known;
    const profile = storyProfile(reportTerms(report), this.#weigh);
    this.#profiles.set(report.id, profile);
    return profile;
  }

  /** How likely two reports tell the same story, as logarithm of odds. */
  score(a: StoryProfile, b: StoryProfile): number {
    return storyScore(a, b, cosineOf(a.full, b.full), this.#weigh);
  }
}
