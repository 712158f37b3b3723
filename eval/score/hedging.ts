/** A happening of the data with what was predicted for it; null where nothing was. */
export interface HedgedTarget {
  readonly value: number;
  readonly predicted: number | null;
}

/**
 * Pearson r and mean absolute error over all targets, as corpora/score/hedging.py computes them: a target without a
 * prediction counts as 3, what a reader who never hedges would say.
 */
export function scoreHedging(targets: readonly HedgedTarget[]): { readonly r: number; readonly mae: number } {
  const guesses = targets.map(({ predicted }) => Math.max(-3, Math.min(3, predicted ?? 3)));
  const count = Math.max(1, targets.length);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / count;
  const values = targets.map(({ value }) => value);
  const [guessMean, valueMean] = [mean(guesses), mean(values)];
  const guessSpread = mean(guesses.map(guess => (guess - guessMean) ** 2));
  const valueSpread = mean(values.map(value => (value - valueMean) ** 2));
  const shared = mean(guesses.map((guess, i) => (guess - guessMean) * (values[i] - valueMean)));
  return {
    r: guessSpread * valueSpread === 0 ? 0 : shared / Math.sqrt(guessSpread * valueSpread),
    mae: mean(guesses.map((guess, i) => Math.abs(guess - values[i]))),
  };
}
