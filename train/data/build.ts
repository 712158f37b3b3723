import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readModelFile, sectionOf } from '../../src/core/base/model-file.ts';
import { buildGazetteer } from './build-gazetteer.ts';
import { extractPlaces } from './extract-places.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = `${root}../shared/geo`;

/** Each file of `models/` that is made from `data/` by a plain program, with the program. */
const steps: readonly { readonly file: string; readonly make: () => Uint8Array }[] = [
  {
    file: 'models/gazetteer.bin',
    make: () =>
      buildGazetteer(`${root}data/places`, {
        nameModel: weights('place-names.bin'),
        eventModel: weights('event-places.bin'),
      }),
  },
];

/** Weights that train/places makes; without them the file is built all the same, to train them with. */
function weights(file: string): Int8Array {
  const path = `${root}models/${file}`;
  return existsSync(path) ? sectionOf(readModelFile(readFileSync(path)), 'weights', Int8Array) : new Int8Array(0);
}

// `npm run data` rebuilds; `-- --check` only says whether the committed files are what the text gives; `-- --extract`
// first makes the tables of data/places anew from the shared collection.
const flags = process.argv.slice(2);
if (flags.includes('--extract')) {
  if (!existsSync(shared))
    throw new Error('--extract needs the collection that the tables were made from: ../shared/geo');
  extractPlaces(shared, `${root}data/places`);
}
for (const { file, make } of steps) {
  const bytes = make();
  const same = existsSync(root + file) && Buffer.compare(readFileSync(root + file), bytes) === 0;
  if (flags.includes('--check') && !same) {
    process.exitCode = 1;
    console.error(`${file} is not what data/ gives: run npm run data`);
  } else if (!same) writeFileSync(root + file, bytes);
  console.log(`${file} ${(bytes.length / 1e6).toFixed(1)} MB ${same ? 'unchanged' : 'made'}`);
}
