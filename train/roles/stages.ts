import { candidateFeatures } from '../../src/core/coding/roles/candidate-features.ts';
import { fillerFeatures } from '../../src/core/coding/roles/filler-features.ts';
import { fillerTexts, type WeighedFiller, weighFillers } from '../../src/core/coding/roles/find-fillers.ts';
import { typeFeatures } from '../../src/core/coding/roles/incident-types.ts';
import { type LinearWeights, oddsOf } from '../../src/core/coding/roles/linear-weights.ts';
import type { Reading } from '../../src/core/coding/roles/reading.ts';
import { documentFeaturesOf, sentenceFeaturesOf } from '../../src/core/coding/roles/relevance-features.ts';
import { fillerRoles, incidentTypes } from '../../src/core/coding/roles/roles.ts';
import { seededRandom } from '../random.ts';
import { type Course, type LearntWeights, type Lesson, learn } from './logistic.ts';
import type { MucDocument } from './muc-documents.ts';

/** A document with what the models say of it so far. */
export interface Staged extends MucDocument {
  document: number;
  sentences: readonly (readonly number[])[];
  odds: readonly (readonly number[])[];
  weighed: readonly (readonly WeighedFiller[])[];
  types: readonly number[];
}

const documentCourse: Course = { bits: 18, epochs: 6, rate: 0.02, pull: 1e-6, bias: 0 };
const sentenceCourse: Course = { bits: 17, epochs: 4, rate: 0.1, pull: 3e-7, bias: -2.5 };
const candidateCourse: Course = { bits: 19, epochs: 4, rate: 0.1, pull: 3e-7, bias: -2, models: 2 };
const fillerCourse: Course = { bits: 17, epochs: 6, rate: 0.05, pull: 3e-7, bias: -1 };
const typeCourse: Course = { bits: 12, epochs: 8, rate: 0.05, pull: 1e-5, bias: -1 };
/** Of candidates that fill no role, the share that is learned from in documents with and without an incident. */
const nothingShares = [0.7, 0.35] as const;

/** One stage: what it learns from documents, and what it then says of others. */
export interface Stage {
  learn(docs: readonly Staged[]): LearntWeights;
  apply(doc: Staged, weights: LinearWeights): void;
}

export const documentStage: Stage = {
  learn: docs =>
    learn(
      docs.map(doc => ({ features: documentFeaturesOf(doc.words), labels: [Number(doc.key.templates.length > 0)] })),
      1,
      documentCourse,
    ),
  apply(doc, weights) {
    [doc.document] = oddsOf(weights, documentFeaturesOf(doc.words));
  },
};

export const sentenceStage: Stage = {
  learn: docs => learn(docs.flatMap(sentenceLessons), 1 + incidentTypes.length, sentenceCourse),
  apply(doc, weights) {
    doc.sentences = doc.words.sentences.map(sentence => oddsOf(weights, sentenceFeaturesOf(doc.words, sentence)));
  },
};

/** A sentence that names a filler tells of the types of the incidents that it is of. */
function sentenceLessons({ words, candidates, gold }: Staged): Lesson[] {
  const labels = words.sentences.map(() => [0, ...incidentTypes.map(() => 0)]);
  for (const { sentence, text } of candidates) {
    fillerRoles.forEach((_, role) => {
      if (gold.texts[role].has(text)) labels[sentence][0] = 1;
      for (const type of gold.typesOf.get(`${role} ${text}`) ?? []) labels[sentence][type + 1] = 1;
    });
  }
  return words.sentences.map((sentence, at) => ({ features: sentenceFeaturesOf(words, sentence), labels: labels[at] }));
}

/** Which candidates fill which role; the words that tell of incidents are given. */
export function candidateStage(triggers: ReadonlySet<number>): Stage {
  const featuresOf = (doc: Staged) => {
    const around = {
      counts: doc.counts,
      document: doc.document,
      sentences: doc.sentences.map(([first]) => first),
      triggers,
    };
    return (at: number) => candidateFeatures(doc.words, doc.candidates[at], around);
  };
  return {
    learn(docs) {
      const random = seededRandom(5);
      const lessons: Lesson[] = [];
      for (const doc of docs) {
        const features = featuresOf(doc);
        doc.candidates.forEach(({ text }, at) => {
          const labels = doc.gold.texts.map(texts => Number(texts.has(text)));
          const share = nothingShares[doc.key.templates.length > 0 ? 1 : 0];
          if (!labels.includes(1) && random() < share) return;
          lessons.push({ features: features(at), labels });
        });
      }
      return learn(lessons, fillerRoles.length, candidateCourse);
    },
    apply(doc, weights) {
      const features = featuresOf(doc);
      doc.odds = doc.candidates.map((_, at) => oddsOf(weights, features(at)));
    },
  };
}

export const fillerStage: Stage = {
  learn: docs => learn(docs.flatMap(fillerLessons), 1, fillerCourse),
  apply(doc, weights) {
    doc.weighed = fillerRoles.map((_, role) => weighFillers(doc, role, weights));
  },
};

function fillerLessons(doc: Staged): Lesson[] {
  return fillerRoles.flatMap((_, role) => {
    const texts = fillerTexts(doc, role);
    return fillerFeatures(doc, role, texts).map((features, at) => ({
      features,
      labels: [Number(doc.gold.texts[role].has(texts[at].text))],
    }));
  });
}

export const typeStage: Stage = {
  learn: docs =>
    learn(
      docs.map(doc => ({
        features: typeFeatures(doc, doc.weighed),
        labels: incidentTypes.map((_, type) => Number(doc.gold.types.has(type))),
      })),
      incidentTypes.length,
      typeCourse,
    ),
  apply(doc, weights) {
    doc.types = oddsOf(weights, typeFeatures(doc, doc.weighed));
  },
};

/** Documents before any stage. */
export function staged(doc: MucDocument): Staged & Reading {
  return { ...doc, document: 0, sentences: [], odds: [], weighed: [], types: [] };
}
