import { Readable } from 'node:stream';

export interface Peeked {
  /** The first piece of the stream; empty for a stream of nothing. */
  readonly head: Uint8Array;
  /** The whole stream, the first piece included. */
  readonly whole: Readable;
}

/** Looks at the beginning of a stream without losing it. */
export async function peek(stream: Readable): Promise<Peeked> {
  const chunks = stream[Symbol.asyncIterator]();
  const { done, value } = await chunks.next();
  const head: Uint8Array = done === true ? new Uint8Array(0) : typeof value === 'string' ? Buffer.from(value) : value;
  async function* all() {
    try {
      if (head.length > 0) yield head;
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      stream.destroy();
    }
  }
  return { head, whole: Readable.from(all(), { objectMode: false }) };
}
