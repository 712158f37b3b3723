import type { ReadText } from '../../src/core/api/read-text.ts';
import { READER_FOLDER } from '../../src/core/api/reader-index.ts';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import type { Loaded } from './load-reader.ts';
import type { Answer, Request } from './reader-messages.ts';

/** Reads texts in this browser; nothing of them is sent anywhere. */
export interface PageReader {
  /** Throws an `Error` with the reason where casus fails at a text. */
  read(input: ReportInput): Promise<ReadText>;
  /** Ends the work at hand too. */
  close(): void;
}

interface Waiting {
  readonly answer: (read: ReadText) => void;
  readonly fail: (reason: Error) => void;
}

/** Starts the worker and loads the models, which takes a while the first time: `onLoaded` is told as bytes come. */
export function openPageReader(onLoaded: (loaded: Loaded) => void): Promise<PageReader> {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  const ask = (request: Request) => worker.postMessage(request);
  const waiting = new Map<number, Waiting>();
  const reader = readerOf(worker, ask, waiting);
  return new Promise((resolve, reject) => {
    const end = (reason: Error) => {
      reject(reason);
      for (const { fail } of waiting.values()) fail(reason);
      reader.close();
    };
    worker.addEventListener('error', ({ message }) => end(new Error(message || 'the reader could not be started')));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'loaded') onLoaded(data.loaded);
      else if (data.kind === 'ready') resolve(reader);
      else if (data.kind === 'answer') waiting.get(data.id)?.answer(data.answer);
      else if (data.id === null) end(new Error(data.message));
      else waiting.get(data.id)?.fail(new Error(data.message));
    });
    ask({ kind: 'open', folder: new URL(`${READER_FOLDER}/`, document.baseURI).href });
  });
}

function readerOf(worker: Worker, ask: (request: Request) => void, waiting: Map<number, Waiting>): PageReader {
  let last = 0;
  return {
    read(input) {
      last += 1;
      const id = last;
      const promised = new Promise<ReadText>((answer, fail) => waiting.set(id, { answer, fail }));
      ask({ kind: 'read', id, input });
      return promised.finally(() => waiting.delete(id));
    },
    close: () => worker.terminate(),
  };
}
