import { textVersion } from '../base/hash.ts';
import { ActorIndex } from './actors/actor-index.ts';
import { actorTables } from './actors/actor-tables.ts';
import { type NumberLexicon, readNumberLexicon } from './numbers/number-lexicon.ts';
import { Gazetteer } from './places/gazetteer.ts';
import { readSpeechLexicon, type SpeechLexicon } from './speech/speech-lexicon.ts';
import { LanguageModels } from './syntax/language-models.ts';

/** What `analyze` reads besides the report: models and lexicons, loaded once by `src/node/resources` or a browser. */
export interface Resources {
  readonly models: LanguageModels;
  readonly numbers: NumberLexicon;
  readonly speech: SpeechLexicon;
  readonly gazetteer: Gazetteer;
  readonly actors: ActorIndex;
  readonly versions: ResourceVersions;
}

/** Hashes of the content of each file that was read, by its path in the package: whoever has the same reads the same. */
export type ResourceVersions = Readonly<Record<string, string>>;

/** Gives the files of the package, by their paths in it. */
export interface ResourceFiles {
  text(path: string): string;
  bytes(path: string): Uint8Array;
  /** Runs what reads the files at `path`; what it throws means that they are damaged, which is for the adapter to say. */
  made<Value>(path: string, make: () => Value): Value;
}

export interface ResourceOptions {
  /** The user's own tables of actors: a later line replaces an earlier one of the same id. */
  readonly ownActors?: readonly string[];
}

const MODELS = 'models/language.bin';
const GAZETTEER = 'models/gazetteer.bin';
const SPEECH = 'data/lexicons/speech-cues.tsv';
const NUMBERS = ['data/lexicons/numbers.tsv', 'data/lexicons/units.tsv'] as const;
const OWN_ACTORS = 'actors.tsv';

/** The files that `readResources` reads, by their paths in the package. */
export const RESOURCE_FILES: readonly string[] = [MODELS, GAZETTEER, ...NUMBERS, SPEECH, ...actorFiles()];

/** Reads models and lexicons. What `files` throws where one is missing or damaged goes through. */
export function readResources(files: ResourceFiles, { ownActors = [] }: ResourceOptions = {}): Resources {
  const versions: Record<string, string> = {};
  const text = (path: string) => {
    const content = files.text(path);
    versions[path] = textVersion(content);
    return content;
  };
  const { made } = files;
  const models = made(MODELS, () => LanguageModels.from(files.bytes(MODELS)));
  const gazetteer = made(GAZETTEER, () => Gazetteer.from(files.bytes(GAZETTEER)));
  versions[MODELS] = models.version;
  versions[GAZETTEER] = gazetteer.version;
  Object.assign(versions, ownVersions({ ownActors }));
  return {
    models,
    gazetteer,
    numbers: made('data/lexicons', () => readNumberLexicon(text(NUMBERS[0]), text(NUMBERS[1]))),
    speech: made(SPEECH, () => readSpeechLexicon(text(SPEECH))),
    actors: made('data/actors', () => ActorIndex.from(actorTables(text, ownActors))),
    versions,
  };
}

/** The versions of what the user has of their own. */
export function ownVersions({ ownActors = [] }: ResourceOptions): ResourceVersions {
  return ownActors.length === 0 ? {} : { [OWN_ACTORS]: textVersion(ownActors.join('\n')) };
}

function actorFiles(): readonly string[] {
  const paths: string[] = [];
  actorTables(path => {
    paths.push(path);
    return '';
  });
  return paths;
}
