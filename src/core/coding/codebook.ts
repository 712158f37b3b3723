import type { PhraseIndex } from '../language/phrases.ts';
import type { Harm } from '../model/casualty.ts';
import type { Certainty } from '../model/claim-base.ts';
import type { EventType } from '../model/event.ts';

/** One event type and what other projects call it, from `data/codebooks/event-types.tsv`. */
export interface EventTypeEntry {
  readonly id: EventType;
  readonly name: string;
  readonly ploverRoot: string;
  readonly ploverMode: string;
  readonly acledEvent: string;
  readonly acledSubEvent: string;
  readonly cameoQuad: number;
  readonly paragraph: string;
  /** `broad`: a more telling type of the same happening goes before it. */
  readonly detail: 'broad' | 'telling' | 'two-sided';
  readonly definition: string;
  /** UCDP's type of violence, where the type alone tells it: `one-sided`. */
  readonly ucdp: string;
  /** An invented sentence that is coded as one; empty where the happening is told as another kind of claim. */
  readonly example: string;
}

/** Where the words for the victims stand to a word of harm. */
export type VictimPosition = 'object' | 'subject' | 'of' | 'predicate' | 'head' | 'with';

/** A word that tells of harm, from `data/lexicons/harm-triggers.tsv`. */
export interface HarmTrigger {
  readonly words: string;
  readonly pos: string;
  readonly harm: Harm;
  readonly victims: VictimPosition;
  /**
   * `broad`: counts only with persons as victims; `distance`: one side's own word; `either`: a sharper word goes first;
   * `not`: counts only where it is negated; `many`: only with families or twenty people and more;
   * `honour`: a party says it of its own dead.
   */
  readonly mark: '' | 'broad' | 'distance' | 'either' | 'not' | 'many' | 'honour';
}

/** How the actors stand to a word that tells of a happening. */
export type EventFrame = 'agent' | 'mutual' | 'thing' | 'patient';

/** A word that tells of a happening, from `data/lexicons/event-triggers.tsv`. */
export interface EventTrigger {
  readonly words: string;
  readonly pos: string;
  readonly type: EventType;
  readonly frame: EventFrame;
  readonly needs: '' | 'armed' | 'persons' | 'things' | 'territory' | 'agent' | 'actors' | 'explosive';
}

/** Words that weaken a statement, and what they make of its certainty (null: they are only kept). */
export interface HedgeEntry {
  readonly words: string;
  readonly certainty: Certainty | null;
}

/** A kind of text whose battles are not fought. */
export type Genre = 'sport' | 'fiction' | 'exercise';

/** A word that tells how two actors stand to each other, from `data/lexicons/relation-words.tsv`. */
export interface RelationWord {
  readonly words: string;
  readonly frame: 'verb' | 'to' | 'noun-of' | 'between' | 'suffix';
  readonly type: RelationType;
  /** Whether the relation goes out from the second one named ("a proxy of X"). */
  readonly turn: boolean;
  /** Whether it holds on after the deed is told in the past ("pledged allegiance"). */
  readonly lasts: boolean;
  /** Whether the noun may leave open to whom ("X, a rival group"). */
  readonly bare: boolean;
  /** Whether one of the two must bear arms, because governments quarrel about fish too. */
  readonly armed: boolean;
}

export type RelationType = 'sponsors' | 'supports' | 'allied' | 'hostile' | 'splinter' | 'part-of' | 'dominates';

/** A word for a truce or for what is done about one, from `data/lexicons/ceasefire-words.tsv`, which explains each kind. */
export interface TruceWord {
  readonly words: string;
  readonly kind: 'truce' | 'pact' | 'talks' | 'mediator';
}

/** What a word of judging says, from `data/lexicons/opinion-words.tsv`, which explains each. */
export type OpinionKind = 'judgement' | 'image' | 'adjective';

/** What a word of a warning says, from `data/lexicons/warning-words.tsv`, which explains each. */
export type WarningKind = 'answer' | 'stop' | 'persist' | 'whoever';

/** What a word of a risk says, from `data/lexicons/risk-words.tsv`, which explains each. */
export type RiskKind = 'possible' | 'probable' | 'open' | 'outcome' | 'lasting' | 'rise';

/** What a word of a force's size says, from `data/lexicons/strength-words.tsv`, which explains each. */
export type StrengthKind = 'having' | 'numbering' | 'former' | 'sharing';

export type CeasefireStatus = 'proposed' | 'agreed' | 'holding' | 'broken' | 'ended' | 'rejected';

/** A small set of words that a rule asks for, from `data/lexicons/word-sets.tsv`, which says what each is. */
export type WordSet =
  | 'asserting-loss'
  | 'bearing-loss'
  | 'collective-force'
  | 'opening-fire'
  | 'more-of-the-same'
  | 'listed-victims'
  | 'repelling'
  | 'beholding'
  | 'earlier-toll'
  | 'naming'
  | 'native-of'
  | 'avenging'
  | 'account-noun'
  | 'report-noun'
  | 'not-telling'
  | 'next-door'
  | 'taking-place'
  | 'bearing-wound'
  | 'rejected-report'
  | 'rumour'
  | 'making-claim'
  | 'reported'
  | 'trace'
  | 'finding'
  | 'first-blow'
  | 'insisting'
  | 'failing'
  | 'answering'
  | 'place-preposition'
  | 'admin-unit'
  | 'silence'
  | 'other-cause'
  | 'fatal-manner'
  | 'age-or-sex'
  | 'women-and-children'
  | 'count-noun'
  | 'leading-to-figure'
  | 'admitting'
  | 'telling-figure'
  | 'revising'
  | 'one-more'
  | 'counted-victims'
  | 'to-hospital'
  | 'figure-noun'
  | 'taking-up-figure'
  | 'returning'
  | 'whole'
  | 'losses-of-dead'
  | 'losses-of-wounded'
  | 'giving-figure'
  | 'own-side'
  | 'enemy-side'
  | 'side-heading'
  | 'late-death'
  | 'old-wound'
  | 'done-by-infinitive'
  | 'another-story'
  | 'water'
  | 'explosive'
  | 'imagining-verb'
  | 'meeting'
  | 'holding-meeting';

/** A word by which a happening is laid to somebody's charge, from `data/lexicons/blame-words.tsv`. */
export interface BlameWord {
  readonly words: string;
  readonly frame: 'object' | 'to' | 'on' | 'at' | 'of' | 'with' | 'responsible' | 'be';
  /** False where the words only suspect. */
  readonly sure: boolean;
}

/** What a noun names, as far as it matters to coding: from `data/lexicons/object-nouns.tsv`. */
export type NounClass = 'territory' | 'thing' | 'weapon' | 'strength';

/** Everything that coding follows besides its grammar. `version` is a hash of the tables it was read from. */
export interface Codebook {
  readonly version: string;
  readonly eventTypes: ReadonlyMap<EventType, EventTypeEntry>;
  readonly harmTriggers: PhraseIndex<HarmTrigger>;
  readonly eventTriggers: PhraseIndex<EventTrigger>;
  readonly hedges: readonly HedgeEntry[];
  readonly wordSets: Readonly<Record<WordSet, ReadonlySet<string>>>;
  readonly genreWords: ReadonlyMap<string, readonly { readonly genre: Genre; readonly weight: number }[]>;
  readonly relationWords: PhraseIndex<RelationWord>;
  readonly truces: PhraseIndex<TruceWord>;
  readonly truceStatuses: PhraseIndex<{ readonly words: string; readonly status: CeasefireStatus }>;
  readonly warningWords: PhraseIndex<{ readonly words: string; readonly kind: WarningKind }>;
  readonly riskWords: PhraseIndex<{ readonly words: string; readonly kind: RiskKind }>;
  readonly strengthWords: PhraseIndex<{ readonly words: string; readonly kind: StrengthKind }>;
  readonly opinionWords: PhraseIndex<{ readonly words: string; readonly kind: OpinionKind }>;
  readonly denialWords: PhraseIndex<{ readonly words: string; readonly pos: string }>;
  readonly blameWords: PhraseIndex<BlameWord>;
  readonly responsibilityWords: PhraseIndex<{ readonly words: string }>;
  /** What a state is called in the names of its bodies, by ISO 3166-1 alpha-3: "the Philippines". */
  readonly stateNames: ReadonlyMap<string, string>;
  /** Adverbs that make a statement one of habit or history. */
  readonly habitWords: ReadonlySet<string>;
  /** Adjectives that put a happening before the one told. */
  readonly earlierWords: ReadonlySet<string>;
  /** Words by which a figure is a total over a time. */
  readonly totalWords: PhraseIndex<{ readonly words: string }>;
  /** Lemmas of each class; one may be of several. */
  readonly nouns: Readonly<Record<NounClass, ReadonlySet<string>>>;
}
