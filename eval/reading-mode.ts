import type { ReadingMode } from '../src/core/language/syntax/language-models.ts';

/** The mode that `--mode` names: accurate where it names none. */
export function readingMode(mode: string | null): ReadingMode {
  if (mode === null || mode === 'accurate') return 'accurate';
  if (mode === 'fast') return 'fast';
  throw new Error(`--mode is fast or accurate, not ${mode}`);
}

/** The same for whole reports, which can be read `gated` too: see `PipelineOptions`. */
export function pipelineReading(mode: string | null): 'accurate' | 'gated' | 'fast' {
  return mode === 'gated' ? mode : readingMode(mode);
}
