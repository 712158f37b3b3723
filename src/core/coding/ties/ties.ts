import type { Span } from '../../model/span.ts';
import type { ActLexicon } from '../acts/act-lexicon.ts';
import { type Context, spanOf } from '../context.ts';
import { type Nominal, nominalsOf } from './nominals.ts';
import { tieFeatures } from './tie-features.ts';
import { TIE_KINDS, type TieKind, type TieModel, tieChances, tieRows, tieScale } from './tie-model.ts';

/** One tie as a sentence tells it: what `from` is or does to `to`. */
export interface Tie {
  readonly kind: TieKind;
  readonly from: Span;
  readonly to: Span;
  /** How likely the model takes it to be, 0 to 1. */
  readonly chance: number;
}

/** Two phrases that stand in one sentence, near enough to be tied. */
export interface NominalPair {
  readonly from: Nominal;
  readonly to: Nominal;
}

/**
 * The ties between actors, places and things that the sentences of a document tell (codebook §11.3), the likeliest of
 * each kind where phrases overlap. A view for networks of actors and no claim: it says not when, or who says so.
 */
export function tiesIn(context: Context, acts: ActLexicon, model: TieModel): readonly Tie[] {
  const scene = { context, acts, words: model.words };
  const found: Tie[] = [];
  for (const { from, to } of pairsIn(context)) {
    const chances = tieChances(model.weights, tieRows(tieFeatures(scene, from, to)), tieScale);
    TIE_KINDS.forEach((kind, k) => {
      const chance = chances[k + 1];
      const { tokens } = context.tree;
      if (chance > model.least[k]) found.push({ kind, from: spanOf(tokens, from), to: spanOf(tokens, to), chance });
    });
  }
  return likeliest(found);
}

const REACH = 40;

/** All ordered pairs of noun phrases that stand in one sentence, at most forty words apart. */
export function pairsIn(context: Context): readonly NominalPair[] {
  return context.doc.sentences.flatMap(({ tokenStart, tokenEnd }) => {
    const nominals = nominalsOf(context, tokenStart, tokenEnd);
    return nominals.flatMap(from =>
      nominals.flatMap(to => (from === to || Math.abs(from.head - to.head) > REACH ? [] : [{ from, to }])),
    );
  });
}

/** Of ties of one kind over the same words only the likeliest; who fights whom is the same both ways round. */
function likeliest(ties: readonly Tie[]): readonly Tie[] {
  const kept: Tie[] = [];
  for (const tie of [...ties].sort((a, b) => b.chance - a.chance)) {
    const isKnown = kept.some(
      other =>
        other.kind === tie.kind &&
        ((meet(other.from, tie.from) && meet(other.to, tie.to)) ||
          (MUTUAL.has(tie.kind) && meet(other.from, tie.to) && meet(other.to, tie.from))),
    );
    if (!isKnown) kept.push(tie);
  }
  return kept.sort((a, b) => a.from.start - b.from.start || a.to.start - b.to.start);
}

const MUTUAL: ReadonlySet<TieKind> = new Set(['fights', 'allied']);

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
