import type { ActorKind } from '../../model/actor.ts';

/** The three bodies of a state that the register names apart. */
export type Body = 'government' | 'military' | 'police';

/** For whom the holder of an office speaks: a body of the state, whatever actor stands beside it, or nobody named. */
export type Speaker = Body | 'body' | 'unnamed';

/** A noun for people, `data/actors/person-nouns.tsv`. */
export interface PersonNoun {
  readonly noun: string;
  readonly status: 'civilian' | 'combatant' | 'unknown';
  /** The force that the word itself implies: "soldier" a military, "constable" a police, "gunman" an armed group. */
  readonly force: Body | 'armed-group' | null;
  readonly unit: 'persons' | 'families';
  /** Whether it takes its group from an "of": members, personnel, fighters of X. */
  readonly member: boolean;
  /** Whether it speaks of those hurt: dead, wounded, losses. */
  readonly loss: boolean;
  /** What "the Xs" takes up: the group named before, whom the publisher fights, or the police or army named with it. */
  readonly anaphor: 'group' | 'opponent' | 'body' | null;
}

/** What a phrase of the register can mean where it stands. */
export type Sense =
  | {
      readonly type: 'actor';
      readonly id: string;
      readonly form: 'name' | 'alias' | 'acronym';
      readonly contested: boolean;
      readonly pejorative: boolean;
    }
  | { readonly type: 'country'; readonly country: string; readonly word: 'name' | 'adjective' | 'people' | 'capital' }
  | { readonly type: 'force'; readonly body: Body; readonly use: 'force' | 'equipment' | 'side' }
  | {
      readonly type: 'holder';
      readonly id: string;
      readonly from: string | null;
      readonly until: string | null;
      /** True where the words are the last name only. */
      readonly alone: boolean;
    }
  | { readonly type: 'group'; readonly kind: ActorKind }
  | { readonly type: 'person'; readonly person: PersonNoun; readonly plural: boolean }
  | {
      readonly type: 'office';
      readonly speaks: Speaker;
      readonly anonymous: boolean;
      readonly loose: boolean;
      /** Whether the holder serves a part of a country: a mayor, a governor. */
      readonly local: boolean;
    }
  | { readonly type: 'word'; readonly use: WordUse; readonly base: boolean };

/** Uses of the small words of `data/actors/words.tsv`, whose head says what each does. */
export type WordUse =
  | 'speech'
  | 'act'
  | 'force-act'
  | 'before'
  | 'place'
  | 'property'
  | 'modifier'
  | 'sponsor'
  | 'installed'
  | 'not-actor'
  | 'installed'
  | 'origin'
  | 'stance'
  | 'side'
  | 'band'
  | 'ordinal'
  | 'disposed'
  | 'rank'
  | 'particle'
  | 'ruler'
  | 'ours'
  | 'whose'
  | 'definite'
  | 'group-noun'
  | 'organisation-noun'
  | 'unit'
  | 'link'
  | 'function'
  | 'common'
  | 'aux';

/** A meaning of a phrase with its case rule: `exact` holds the letters that an acronym atom must have, null elsewhere. */
export interface Entry {
  readonly sense: Sense;
  readonly capital: boolean;
  readonly exact: readonly (string | null)[] | null;
  /** Whether the phrase itself has brackets, as in "CPI (Maoist)". */
  readonly brackets: boolean;
  /** Whether "the" must stand before it: "the aggression" names a side, "aggression" does not. */
  readonly article: boolean;
}
