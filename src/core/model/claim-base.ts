import { z } from 'zod';
import { Claimant } from './claimant.ts';
import { Evidence } from './evidence.ts';

/** What the speaker does with the words (codebook §3). */
export const SpeechAct = z
  .enum(['state', 'confirm', 'admit', 'accuse', 'allege', 'deny', 'claim-responsibility', 'threaten', 'warn', 'fear'])
  .meta({ id: 'SpeechAct' });
export type SpeechAct = z.infer<typeof SpeechAct>;

/** How sure the claimant sounds, not how sure we are (FactBank's scale). */
export const Certainty = z.enum(['certain', 'probable', 'possible']).meta({ id: 'Certainty' });
export type Certainty = z.infer<typeof Certainty>;

export const Polarity = z.enum(['positive', 'negative']).meta({ id: 'Polarity' });
export type Polarity = z.infer<typeof Polarity>;

/**
 * What kind of statement it is, not whether it is true: a happening of the news told (`incident`), a total over a time
 * or several attacks (`period`), history and standing facts (`background`), what is imagined (`hypothetical`) or to
 * come (`future`). Only `incident` claims ever enter an incident.
 */
export const Scope = z.enum(['incident', 'period', 'background', 'hypothetical', 'future']).meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

/** The fields of every claim. Each kind adds its content. */
export const claimFields = {
  id: z.string().min(1),
  /** The smallest clause that carries the claim. */
  evidence: Evidence,
  claimant: Claimant,
  act: SpeechAct,
  certainty: Certainty,
  polarity: Polarity,
  /** The words that weaken or distance it: "reportedly", "at least according to". */
  hedges: z.array(Evidence).readonly(),
  scope: Scope,
  /** The event of this report that it is about; null unless its scope is `incident`. */
  eventId: z.string().nullable(),
  /** The rule or model that made it, as `casualty/trigger-object`. */
  rule: z.string().min(1),
} as const;
