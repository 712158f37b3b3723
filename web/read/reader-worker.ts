// Runs beside the page, so that it stays usable while models load and texts are read.
import type { TextReader } from '../../src/core/api/read-text.ts';
import { loadReader } from './load-reader.ts';
import type { Answer, Request } from './reader-messages.ts';

const opened: { reader: TextReader | null } = { reader: null };

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'open') void open(data.folder);
  else read(data);
});

async function open(folder: string): Promise<void> {
  try {
    opened.reader = await loadReader(folder, loaded => tell({ kind: 'loaded', loaded }));
    tell({ kind: 'ready' });
  } catch (cause) {
    tell({ kind: 'failed', id: null, message: messageOf(cause) });
  }
}

function read({ id, input }: Extract<Request, { kind: 'read' }>): void {
  try {
    if (opened.reader === null) throw new Error('the models are not loaded yet');
    tell({ kind: 'answer', id, answer: opened.reader.read(input) });
  } catch (cause) {
    tell({ kind: 'failed', id, message: messageOf(cause) });
  }
}

function tell(answer: Answer): void {
  self.postMessage(answer);
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
