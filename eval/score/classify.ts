/** Scores of one label a record, as shares; `right` and `given` count records. */
export interface LabelScores {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly weightedF1: number;
  readonly right: number;
  readonly given: number;
  /** F1 of each class of the gold. */
  readonly classes: ReadonlyMap<string, number>;
}

/** One record: its gold label, and the label given to it, null where none was given, which counts as wrong. */
export interface Labelled {
  readonly gold: string;
  readonly given: string | null;
}

/**
 * One label a record. Macro-F1 is the mean over the classes of the gold, weighted F1 weighs them by their frequency there;
 * agrees with the reference scorer (`corpora/score/classify.py`).
 */
export function scoreLabels(records: readonly Labelled[]): LabelScores {
  const golds = countOf(records.map(({ gold }) => gold));
  const givens = countOf(records.flatMap(({ given }) => (given === null ? [] : [given])));
  const hits = countOf(records.flatMap(({ gold, given }) => (gold === given ? [gold] : [])));
  const classes = new Map<string, number>();
  let weighted = 0;
  for (const [label, count] of golds) {
    const f1 = (2 * (hits.get(label) ?? 0)) / (count + (givens.get(label) ?? 0));
    classes.set(label, f1);
    weighted += f1 * count;
  }
  const right = sum(hits.values());
  return {
    accuracy: right / Math.max(1, records.length),
    macroF1: mean(classes),
    weightedF1: weighted / Math.max(1, records.length),
    right,
    given: sum(givens.values()),
    classes,
  };
}

/** One record of several labels. */
export interface ManyLabelled {
  readonly gold: readonly string[];
  readonly given: readonly string[];
}

/** Scores of several labels a record: F1 of each label of the gold, their mean, and the share of exact sets. */
export interface ManyLabelScores {
  readonly macroF1: number;
  readonly exactSet: number;
  readonly labels: ReadonlyMap<string, number>;
}

/** Several labels a record; agrees with the reference scorer (`corpora/score/classify.py`). */
export function scoreManyLabels(records: readonly ManyLabelled[]): ManyLabelScores {
  const golds = countOf(records.flatMap(({ gold }) => [...new Set(gold)]));
  const givens = countOf(records.flatMap(({ given }) => [...new Set(given)]));
  const hits = countOf(records.flatMap(({ gold, given }) => [...new Set(gold)].filter(label => given.includes(label))));
  const labels = new Map<string, number>();
  for (const [label, count] of golds)
    labels.set(label, (2 * (hits.get(label) ?? 0)) / (count + (givens.get(label) ?? 0)));
  const exact = records.filter(({ gold, given }) => sameSet(gold, given)).length;
  return { macroF1: mean(labels), exactSet: exact / Math.max(1, records.length), labels };
}

/** The F1 of each label for people: "ACCUSE .81, AGREE .87". */
export function labelsInWords(labels: ReadonlyMap<string, number>): string {
  const sorted = [...labels].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([label, f1]) => `${label} ${f1.toFixed(2)}`).join(', ');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every(label => b.includes(label));
}

function countOf(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}

function mean(classes: ReadonlyMap<string, number>): number {
  return sum(classes.values()) / Math.max(1, classes.size);
}
