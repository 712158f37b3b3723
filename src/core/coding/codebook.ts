import { contentId } from '../base/content-id.ts';
import { readTable } from '../base/table.ts';
import { type PhraseIndex, phraseIndex } from '../language/phrases.ts';
import { Harm } from '../model/casualty.ts';
import { Certainty } from '../model/claim-base.ts';
import { EventType } from '../model/event.ts';

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
  | 'place-preposition'
  | 'admin-unit'
  | 'silence'
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

/** The texts of the tables that make up a codebook. */
export interface CodebookTables {
  readonly eventTypes: string;
  readonly harmTriggers: string;
  readonly eventTriggers: string;
  readonly hedges: string;
  readonly objectNouns: string;
  readonly scopeWords: string;
  readonly otherWorlds: string;
  readonly wordSets: string;
  readonly relationWords: string;
  readonly ceasefireWords: string;
  readonly warningWords: string;
  readonly riskWords: string;
  readonly strengthWords: string;
  readonly opinionWords: string;
  readonly states: string;
  readonly denialWords: string;
  readonly responsibilityWords: string;
  readonly blameWords: string;
}

/** Reads the tables. Throws on a value that this version does not know: the files are then newer or damaged. */
export function readCodebook(tables: CodebookTables): Codebook {
  const eventTypes = new Map(
    readTable(tables.eventTypes).map(row => [EventType.parse(row['id']), eventTypeEntry(row)]),
  );
  const eventTriggers = readTable(tables.eventTriggers).map(row => ({
    words: row['words'] ?? '',
    pos: row['pos'] ?? '',
    type: EventType.parse(row['type']),
    frame: oneOf(['agent', 'mutual', 'thing', 'patient'] as const, row['frame'] ?? '', 'frame'),
    needs: oneOf(
      ['', 'armed', 'persons', 'things', 'territory', 'agent', 'actors', 'explosive'] as const,
      row['needs'] ?? '',
      'needs',
    ),
  }));
  for (const { type, words } of eventTriggers) {
    if (!eventTypes.has(type)) throw new Error(`event-triggers.tsv: ${words} has the unknown type ${type}`);
  }
  return {
    version: contentId('cb', tables).slice(3, 11),
    eventTypes,
    eventTriggers: phraseIndex(eventTriggers),
    harmTriggers: phraseIndex(
      readTable(tables.harmTriggers).map(row => ({
        words: row['words'] ?? '',
        pos: row['pos'] ?? '',
        harm: Harm.parse(row['harm']),
        victims: oneOf(
          ['object', 'subject', 'of', 'predicate', 'head', 'with'] as const,
          row['victims'] ?? '',
          'victims',
        ),
        mark: oneOf(['', 'broad', 'distance', 'either', 'not', 'many', 'honour'] as const, row['mark'] ?? '', 'mark'),
      })),
    ),
    hedges: readTable(tables.hedges).map(row => ({
      words: row['words'] ?? '',
      certainty: row['certainty'] === 'hedge-only' ? null : Certainty.parse(row['certainty']),
    })),
    wordSets: readWordSets(tables.wordSets),
    genreWords: readGenres(tables.otherWorlds),
    relationWords: phraseIndex(readTable(tables.relationWords).map(relationWord)),
    ...readTruces(tables.ceasefireWords),
    warningWords: byKind(tables.warningWords, ['answer', 'stop', 'persist', 'whoever'] as const),
    riskWords: byKind(tables.riskWords, ['possible', 'probable', 'open', 'outcome', 'lasting', 'rise'] as const),
    strengthWords: byKind(tables.strengthWords, ['having', 'numbering', 'former', 'sharing'] as const),
    opinionWords: byKind(tables.opinionWords, ['judgement', 'image', 'adjective'] as const),
    denialWords: phraseIndex(
      readTable(tables.denialWords).map(row => ({ words: row['words'] ?? '', pos: row['pos'] ?? '' })),
    ),
    blameWords: phraseIndex(readTable(tables.blameWords).map(blameWord)),
    responsibilityWords: phraseIndex(readTable(tables.responsibilityWords).map(row => ({ words: row['words'] ?? '' }))),
    ...readScopeWords(tables.scopeWords),
    stateNames: new Map(readTable(tables.states).map(row => [row['country'] ?? '', row['name'] ?? ''])),
    nouns: readNouns(tables.objectNouns),
  };
}

function readWordSets(table: string): Codebook['wordSets'] {
  const rows = readTable(table);
  const named = (set: WordSet) => new Set(rows.filter(row => row['set'] === set).map(row => row['lemma'] ?? ''));
  return {
    'asserting-loss': named('asserting-loss'),
    'bearing-loss': named('bearing-loss'),
    'collective-force': named('collective-force'),
    'opening-fire': named('opening-fire'),
    'more-of-the-same': named('more-of-the-same'),
    'place-preposition': named('place-preposition'),
    'admin-unit': named('admin-unit'),
    silence: named('silence'),
    'fatal-manner': named('fatal-manner'),
    'age-or-sex': named('age-or-sex'),
    'women-and-children': named('women-and-children'),
    'count-noun': named('count-noun'),
    'leading-to-figure': named('leading-to-figure'),
    admitting: named('admitting'),
    'telling-figure': named('telling-figure'),
    revising: named('revising'),
    'one-more': named('one-more'),
    'counted-victims': named('counted-victims'),
    'to-hospital': named('to-hospital'),
    'figure-noun': named('figure-noun'),
    'taking-up-figure': named('taking-up-figure'),
    returning: named('returning'),
    whole: named('whole'),
    'losses-of-dead': named('losses-of-dead'),
    'losses-of-wounded': named('losses-of-wounded'),
    'giving-figure': named('giving-figure'),
    'own-side': named('own-side'),
    'enemy-side': named('enemy-side'),
    'side-heading': named('side-heading'),
    'late-death': named('late-death'),
    'old-wound': named('old-wound'),
    'done-by-infinitive': named('done-by-infinitive'),
    'another-story': named('another-story'),
    water: named('water'),
    explosive: named('explosive'),
    'imagining-verb': named('imagining-verb'),
    meeting: named('meeting'),
    'holding-meeting': named('holding-meeting'),
  };
}

function blameWord(row: Readonly<Record<string, string>>): BlameWord {
  const frames = ['object', 'to', 'on', 'at', 'of', 'with', 'responsible', 'be'] as const;
  return { words: row['words'] ?? '', frame: oneOf(frames, row['frame'] ?? '', 'frame'), sure: row['sure'] === 'yes' };
}

function readScopeWords(table: string): Pick<Codebook, 'habitWords' | 'earlierWords' | 'totalWords'> {
  const rows = readTable(table);
  const ofScope = (scope: string) => rows.filter(row => row['scope'] === scope).map(row => row['words'] ?? '');
  return {
    habitWords: new Set(ofScope('habit')),
    earlierWords: new Set(ofScope('earlier')),
    totalWords: phraseIndex(ofScope('total').map(words => ({ words }))),
  };
}

function relationWord(row: Readonly<Record<string, string>>): RelationWord {
  const types = ['sponsors', 'supports', 'allied', 'hostile', 'splinter', 'part-of', 'dominates'] as const;
  return {
    words: row['words'] ?? '',
    frame: oneOf(['verb', 'to', 'noun-of', 'between', 'suffix'] as const, row['frame'] ?? '', 'frame'),
    type: oneOf(types, row['type'] ?? '', 'type'),
    turn: (row['marks'] ?? '').includes('turn'),
    lasts: (row['marks'] ?? '').includes('lasts'),
    bare: (row['marks'] ?? '').includes('bare'),
    armed: (row['marks'] ?? '').includes('armed'),
  };
}

function readTruces(table: string): Pick<Codebook, 'truces' | 'truceStatuses'> {
  const nouns = ['truce', 'pact', 'talks', 'mediator'] as const;
  const statuses = ['proposed', 'agreed', 'holding', 'broken', 'ended', 'rejected'] as const;
  const truces: TruceWord[] = [];
  const truceStatuses: { words: string; status: CeasefireStatus }[] = [];
  for (const row of readTable(table)) {
    const words = row['words'] ?? '';
    const kind = oneOf([...nouns, ...statuses], row['kind'] ?? '', 'kind');
    const status = statuses.find(known => known === kind);
    const noun = nouns.find(known => known === kind);
    if (status !== undefined) truceStatuses.push({ words, status });
    else if (noun !== undefined) truces.push({ words, kind: noun });
  }
  return { truces: phraseIndex(truces), truceStatuses: phraseIndex(truceStatuses) };
}

function readGenres(table: string): Codebook['genreWords'] {
  const words = new Map<string, { genre: Genre; weight: number }[]>();
  for (const row of readTable(table)) {
    const genre = oneOf(['sport', 'fiction', 'exercise'] as const, row['genre'] ?? '', 'genre');
    const lemma = row['lemma'] ?? '';
    words.set(lemma, [...(words.get(lemma) ?? []), { genre, weight: Number(row['weight']) }]);
  }
  return words;
}

function readNouns(table: string): Codebook['nouns'] {
  const rows = readTable(table);
  const ofClass = (name: NounClass) =>
    new Set(rows.filter(row => row['class'] === name).map(row => row['lemma'] ?? ''));
  return {
    territory: ofClass('territory'),
    thing: ofClass('thing'),
    weapon: ofClass('weapon'),
    strength: ofClass('strength'),
  };
}

function eventTypeEntry(row: Readonly<Record<string, string>>): EventTypeEntry {
  return {
    id: EventType.parse(row['id']),
    name: row['name'] ?? '',
    ploverRoot: row['plover_root'] ?? '',
    ploverMode: row['plover_mode'] ?? '',
    acledEvent: row['acled_event'] ?? '',
    acledSubEvent: row['acled_sub_event'] ?? '',
    cameoQuad: Number(row['cameo_quad']),
    paragraph: row['paragraph'] ?? '',
    detail: oneOf(['broad', 'telling', 'two-sided'] as const, row['detail'] ?? '', 'detail'),
    definition: row['definition'] ?? '',
  };
}

/** A table of words that each say one kind of thing. */
function byKind<Kind extends string>(table: string, kinds: readonly Kind[]) {
  return phraseIndex(
    readTable(table).map(row => ({ words: row['words'] ?? '', kind: oneOf(kinds, row['kind'] ?? '', 'kind') })),
  );
}

function oneOf<Value extends string>(known: readonly Value[], value: string, column: string): Value {
  const found = known.find(name => name === value);
  if (found === undefined) throw new Error(`codebook: unknown ${column}: ${value}`);
  return found;
}
