import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadText } from '../../src/core/api/read-text.ts';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import type { ShownProblem } from '../parts/problem.ts';
import type { Loaded } from './load-reader.ts';
import { openPageReader, type PageReader } from './page-reader.ts';

/** How far reading has come. `loading` is before the first text: the models are on their way. */
export type Reading =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly loaded: Loaded | null }
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly answer: ReadText; readonly input: ReportInput }
  | { readonly state: 'failed'; readonly problem: ShownProblem };

export interface Reader {
  readonly reading: Reading;
  read(input: ReportInput): void;
  /** Gives the work at hand up. */
  stop(): void;
}

/** Reads texts in the browser. The models are loaded with the first text, and kept while the view is open. */
export function useReader(): Reader {
  const [reading, setReading] = useState<Reading>({ state: 'idle' });
  const held = useRef<Promise<PageReader> | null>(null);
  // What comes of a text that was given up, or replaced by another, is not shown.
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    held.current?.then(reader => reader.close()).catch(() => undefined);
    held.current = null;
    setReading({ state: 'idle' });
  }, []);
  const read = useCallback((input: ReportInput) => {
    turn.current += 1;
    const own = turn.current;
    const show = (next: Reading) => {
      if (turn.current === own) setReading(next);
    };
    if (held.current === null) {
      show({ state: 'loading', loaded: null });
      held.current = openPageReader(loaded => show({ state: 'loading', loaded }));
    }
    readWith(held.current, input, show).catch(() => {
      held.current = null;
    });
  }, []);
  useEffect(() => stop, [stop]);
  return { reading, read, stop };
}

/** Throws where the reader itself could not be had: it must then be opened anew. */
async function readWith(opened: Promise<PageReader>, input: ReportInput, show: (next: Reading) => void): Promise<void> {
  let reader: PageReader;
  try {
    reader = await opened;
  } catch (thrown) {
    const advice = 'Check the connection and try again; what was loaded is kept by the browser.';
    show({ state: 'failed', problem: { title: 'The models could not be loaded', detail: messageOf(thrown), advice } });
    throw thrown;
  }
  show({ state: 'reading' });
  try {
    show({ state: 'read', answer: await reader.read(input), input });
  } catch (thrown) {
    const advice = 'This is a fault of casus: the text itself is not to blame.';
    show({ state: 'failed', problem: { title: 'The text could not be read', detail: messageOf(thrown), advice } });
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
