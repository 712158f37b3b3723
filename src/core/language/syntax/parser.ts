import { actionFeatureLimit, actionFeatures } from './action-features.ts';
import { labelFeatureLimit, labelFeatures } from './label-features.ts';
import type { Scorer } from './linear-model.ts';
import { type ParseWords, parseWords } from './parse-words.ts';
import { argmax } from './tagger.ts';
import { shift, TransitionState } from './transition-state.ts';
import type { WordFeatures } from './word-features.ts';

/** The greedy arc-hybrid parser: one model picks the action, a second names each arc when it is made. */
export interface ParserModel {
  readonly actions: Scorer;
  readonly labeller: Scorer;
  readonly labels: readonly string[];
}

/** A tree over a sentence's words: heads count words, -1 is the root; labels index the model's. */
export interface Tree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

export function parseTree(words: readonly WordFeatures[], tags: Int32Array, model: ParserModel): Tree {
  const view = parseWords(words, tags);
  const state = new TransitionState(words.length);
  const scores = new Float32Array(3);
  const features = new Int32Array(actionFeatureLimit);
  const labelRoom = new Int32Array(labelFeatureLimit);
  const labelScores = new Float32Array(model.labels.length);
  while (!state.done) {
    model.actions.score(features, actionFeatures(state, view, features), scores);
    const action = bestAction(state, scores);
    state.take(action, action === shift ? 0 : labelOf(state, action, view, model, labelRoom, labelScores));
  }
  const heads = state.heads.slice(1, words.length + 1);
  for (let i = 0; i < heads.length; i++) heads[i] = heads[i] === state.root ? -1 : heads[i] - 1;
  return { heads, labels: state.labels.slice(1, words.length + 1) };
}

/** The allowed action with the highest score. */
export function bestAction(state: TransitionState, scores: Float32Array): number {
  let best = -1;
  for (let action = 0; action < 3; action++) {
    if (state.allows(action) && (best < 0 || scores[action] > scores[best])) best = action;
  }
  return best;
}

function labelOf(
  state: TransitionState,
  action: number,
  words: ParseWords,
  model: ParserModel,
  room: Int32Array,
  scores: Float32Array,
): number {
  const count = labelFeatures(state, words, state.governorBy(action), state.top(0), room);
  model.labeller.score(room, count, scores);
  return argmax(scores);
}
