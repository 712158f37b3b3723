import { availableParallelism } from 'node:os';

/** A worker takes a moment to begin: for fewer reports than this it does not pay. */
const REPORTS_PER_WORKER = 15;

/** How many worker threads pay on this machine for so many reports; null where only reading `sources` tells how many. */
export function workersFor(reports: number | null, sources = 1): number {
  // Archives, tables and feeds hold many; a few addresses come no faster than one thread codes.
  const many = reports ?? (sources === 1 ? REPORTS_PER_WORKER * 2 : REPORTS_PER_WORKER * sources);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(many / REPORTS_PER_WORKER)));
}
