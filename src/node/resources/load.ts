import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { CasusError } from '../../core/base/error.ts';
import { textVersion } from '../../core/base/hash.ts';
import { MODEL_HEAD_LENGTH, modelFileVersion } from '../../core/base/model-file.ts';
import { readTable } from '../../core/base/table.ts';
import { type ActLexicon, readActLexicon } from '../../core/coding/acts/act-lexicon.ts';
import type { Codebook } from '../../core/coding/codebook.ts';
import { type KindLexicon, readKindLexicon } from '../../core/coding/kinds/kind-lexicon.ts';
import { type PoliceWords, readPoliceWords } from '../../core/coding/kinds/police-actions.ts';
import { codebookTables, readCodebook } from '../../core/coding/read-codebook.ts';
import { type RoleModels, readRoleModels } from '../../core/coding/roles/role-models.ts';
import { readTieModel, type TieModel } from '../../core/coding/ties/tie-model.ts';
import { type CountryCode, readCountryCodes } from '../../core/export/country-codes.ts';
import { type PublisherRegister, readPublishers } from '../../core/ingest/publisher-register.ts';
import { ActorIndex } from '../../core/language/actors/actor-index.ts';
import { actorTables } from '../../core/language/actors/actor-tables.ts';
import { Gazetteer } from '../../core/language/places/gazetteer.ts';
import {
  ownVersions,
  RESOURCE_FILES,
  type ResourceOptions,
  type Resources,
  type ResourceVersions,
  readResources,
} from '../../core/language/resources.ts';
import { LanguageModels } from '../../core/language/syntax/language-models.ts';
import { readTokenRules, type TokenRules } from '../../core/language/text/token-rules.ts';
import type { WordRarity } from '../../core/reconcile/account-words.ts';
import { readWordRarity } from '../../core/reconcile/word-rarity.ts';
import { keepWasmCode } from './keep-wasm-code.ts';
import { ROOT } from './root.ts';

export interface LoadOptions {
  /** The folder that holds `data/` and `models/`; the package itself where none is given. */
  readonly root?: URL;
}

/** Reads the models and lexicons that `analyze` needs. Throws a `CasusError` that names the file which fails. */
export function loadResources({ root = ROOT, ...options }: LoadOptions & ResourceOptions = {}): Resources {
  const read = () => readResources({ text: textsOf(root), bytes: path => bytesOf(root, path), made }, options);
  if (root !== ROOT || (options.ownActors ?? []).length > 0) return read();
  shipped.resources ??= read();
  return shipped.resources;
}

/** What the package itself holds never changes: who codes and who masks names in one process share it. */
const shipped: { resources?: Resources } = {};

/** The versions of what `loadResources` reads, without reading the models themselves. */
export function loadResourceVersions({
  root = ROOT,
  ...options
}: LoadOptions & ResourceOptions = {}): ResourceVersions {
  const text = textsOf(root);
  const versionOf = (path: string) =>
    path.endsWith('.bin') ? made(path, () => modelFileVersion(headOf(root, path))) : textVersion(text(path));
  return { ...Object.fromEntries(RESOURCE_FILES.map(path => [path, versionOf(path)])), ...ownVersions(options) };
}

/** What is known of publishers: the register of the package, and the user's own tables after it. */
export function loadPublishers({
  root = ROOT,
  ledger,
}: LoadOptions & { readonly ledger?: string } = {}): PublisherRegister {
  const path = 'data/sources/publishers.tsv';
  const shipped = textsOf(root)(path);
  const own = ledger === undefined ? null : join(ledger, 'publishers.tsv');
  if (own === null || !existsSync(own)) return made(path, () => readPublishers([shipped]));
  return made(own, () => readPublishers([shipped, readFileSync(own, 'utf8')]));
}

/** The models that tag, parse and find names. */
export function loadLanguageModels({ root = ROOT }: LoadOptions = {}): LanguageModels {
  keepWasmCode();
  const path = 'models/language.bin';
  return made(path, () => LanguageModels.from(bytesOf(root, path)));
}

/** The register of actors: what reading a report needs, before it is coded. */
export function loadActors({ root = ROOT, ownActors = [] }: LoadOptions & ResourceOptions = {}): ActorIndex {
  return made('data/actors', () => ActorIndex.from(actorTables(textsOf(root), ownActors)));
}

/** The places of the world. */
export function loadGazetteer({ root = ROOT }: LoadOptions = {}): Gazetteer {
  const path = 'models/gazetteer.bin';
  return made(path, () => Gazetteer.from(bytesOf(root, path)));
}

/** The models that find who had which role in an incident: for whoever asks for templates. */
export function loadRoleModels({ root = ROOT }: LoadOptions = {}): RoleModels {
  const path = 'models/roles.bin';
  return made(path, () => readRoleModels(bytesOf(root, path)));
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

/** The model of ties between actors, places and things. */
export function loadTieModel({ root = ROOT }: LoadOptions = {}): TieModel {
  const path = 'models/ties.bin';
  return made(path, () => readTieModel(bytesOf(root, path)));
}

/** Codes of countries for other people's formats. */
export function loadCountryCodes({ root = ROOT }: LoadOptions = {}): ReadonlyMap<string, CountryCode> {
  const path = 'data/exports/country-codes.tsv';
  return made(path, () => readCountryCodes(textsOf(root)(path)));
}

/** Reads the tables of the codebook. Throws a `CasusError` that names the file which fails. */
export function loadCodebook({ root = ROOT }: LoadOptions = {}): Codebook {
  return made('data/lexicons', () => readCodebook(codebookTables(textsOf(root))));
}

/** The text of one table of the package, for showing a line of it. */
export function loadText(path: string, { root = ROOT }: LoadOptions = {}): string {
  return textsOf(root)(path);
}

function textsOf(root: URL): (path: string) => string {
  return path => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(root, path));
}

/** The first bytes of a model file, in which its checksum stands. */
function headOf(root: URL, path: string): Uint8Array {
  const head = new Uint8Array(MODEL_HEAD_LENGTH);
  try {
    const file = openSync(new URL(path, root), 'r');
    try {
      readSync(file, head);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new CasusError('resource-missing', path, { cause });
  }
  return head;
}

/** The bytes of one file of the package. Throws a `CasusError` where it cannot be read. */
export function bytesOf(root: URL, path: string): Uint8Array {
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
