import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const BYTES_MAX = 64 * 1024 * 1024;
/** Larger answers are compressed less: the last tenth costs as much as all before. */
const LARGE = 256 * 1_024;
/** Smaller answers are not worth compressing. */
const COMPRESSED_FROM = 1_024;

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

export type Encoding = 'br' | 'gzip' | 'identity';

interface Kept {
  readonly version: string;
  readonly whole: Promise<Buffer>;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
  bytes: number;
}

/**
 * Answers as they were sent, each with the state of the ledger that it was made from. The same question is asked once,
 * however many ask it at a time, and compressed once; what has not been asked for longest is forgotten first.
 */
export class Answers {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  hits = 0;
  misses = 0;

  /** Whether the answer is there, or being made. */
  has(question: string, version: string): boolean {
    return this.#kept.get(question)?.version === version;
  }

  /** The answer to a question in a state of the ledger, made by `make` where it is not there. */
  async get(
    question: string,
    version: string,
    encoding: Encoding,
    make: () => Promise<string>,
  ): Promise<{ readonly body: Buffer; readonly encoding: Encoding }> {
    const known = this.#kept.get(question);
    if (known?.version === version) this.hits += 1;
    else this.misses += 1;
    const kept = known?.version === version ? known : this.#ask(question, version, make);
    this.#kept.delete(question);
    this.#kept.set(question, kept);
    const whole = await kept.whole;
    if (encoding === 'identity' || whole.length < COMPRESSED_FROM) return { body: whole, encoding: 'identity' };
    const body = kept.encoded.get(encoding) ?? encode(whole, encoding);
    if (!kept.encoded.has(encoding)) {
      kept.encoded.set(encoding, body);
      this.#grow(question, kept, (await body).length);
    }
    return { body: await body, encoding };
  }

  #ask(question: string, version: string, make: () => Promise<string>): Kept {
    this.#forget(question);
    const whole = make().then(text => Buffer.from(text));
    const kept: Kept = { version, whole, encoded: new Map(), bytes: 0 };
    whole.then(
      ({ length }) => this.#grow(question, kept, length),
      // A failure is told to whoever asked, and asked anew by the next.
      () => this.#kept.get(question) === kept && this.#forget(question),
    );
    return kept;
  }

  #grow(question: string, kept: Kept, bytes: number): void {
    if (this.#kept.get(question) !== kept) return;
    kept.bytes += bytes;
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= BYTES_MAX) return;
      this.#forget(oldest);
    }
  }

  #forget(question: string): void {
    this.#bytes -= this.#kept.get(question)?.bytes ?? 0;
    this.#kept.delete(question);
  }
}

/** The encoding to answer in: the best of those that were asked for. */
export function encodingOf(accepted: string | undefined): Encoding {
  const names = (accepted ?? '').split(',').flatMap(part => {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return parameters.some(one => /^q=0(\.0*)?$/.test(one)) ? [] : [name];
  });
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : 'identity';
}

function encode(whole: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return zip(whole, { level: whole.length > LARGE ? 3 : 6 });
  return brotli(whole, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: whole.length > LARGE ? 2 : 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
    },
  });
}
