import type { Doc } from '../../language/doc.ts';
import { candidateFeatures } from './candidate-features.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { oddsOf } from './linear-weights.ts';
import { documentFeaturesOf, sentenceFeaturesOf } from './relevance-features.ts';
import type { RoleModels } from './role-models.ts';
import { type Marked, type RoleWords, roleWords, type WordClasses } from './role-words.ts';

/** A document before it is weighed: its words and the stretches that may fill a role. */
export interface Draftable {
  readonly doc: Doc;
  readonly words: RoleWords;
  readonly candidates: readonly Candidate[];
  /** How many nouns are the head of each text. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A document as the first models see it. All numbers are log odds. */
export interface Reading extends Draftable {
  /** That it tells of an incident at all. */
  readonly document: number;
  /** Of each sentence: that it names a filler, and that it tells of each type. */
  readonly sentences: readonly (readonly number[])[];
  /** Of each candidate: that it fills each role. */
  readonly odds: readonly (readonly number[])[];
}

/** The words and candidates of a document. */
export function draftable(doc: Doc, classes: WordClasses): Draftable {
  const marked: Marked[] = [
    ...doc.places.map(({ tokenStart, tokenEnd, role }) => ({ tokenStart, tokenEnd, kind: `place ${role}` })),
    ...doc.actors.map(({ tokenStart, tokenEnd, ref, status }) => ({
      tokenStart,
      tokenEnd,
      kind: `${ref.kind} ${status}`,
    })),
  ];
  const words = roleWords(doc.tokens, doc.sentences, marked, classes);
  const candidates = candidatesOf(doc.report.text, words);
  const heads = new Map<string, Set<number>>();
  for (const { text, head } of candidates) heads.set(text, (heads.get(text) ?? new Set()).add(head));
  return { doc, words, candidates, counts: new Map([...heads].map(([text, { size }]) => [text, size])) };
}

/** Reads a document with the trained models. */
export function readRoles(doc: Doc, models: RoleModels, rankOf: WordClasses['rankOf']): Reading {
  const draft = draftable(doc, { rankOf, groups: models.groups });
  const { weights, triggers } = models;
  const [document] = oddsOf(weights.document, documentFeaturesOf(draft.words));
  const sentences = draft.words.sentences.map(sentence =>
    oddsOf(weights.sentence, sentenceFeaturesOf(draft.words, sentence)),
  );
  const around = { counts: draft.counts, document, sentences: sentences.map(([first]) => first), triggers };
  const odds = draft.candidates.map(candidate =>
    oddsOf(weights.candidate, candidateFeatures(draft.words, candidate, around)),
  );
  return { ...draft, document, sentences, odds };
}
