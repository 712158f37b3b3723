import { parentPort } from 'node:worker_threads';
import { CasusError } from '../../core/base/error.ts';
import type { Coding, Outcome, Report } from '../../core/model/index.ts';
import { codeOrFail } from './coders.ts';
import type { Batch, Said } from './messages.ts';

/** Makes this worker thread a coder: loads what `open` loads, then codes every batch that comes, report by report. */
export async function serveWorker(
  open: () => Promise<(read: Outcome<Report>) => { readonly coding: Coding }>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('a coder works in a worker thread only');
  const say = (said: Said) => port.postMessage(said);
  try {
    const code = await open();
    port.on('message', (batch: Batch) => {
      for (const read of batch) {
        const one = codeOrFail(read, code);
        say('failed' in one ? { kind: 'failed', reason: one.failed } : { kind: 'coded', coding: one.coding });
      }
    });
    say({ kind: 'ready' });
  } catch (error) {
    say(unable(error));
  }
}

function unable(error: unknown): Said {
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof CasusError)) return { kind: 'unable', code: null, subject: '', detail };
  return { kind: 'unable', code: error.code, subject: error.subject, detail };
}
