import { actionFeatureLimit, actionFeatures } from '../src/core/language/syntax/action-features.ts';
import { labelFeatureLimit, labelFeatures } from '../src/core/language/syntax/label-features.ts';
import { parseWords } from '../src/core/language/syntax/parse-words.ts';
import { bestAction } from '../src/core/language/syntax/parser.ts';
import { argmax } from '../src/core/language/syntax/tagger.ts';
import { leftArc, rightArc, shift, TransitionState } from '../src/core/language/syntax/transition-state.ts';
import type { WordFeatures } from '../src/core/language/syntax/word-features.ts';
import type { TreeSentence } from './corpora.ts';
import { Perceptron } from './perceptron.ts';
import { seededRandom, shuffle } from './random.ts';

export interface ParserTraining {
  readonly epochs: number;
  readonly seed: number;
  /** How often, after the first epoch, the parser goes on from its own mistake and not from the right action. */
  readonly exploration: number;
}

const impossible = 99;

/** Each relation seen five times or more. */
export function labelInventory(sentences: readonly TreeSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { labels } of sentences) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 5).map(([label]) => label);
}

/** Trains the action model and the labeller together; `tags` are predicted ones (jack-knife), as in use. */
export function trainParser(
  sentences: readonly TreeSentence[],
  tags: readonly Int32Array[],
  labels: readonly string[],
  featuresOf: (form: string) => WordFeatures,
  { epochs, seed, exploration }: ParserTraining,
): { actions: Perceptron; labeller: Perceptron } {
  const actions = new Perceptron(3);
  const labeller = new Perceptron(labels.length);
  const random = seededRandom(seed);
  const gold = sentences.map(sentence => goldTree(sentence, labels));
  const order = sentences.map((_, i) => i);
  const features = new Int32Array(actionFeatureLimit);
  const labelRoom = new Int32Array(labelFeatureLimit);
  const scores = new Float32Array(3);
  const labelScores = new Float32Array(labels.length);
  const costs = new Int32Array(3);

  const labelOf = (state: TransitionState, action: number, words: ReturnType<typeof parseWords>, s: number): number => {
    const child = state.top(0);
    const head = state.governorBy(action);
    const count = labelFeatures(state, words, head, child, labelRoom);
    labeller.score(labelRoom, count, labelScores);
    const guess = argmax(labelScores);
    if (gold[s].heads[child] === head) {
      if (guess !== gold[s].labels[child]) labeller.update(labelRoom, count, gold[s].labels[child], guess);
      labeller.tick();
    }
    return guess;
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffle(order, random)) {
      const words = parseWords(sentences[s].forms.map(featuresOf), tags[s]);
      const state = new TransitionState(words.length);
      while (!state.done) {
        const count = actionFeatures(state, words, features);
        actions.score(features, count, scores);
        actionCosts(state, gold[s].heads, costs);
        const guess = bestAction(state, scores);
        const right = bestOfCheapest(state, scores, costs);
        const wrong = costs[guess] !== costs[right];
        if (wrong) actions.update(features, count, right, guess);
        actions.tick();
        const action = wrong && (epoch === 0 || random() >= exploration) ? right : guess;
        state.take(action, action === shift ? 0 : labelOf(state, action, words, s));
      }
    }
  }
  return { actions, labeller };
}

function goldTree(sentence: TreeSentence, labels: readonly string[]): { heads: Int32Array; labels: Int32Array } {
  const n = sentence.forms.length;
  const heads = new Int32Array(n + 2);
  const relations = new Int32Array(n + 2);
  for (let i = 0; i < n; i++) {
    heads[i + 1] = sentence.heads[i] < 0 ? n + 1 : sentence.heads[i] + 1;
    relations[i + 1] = Math.max(0, labels.indexOf(sentence.labels[i]));
  }
  return { heads, labels: relations };
}

/** How many gold arcs each action makes unreachable (the dynamic oracle of the arc-hybrid system). */
function actionCosts(state: TransitionState, heads: Int32Array, costs: Int32Array): void {
  const { next, root, stack, depth } = state;
  costs.fill(impossible);
  if (state.allows(shift)) {
    let cost = 0;
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]] === next) cost++;
      if (i < depth - 1 && heads[next] === stack[i]) cost++;
    }
    costs[shift] = cost;
  }
  if (depth === 0) return;
  const top = state.top(0);
  const below = state.top(1);
  let lost = 0;
  for (let j = next; j < root; j++) if (heads[j] === top) lost++;
  if (state.allows(leftArc)) {
    costs[leftArc] = lost + (below !== 0 && heads[top] === below ? 1 : 0) + (heads[top] > next ? 1 : 0);
  }
  if (state.allows(rightArc)) costs[rightArc] = lost + (heads[top] >= next ? 1 : 0);
}

function bestOfCheapest(state: TransitionState, scores: Float32Array, costs: Int32Array): number {
  const least = Math.min(...costs);
  let best = -1;
  for (let action = 0; action < 3; action++) {
    if (!state.allows(action) || costs[action] !== least) continue;
    if (best < 0 || scores[action] > scores[best]) best = action;
  }
  return best;
}
