/** F1 of hits among predictions and gold; 0 where precision and recall are both 0. */
export function f1Of(hits: number, predicted: number, gold: number): number {
  const precision = predicted === 0 ? 0 : hits / predicted;
  const recall = gold === 0 ? 0 : hits / gold;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
