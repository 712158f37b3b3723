// The worker thread of the coder pool.
import { openPipeline } from '../wire.ts';
import { serveWorker } from './serve-worker.ts';

await serveWorker(async () => (await openPipeline()).code);
