/** Reads a stream of bytes piece by piece, holding no more of it than is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end (LF or CRLF); null at the end of the stream. Throws beyond `lengthMax` bytes. */
  async line(lengthMax: number): Promise<string | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      if (this.#at === this.#chunk.length && !(await this.#more())) {
        return parts.length === 0 ? null : text(parts);
      }
      const end = this.#chunk.indexOf(10, this.#at);
      const stop = end === -1 ? this.#chunk.length : end;
      length += stop - this.#at;
      if (length > lengthMax) throw new RangeError(`a line of more than ${lengthMax} bytes`);
      parts.push(this.#chunk.subarray(this.#at, stop));
      this.#at = end === -1 ? stop : stop + 1;
      if (end !== -1) return text(parts);
    }
  }

  /** The next `length` bytes; fewer only at the end of the stream. */
  async bytes(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#pass(length, part => parts.push(part));
    return parts.length === 1 ? (parts[0] ?? new Uint8Array(0)) : Buffer.concat(parts);
  }

  /** Leaves out the next `length` bytes. */
  async skip(length: number): Promise<void> {
    await this.#pass(length, () => undefined);
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #pass(length: number, take: (part: Uint8Array) => void): Promise<void> {
    let left = length;
    while (left > 0) {
      if (this.#at === this.#chunk.length && !(await this.#more())) return;
      const part = this.#chunk.subarray(this.#at, this.#at + left);
      take(part);
      this.#at += part.length;
      left -= part.length;
    }
  }

  async #more(): Promise<boolean> {
    do {
      const { done, value } = await this.#chunks.next();
      if (done === true) return false;
      this.#chunk = value;
      this.#at = 0;
    } while (this.#chunk.length === 0);
    return true;
  }
}

function text(parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
}
