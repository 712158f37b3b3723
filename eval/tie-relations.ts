import { TIE_KINDS, type TieKind } from '../src/core/coding/ties/tie-model.ts';
import type { Tie } from '../src/core/coding/ties/ties.ts';
import type { MarkedRelation } from './score/relations.ts';
import type { MarkedSpan } from './token-range.ts';

/** What the corpus of relations calls our kinds of tie. */
const TYPES: Readonly<Record<TieKind, string>> = {
  fights: 'FightingAgainst',
  allied: 'AlliesOf',
  member: 'BelongsTo',
  leads: 'InChargeOf',
  located: 'CoLocated',
  described: 'HasAttrOf',
  same: 'IsSynonymOf',
  talks: 'CommWith',
  likes: 'Likes',
  apart: 'Apart',
  dislikes: 'Dislikes',
};

/** One record of the corpus. */
export interface RelationsRecord {
  readonly id: string;
  readonly licence: string;
  readonly text: string;
  readonly relations: readonly MarkedRelation[];
}

/** Whether a record may be trained on: not where its licence forbids commercial use. */
export function isFree({ licence }: RelationsRecord): boolean {
  return licence !== 'CC BY-NC 3.0';
}

/** Our kind for a type of the corpus; null for one that it does not have. */
export function tieKindOf(type: string): TieKind | null {
  return TIE_KINDS.find(kind => TYPES[kind] === type) ?? null;
}

/** A tie in the terms of the corpus. */
export function relationOf({ kind, from, to }: Tie): MarkedRelation {
  const marked = ({ start, end }: { start: number; end: number }): MarkedSpan => ({ b: start, e: end });
  return { type: TYPES[kind], source: marked(from), target: marked(to) };
}
