import type { MarkedSpan } from '../token-range.ts';
import { assignment } from './assignment.ts';
import { f1Of } from './f1.ts';

/** A relation between two spans of one text. */
export interface MarkedRelation {
  readonly type: string;
  readonly source: MarkedSpan;
  readonly target: MarkedSpan;
}

/** The relations of one text: those of the gold, and those found. */
export interface RelatedText {
  readonly gold: readonly MarkedRelation[];
  readonly found: readonly MarkedRelation[];
}

/** Types that hold both ways round, so that their direction is not judged. */
const BOTH: ReadonlySet<string> = new Set(['FightingAgainst', 'AlliesOf']);
const CORE: ReadonlySet<string> = new Set([...BOTH, 'BelongsTo', 'InChargeOf']);

/** F1 of relations whose spans overlap those of the gold, one to one: of the four core types, of all, and of each. */
export interface RelationScores {
  readonly core: number;
  readonly all: number;
  readonly types: ReadonlyMap<string, number>;
}

interface Count {
  hits: number;
  found: number;
  gold: number;
}

/** Agrees with `relaxed` of the reference scorer (`corpora/score/relations.py`). */
export function scoreRelations(texts: readonly RelatedText[]): RelationScores {
  const counts = new Map<string, Count>();
  for (const { gold, found } of texts) {
    const [golds, founds] = [unique(gold), unique(found)];
    for (const type of new Set([...golds, ...founds].map(relation => relation.type))) {
      const count = counts.get(type) ?? { hits: 0, found: 0, gold: 0 };
      const mine = founds.filter(relation => relation.type === type);
      const theirs = golds.filter(relation => relation.type === type);
      const weights = mine.map(a => theirs.map(b => (same(a, b) ? 1 : 0)));
      count.hits += assignment(weights).filter(([i, j]) => weights[i][j] > 0).length;
      count.found += mine.length;
      count.gold += theirs.length;
      counts.set(type, count);
    }
  }
  const total = (types: readonly string[]) => f1(types.map(type => counts.get(type) ?? { hits: 0, found: 0, gold: 0 }));
  const types = [...counts.keys()];
  return {
    core: total(types.filter(type => CORE.has(type))),
    all: total(types),
    types: new Map(types.map(type => [type, total([type])])),
  };
}

function f1(counts: readonly Count[]): number {
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
  return f1Of(
    sum(({ hits }) => hits),
    sum(({ found }) => found),
    sum(({ gold }) => gold),
  );
}

function unique(relations: readonly MarkedRelation[]): readonly MarkedRelation[] {
  const keyOf = ({ type, source, target }: MarkedRelation) => [type, source.b, source.e, target.b, target.e].join(' ');
  return [...new Map(relations.map(relation => [keyOf(relation), relation])).values()];
}

function same(a: MarkedRelation, b: MarkedRelation): boolean {
  if (meet(a.source, b.source) && meet(a.target, b.target)) return true;
  return BOTH.has(b.type) && meet(a.source, b.target) && meet(a.target, b.source);
}

function meet(a: MarkedSpan, b: MarkedSpan): boolean {
  return a.b < b.e && b.b < a.e;
}
