import type { ActorIndex } from './actors/actor-index.ts';
import type { NumberLexicon } from './numbers/number-lexicon.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import type { SpeechLexicon } from './speech/speech-lexicon.ts';
import type { LanguageModels } from './syntax/language-models.ts';

/** What `analyze` reads besides the report: models and lexicons, loaded once by `src/node/resources` or the browser. */
export interface Resources {
  readonly models: LanguageModels;
  readonly numbers: NumberLexicon;
  readonly speech: SpeechLexicon;
  readonly gazetteer: Gazetteer;
  readonly actors: ActorIndex;
}
