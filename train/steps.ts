import { join } from 'node:path';
import { readModelFile, sectionOf } from '../src/core/base/model-file.ts';
import { Gazetteer } from '../src/core/language/places/gazetteer.ts';
import type { Resources } from '../src/core/language/resources.ts';
import { LanguageModels } from '../src/core/language/syntax/language-models.ts';
import { loadCountryNames, loadResources } from '../src/node/resources/load.ts';
import { buildGazetteer } from './data/build-gazetteer.ts';
import { trainLanguageModel } from './language-model.ts';
import { trainEventPlaces } from './places/train-event-model.ts';
import { trainPlaceNames } from './places/train-name-model.ts';
import { wordRarity } from './reconcile/build-word-rarity.ts';
import { storyWeightsSource } from './reconcile/fit-stories.ts';
import { trainRoles } from './roles/train-roles.ts';
import { trainFactuality } from './train-factuality.ts';
import { trainTies } from './train-ties.ts';

/** What a step of the training is told. */
export interface Training {
  /** The share of the data and of the rounds of the networks: 1, or less to try the trainer itself. */
  readonly share: number;
  readonly log: (line: string) => void;
  /** The bytes of a file of models/ that an earlier step has made, or of the one that is there. */
  readonly made: (file: string) => Uint8Array;
}

/** A trained file and how it is made; files are counted from the root of the repository. */
export interface TrainingStep {
  readonly name: string;
  readonly file: string;
  readonly make: (training: Training) => Uint8Array | Promise<Uint8Array>;
}

const places = join(import.meta.dirname, '..', 'data', 'places');
const noWeights = new Int8Array(0);

/** Everything that is trained, in order: a step reads what the steps before it have made, never an older file. */
export const trainingSteps: readonly TrainingStep[] = [
  { name: 'language', file: 'models/language.bin', make: trainLanguageModel },
  {
    name: 'factuality',
    file: 'models/factuality.bin',
    make: training => trainFactuality(models(training), training.log),
  },
  {
    name: 'place-names',
    file: 'models/place-names.bin',
    make: training =>
      trainPlaceNames(
        models(training),
        buildGazetteer(places, { nameModel: noWeights, eventModel: noWeights }),
        training.log,
      ),
  },
  {
    name: 'event-places',
    file: 'models/event-places.bin',
    make: training =>
      trainEventPlaces(
        models(training),
        buildGazetteer(places, { nameModel: weights(training, 'models/place-names.bin'), eventModel: noWeights }),
        training.log,
      ),
  },
  {
    name: 'gazetteer',
    file: 'models/gazetteer.bin',
    make: training =>
      buildGazetteer(places, {
        nameModel: weights(training, 'models/place-names.bin'),
        eventModel: weights(training, 'models/event-places.bin'),
      }),
  },
  {
    name: 'roles',
    file: 'models/roles.bin',
    make: training => trainRoles(resources(training), loadCountryNames(), training.log),
  },
  {
    name: 'ties',
    file: 'models/ties.bin',
    make: training => trainTies(resources(training), training.log),
  },
  { name: 'word-rarity', file: 'data/language/word-rarity.tsv', make: () => Buffer.from(wordRarity()) },
  {
    name: 'story-weights',
    file: 'src/core/reconcile/stories/story-weights.ts',
    make: ({ made }) => Buffer.from(storyWeightsSource(Buffer.from(made('data/language/word-rarity.tsv')).toString())),
  },
];

/** What reading a report needs, with the models that earlier steps have made. */
function resources(training: Training): Resources {
  const gazetteer = Gazetteer.from(training.made('models/gazetteer.bin'));
  return { ...loadResources(), models: models(training), gazetteer };
}

function models({ made }: Training): LanguageModels {
  return LanguageModels.from(made('models/language.bin'));
}

function weights({ made }: Training, file: string): Int8Array {
  return sectionOf(readModelFile(made(file)), 'weights', Int8Array);
}
