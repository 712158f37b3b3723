import type { Io } from './io.ts';

/** Tells how a long run goes, on standard error, and only when a person is watching. */
export interface Progress {
  /** One more is done. */
  step(done: number): Promise<void>;
  /** Takes the line away, so that what follows stands on a clean one. */
  clear(): Promise<void>;
}

const REDRAW_MS = 100;
const BAR_WIDTH = 24;

/** `now` is a clock in milliseconds; `total` is null where it is not known how many there will be. */
export function progress(io: Pick<Io, 'stderr'>, total: number | null, now: () => number): Progress {
  if (!io.stderr.isTTY) return { step: async () => undefined, clear: async () => undefined };
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    async step(done) {
      const time = now();
      if (time - drawn < REDRAW_MS && done !== total) return;
      drawn = time;
      await io.stderr.write(`\r\u001b[K${progressLine(done, total, time - started)}`);
    },
    async clear() {
      await io.stderr.write('\r\u001b[K');
    },
  };
}

/** `████░░░░ 12 of 40 reports, 8.3 a second, 4 s left`. */
export function progressLine(done: number, total: number | null, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const pace = rate > 0 ? `, ${paceInWords(rate)}` : '';
  if (total === null) return `${done} reports${pace}`;
  const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  const left = rate > 0 && done < total ? `, ${duration((total - done) / rate)} left` : '';
  return `${bar} ${done} of ${total} reports${pace}${left}`;
}

function paceInWords(rate: number): string {
  if (rate < 1) return `${(1 / rate).toFixed(1)} s each`;
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
