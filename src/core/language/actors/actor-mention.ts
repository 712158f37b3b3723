import type { ActorKind, ActorRef } from '../../model/actor.ts';
import type { Span } from '../../model/span.ts';
import type { Body } from './sense.ts';

/** By what kind of words an actor is meant. */
export type MentionForm =
  | 'name'
  | 'alias'
  | 'acronym'
  | 'nationality+noun'
  | 'metonym'
  | 'office'
  | 'person-noun'
  | 'unknown-group';

/** Words that mean an actor or persons, with whom they mean. */
export interface ActorMention {
  /** The words without an article: "Taliban fighters", "army spokesman". */
  readonly span: Span;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly ref: ActorRef;
  readonly form: MentionForm;
  /** The noun that heads the words where it says what the persons are, in the singular: "fighter", "villager". */
  readonly head?: string;
  readonly status?: 'civilian' | 'combatant' | 'unknown';
  readonly plural?: boolean;
  /** `families` where the noun does not count persons. */
  readonly unit?: 'persons' | 'families';
  /** For an office: true where the title names nobody ("a security official"), so that its claim is an unnamed source's. */
  readonly anonymous?: boolean;
  /** True where the words are a name that enemies give. */
  readonly pejorative?: boolean;
}

/** Whom words mean, before the document decides: this is what the finders give. */
export type Target =
  /** One of these actors of the register; `contested` says for each whether the name is certain for it. */
  | { readonly type: 'actors'; readonly candidates: readonly Candidate[] }
  /** The body of a state that is named. */
  | { readonly type: 'state'; readonly country: string; readonly body: Body; readonly rule: string | null }
  /** The body of a state that is not named: "the army". */
  | { readonly type: 'implied'; readonly body: Body }
  /** Those hurt of a nation, or its people as a whole: its soldiers where the report names its military, else anybody. */
  | { readonly type: 'losses'; readonly country: string }
  | { readonly type: 'civilians'; readonly country: string | null; readonly stated: boolean }
  /** The words themselves: unknown groups, unnamed persons. */
  | {
      readonly type: 'own';
      readonly kind: ActorKind | null;
      readonly country: string | null;
      /** The full name where the words are an acronym that the text defines. */
      readonly name?: string;
    };

export interface Candidate {
  readonly id: string;
  readonly contested: boolean;
  /** The rule by which the words mean it where they are not its own name, `medium-of-party`. */
  readonly rule: string | null;
  /** How much the words are its own: its canonical name 1, a name that enemies give -1, else 0. */
  readonly own: number;
}

/** A find of one finder over atoms `[from, to)`. */
export interface Draft {
  readonly from: number;
  readonly to: number;
  readonly form: MentionForm;
  readonly target: Target;
  readonly person?: PersonPart;
  readonly anonymous?: boolean;
  readonly pejorative?: boolean;
  /** Whether the noun is also a title, whose holder speaks for the body that it is of: "commander". */
  readonly title?: boolean;
  /** Whether the words are an office that serves a part of a country: "the mayor". */
  readonly local?: boolean;
  /** Whether the words are a proper name that the register does not have. */
  readonly named?: boolean;
  /** A noun that takes up what was named before: "the group", "the agency", "the spokesman". */
  readonly anaphor?: 'group' | 'organisation' | 'office';
}

export interface PersonPart {
  readonly noun: string;
  readonly status: 'civilian' | 'combatant' | 'unknown';
  readonly unit: 'persons' | 'families';
  readonly plural: boolean;
  readonly anaphor: 'group' | 'opponent' | 'body' | null;
}
