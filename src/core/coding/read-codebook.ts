import { contentId } from '../base/content-id.ts';
import { readTable } from '../base/table.ts';
import { phraseIndex } from '../language/phrases.ts';
import { Harm } from '../model/casualty.ts';
import { Certainty } from '../model/claim-base.ts';
import { EventType } from '../model/event.ts';
import type {
  BlameWord,
  CeasefireStatus,
  Codebook,
  EventTypeEntry,
  Genre,
  NounClass,
  RelationWord,
  TruceWord,
  WordSet,
} from './codebook.ts';

/** The tables that make up a codebook, by their paths in the package. */
export const CODEBOOK_FILES = {
  eventTypes: 'data/codebooks/event-types.tsv',
  harmTriggers: 'data/lexicons/harm-triggers.tsv',
  eventTriggers: 'data/lexicons/event-triggers.tsv',
  hedges: 'data/lexicons/hedges.tsv',
  objectNouns: 'data/lexicons/object-nouns.tsv',
  scopeWords: 'data/lexicons/scope-words.tsv',
  wordSets: 'data/lexicons/word-sets.tsv',
  otherWorlds: 'data/lexicons/other-worlds.tsv',
  relationWords: 'data/lexicons/relation-words.tsv',
  ceasefireWords: 'data/lexicons/ceasefire-words.tsv',
  warningWords: 'data/lexicons/warning-words.tsv',
  riskWords: 'data/lexicons/risk-words.tsv',
  strengthWords: 'data/lexicons/strength-words.tsv',
  opinionWords: 'data/lexicons/opinion-words.tsv',
  states: 'data/actors/states.tsv',
  denialWords: 'data/lexicons/denial-words.tsv',
  responsibilityWords: 'data/lexicons/responsibility-words.tsv',
  blameWords: 'data/lexicons/blame-words.tsv',
} as const;

/** The texts of the tables that make up a codebook. */
export type CodebookTables = Readonly<Record<keyof typeof CODEBOOK_FILES, string>>;

/** The texts of the tables, for a reader of files: `text` gives that of a path below the package. */
export function codebookTables(text: (path: string) => string): CodebookTables {
  const entries = Object.entries(CODEBOOK_FILES).map(([table, path]) => [table, text(path)] as const);
  return Object.fromEntries(entries) as CodebookTables;
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
    'other-cause': named('other-cause'),
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
    'listed-victims': named('listed-victims'),
    repelling: named('repelling'),
    beholding: named('beholding'),
    'earlier-toll': named('earlier-toll'),
    naming: named('naming'),
    'native-of': named('native-of'),
    avenging: named('avenging'),
    'account-noun': named('account-noun'),
    'report-noun': named('report-noun'),
    'not-telling': named('not-telling'),
    'next-door': named('next-door'),
    'taking-place': named('taking-place'),
    'bearing-wound': named('bearing-wound'),
    'rejected-report': named('rejected-report'),
    rumour: named('rumour'),
    'making-claim': named('making-claim'),
    reported: named('reported'),
    trace: named('trace'),
    finding: named('finding'),
    'first-blow': named('first-blow'),
    insisting: named('insisting'),
    failing: named('failing'),
    answering: named('answering'),
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
    ucdp: row['ucdp'] ?? '',
    example: row['example'] ?? '',
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
