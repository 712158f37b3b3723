import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heaps of this process and its threads close to what they hold. V8 lets what is young take 48 MB for each
 * thread, which coding fills with what it needs for one sentence, and the old part grow far beyond what lives in it, which
 * pages fill with their trees. Costs about 7 % of the time (docs/decisions/0016-own-worker-pool.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
