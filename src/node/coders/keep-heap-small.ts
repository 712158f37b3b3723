import { setFlagsFromString } from 'node:v8';

/**
 * Keeps what is young in the heaps of this process and its threads small, as it is at the start. V8 lets it grow to 48 MB
 * for each thread, which coding fills with what it needs for one sentence: a third of the memory of `casus add` for about
 * 4 % of its time (docs/decisions/0016-own-worker-pool.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
