import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  linesSection,
  type ModelSection,
  readModelFile,
  sectionOf,
  writeModelFile,
} from '../src/core/base/model-file.ts';
import { nameLabels } from './name-corpora.ts';
import { type NetworkName, networkNames, readTrainingSet } from './networks.ts';
import type { Training } from './steps.ts';
import { lemmaExceptions } from './train-lemmas.ts';

/** The bytes of models/language.bin: both networks, each trained in a thread of its own, and what they read with. */
export async function trainLanguageModel({ share, log }: Training): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'casus-train-'));
  try {
    const trained = await Promise.all(networkNames.map(name => trainApart(name, share, folder, log)));
    return languageModel(share, trained.flat());
  } finally {
    await rm(folder, { recursive: true });
  }
}

function languageModel(share: number, networks: readonly ModelSection[]): Uint8Array {
  const { trees, inventories, transitions, table, words } = readTrainingSet(share);
  return writeModelFile([
    linesSection('tokens.rules', dataLines('language/tokens.tsv')),
    linesSection('tags', inventories.tags),
    linesSection('labels', inventories.labels),
    linesSection('names', nameLabels),
    { name: 'names.transitions', data: transitions },
    linesSection('lemma.exceptions', lemmaExceptions(trees, dataLines('language/irregular.tsv'), table.words)),
    ...words,
    ...networks,
  ]);
}

/** The sections of one network, trained in a thread. */
async function trainApart(
  name: NetworkName,
  share: number,
  folder: string,
  log: (line: string) => void,
): Promise<ModelSection[]> {
  const output = join(folder, `${name}.bin`);
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./train-one-network.ts', import.meta.url), {
      workerData: { name, share, output },
    });
    worker.on('message', log);
    worker.on('error', reject);
    worker.on('exit', code =>
      code === 0 ? resolve() : reject(new Error(`the training of ${name} ended with code ${code}`)),
    );
  });
  const file = readModelFile(await readFile(output));
  return [...file.sections.keys()].map(section => ({ name: section, data: sectionOf(file, section, Uint8Array) }));
}

/** The rows of a file of data/, without its notes. */
function dataLines(path: string): string[] {
  const lines = readFileSync(join(import.meta.dirname, '..', 'data', path), 'utf8').split('\n');
  return lines.filter(line => line !== '' && !line.startsWith('#'));
}
