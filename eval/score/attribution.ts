import { assignment } from './assignment.ts';
import { f1Of } from './f1.ts';

/** Half-open offsets, named as in the data. */
export interface TextSpan {
  readonly b: number;
  readonly e: number;
}

/** Who says what: each part may stand in several places, and any but the cue may be missing. */
export interface Attribution {
  readonly cue: readonly TextSpan[];
  readonly source: readonly TextSpan[];
  readonly content: readonly TextSpan[];
}

export interface AttributedText {
  readonly gold: readonly Attribution[];
  readonly predicted: readonly Attribution[];
}

/** A gold and a predicted attribution whose cues overlap, with the overlap F of their sources and contents. */
export interface AttributionPair {
  readonly gold: Attribution;
  readonly predicted: Attribution;
  readonly source: number;
  readonly content: number;
}

/** Pairs of gold and predicted attributions by their cues, as corpora/score/attribution.py makes them. */
export function pairAttributions({ gold, predicted }: AttributedText): readonly AttributionPair[] {
  const golds = gold.filter(({ cue }) => cue.length > 0);
  const found = predicted.filter(({ cue }) => cue.length > 0);
  const goldCues = golds.map(({ cue }) => charactersOf(cue));
  const goldSources = golds.map(({ source }) => charactersOf(source));
  const weights = found.map(({ cue, source }) => {
    const characters = charactersOf(cue);
    const sourceCharacters = charactersOf(source);
    return goldCues.map((other, j) => {
      const shared = common(characters, other);
      const share = shared / Math.max(1, characters.size + other.size - shared);
      // Of equal cues the pair with the nearer source wins.
      return share === 0 ? 0 : share + 0.001 * overlap(sourceCharacters, goldSources[j]);
    });
  });
  return assignment(weights)
    .filter(([i, j]) => weights[i][j] > 0)
    .map(([i, j]) => ({
      gold: golds[j],
      predicted: found[i],
      source: overlap(charactersOf(found[i].source), goldSources[j]),
      content: overlap(charactersOf(found[i].content), charactersOf(golds[j].content)),
    }));
}

/** The scores of `../shared/EVAL.md` over texts. */
export function scoreAttribution(texts: readonly AttributedText[]): Readonly<Record<string, number>> {
  const sum = { cue: 0, source: 0, content: 0, gold: 0, predicted: 0 };
  for (const text of texts) {
    const pairs = pairAttributions(text);
    sum.gold += text.gold.filter(({ cue }) => cue.length > 0).length;
    sum.predicted += text.predicted.filter(({ cue }) => cue.length > 0).length;
    sum.cue += pairs.length;
    for (const pair of pairs) {
      sum.source += pair.source;
      sum.content += pair.content;
    }
  }
  return {
    cue_f1: f1Of(sum.cue, sum.predicted, sum.gold),
    source_f1: f1Of(sum.source, sum.predicted, sum.gold),
    content_f1: f1Of(sum.content, sum.predicted, sum.gold),
  };
}

function charactersOf(spans: readonly TextSpan[]): ReadonlySet<number> {
  const characters = new Set<number>();
  for (const { b, e } of spans) for (let i = b; i < e; i++) characters.add(i);
  return characters;
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const character of a) if (b.has(character)) count++;
  return count;
}

/** F of two sets of characters; 1 when both are empty. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 1 : (2 * common(a, b)) / (a.size + b.size);
}
