// The worker thread of the coder pool. `workerData` is what the user has of their own.
import { workerData } from 'node:worker_threads';
import { openCoder } from '../wire-coder.ts';
import { serveWorker } from './serve-worker.ts';

await serveWorker(async () => (await openCoder(workerData)).code);
