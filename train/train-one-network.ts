import { writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { writeModelFile } from '../src/core/base/model-file.ts';
import { readTrainingSet, trainNamed } from './networks.ts';

/** Trains one network in a thread of its own: `workerData` says which, on which share, and where it is written. */
const { name, share, output } = workerData;
const log = (line: string): void => parentPort?.postMessage(line);
writeFileSync(output, writeModelFile(trainNamed(name, readTrainingSet(share), share, log)));
