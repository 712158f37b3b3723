import { readFileSync } from 'node:fs';
import { CasusError } from '../../core/base/error.ts';
import { readTable } from '../../core/base/table.ts';
import { type ActLexicon, readActLexicon } from '../../core/coding/acts/act-lexicon.ts';
import { type Codebook, readCodebook } from '../../core/coding/index.ts';
import { type KindLexicon, readKindLexicon } from '../../core/coding/kinds/kind-lexicon.ts';
import { type PoliceWords, readPoliceWords } from '../../core/coding/kinds/police-actions.ts';
import { type CountryCode, readCountryCodes } from '../../core/export/country-codes.ts';
import { type PublisherRegister, readPublishers } from '../../core/ingest/index.ts';
import { ActorIndex } from '../../core/language/actors/actor-index.ts';
import { actorTables } from '../../core/language/actors/actor-tables.ts';
import { readNumberLexicon } from '../../core/language/numbers/number-lexicon.ts';
import { Gazetteer } from '../../core/language/places/gazetteer.ts';
import type { Resources } from '../../core/language/resources.ts';
import { readSpeechLexicon } from '../../core/language/speech/speech-lexicon.ts';
import { LanguageModels } from '../../core/language/syntax/language-models.ts';
import { readTokenRules, type TokenRules } from '../../core/language/text/token-rules.ts';
import { readWordRarity, type WordRarity } from '../../core/reconcile/index.ts';
import { ROOT } from './root.ts';

export interface LoadOptions {
  /** The folder that holds `data/` and `models/`; the package itself where none is given. */
  readonly root?: URL;
}

/** Reads the models and lexicons that `analyze` needs. Throws a `CasusError` that names the file which fails. */
export function loadResources({ root = ROOT }: LoadOptions = {}): Resources {
  const text = textsOf(root);
  return {
    models: loadLanguageModels({ root }),
    gazetteer: loadGazetteer({ root }),
    numbers: made('data/lexicons', () =>
      readNumberLexicon(text('data/lexicons/numbers.tsv'), text('data/lexicons/units.tsv')),
    ),
    speech: made('data/lexicons/speech-cues.tsv', () => readSpeechLexicon(text('data/lexicons/speech-cues.tsv'))),
    actors: loadActors({ root }),
  };
}

/** What is known of publishers: the register of the package, and the user's own tables after it. */
export function loadPublishers({ root = ROOT }: LoadOptions = {}): PublisherRegister {
  const path = 'data/sources/publishers.tsv';
  return made(path, () => readPublishers([textsOf(root)(path)]));
}

/** The models that tag, parse and find names. */
export function loadLanguageModels({ root = ROOT }: LoadOptions = {}): LanguageModels {
  return fromBytes(root, 'models/language.bin', bytes => LanguageModels.from(bytes));
}

/** The register of actors: what reading a report needs, before it is coded. */
export function loadActors({ root = ROOT }: LoadOptions = {}): ActorIndex {
  return made('data/actors', () => ActorIndex.from(actorTables(textsOf(root))));
}

/** The places of the world. */
export function loadGazetteer({ root = ROOT }: LoadOptions = {}): Gazetteer {
  return fromBytes(root, 'models/gazetteer.bin', bytes => Gazetteer.from(bytes));
}

/** How rare words are in news, for comparing accounts. */
export function loadWordRarity({ root = ROOT }: LoadOptions = {}): WordRarity {
  const path = 'data/language/word-rarity.tsv';
  return made(path, () => readWordRarity(textsOf(root)(path)));
}

/** How tokens and sentences are cut, for whoever needs no more of the language than that. */
export function loadTokenRules({ root = ROOT }: LoadOptions = {}): TokenRules {
  const path = 'data/language/tokens.tsv';
  return made(path, () => readTokenRules(textsOf(root)(path).split('\n')));
}

/** The names of countries by ISO 3166-1 alpha-3 code. */
export function loadCountryNames({ root = ROOT }: LoadOptions = {}): ReadonlyMap<string, string> {
  const path = 'data/actors/states.tsv';
  return made(path, () => {
    const rows = readTable(textsOf(root)(path));
    return new Map(rows.map(({ country = '', name = '' }) => [country, name]));
  });
}

/** The acts by which actors meet each other, and the words that tell of them. */
export function loadActLexicon({ root = ROOT }: LoadOptions = {}): ActLexicon {
  const text = textsOf(root);
  const path = 'data/lexicons/act-words.tsv';
  return made(path, () => readActLexicon(text('data/codebooks/acts.tsv'), text(path)));
}

/** What a short text may be about, and the words and rules that tell. */
export function loadKindLexicon({ root = ROOT }: LoadOptions = {}): KindLexicon {
  const text = textsOf(root);
  return made('data/codebooks/kind-rules.tsv', () =>
    readKindLexicon(
      text('data/codebooks/kinds.tsv'),
      text('data/codebooks/kind-rules.tsv'),
      text('data/lexicons/kind-words.tsv'),
    ),
  );
}

/** The words that tell what police did. */
export function loadPoliceWords({ root = ROOT }: LoadOptions = {}): PoliceWords {
  const path = 'data/lexicons/police-words.tsv';
  return made(path, () => readPoliceWords(textsOf(root)(path)));
}

/** Codes of countries for other people's formats. */
export function loadCountryCodes({ root = ROOT }: LoadOptions = {}): ReadonlyMap<string, CountryCode> {
  const path = 'data/exports/country-codes.tsv';
  return made(path, () => readCountryCodes(textsOf(root)(path)));
}

/** Reads the tables of the codebook. Throws a `CasusError` that names the file which fails. */
export function loadCodebook({ root = ROOT }: LoadOptions = {}): Codebook {
  const text = textsOf(root);
  return made('data/lexicons', () =>
    readCodebook({
      eventTypes: text('data/codebooks/event-types.tsv'),
      harmTriggers: text('data/lexicons/harm-triggers.tsv'),
      eventTriggers: text('data/lexicons/event-triggers.tsv'),
      hedges: text('data/lexicons/hedges.tsv'),
      objectNouns: text('data/lexicons/object-nouns.tsv'),
      scopeWords: text('data/lexicons/scope-words.tsv'),
      wordSets: text('data/lexicons/word-sets.tsv'),
      otherWorlds: text('data/lexicons/other-worlds.tsv'),
      relationWords: text('data/lexicons/relation-words.tsv'),
      ceasefireWords: text('data/lexicons/ceasefire-words.tsv'),
      warningWords: text('data/lexicons/warning-words.tsv'),
      riskWords: text('data/lexicons/risk-words.tsv'),
      strengthWords: text('data/lexicons/strength-words.tsv'),
      opinionWords: text('data/lexicons/opinion-words.tsv'),
      states: text('data/actors/states.tsv'),
      denialWords: text('data/lexicons/denial-words.tsv'),
      responsibilityWords: text('data/lexicons/responsibility-words.tsv'),
      blameWords: text('data/lexicons/blame-words.tsv'),
    }),
  );
}

function textsOf(root: URL): (path: string) => string {
  return path => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(root, path));
}

function fromBytes<T>(root: URL, path: string, make: (bytes: Uint8Array) => T): T {
  return made(path, () => make(bytesOf(root, path)));
}

function bytesOf(root: URL, path: string): Uint8Array {
  try {
    return readFileSync(new URL(path, root));
  } catch (cause) {
    throw new CasusError('resource-missing', path, { cause });
  }
}

/** What a reader makes of the files at `path`. What it throws means that they are damaged. */
function made<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof CasusError) throw cause;
    throw new CasusError(
      'resource-damaged',
      path,
      cause instanceof Error ? { cause, detail: cause.message } : { cause },
    );
  }
}
