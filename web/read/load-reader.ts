import { openTextReader, type TextReader } from '../../src/core/api/read-text.ts';
import { READER_INDEX, ReaderIndex, ReaderTables } from '../../src/core/api/reader-index.ts';

/** How much of the files has come, in bytes. */
export interface Loaded {
  readonly bytes: number;
  readonly total: number;
}

/**
 * Fetches the models and tables below `folder` and opens a reader with them. `onLoaded` is told as bytes come. Throws an
 * `Error` that names the file which failed.
 */
export async function loadReader(folder: string, onLoaded: (loaded: Loaded) => void): Promise<TextReader> {
  const index = ReaderIndex.parse(await (await answerOf(folder + READER_INDEX)).json());
  const files = [...index.models, index.tables];
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const loaded = { bytes: 0 };
  const told = (bytes: number) => {
    loaded.bytes += bytes;
    onLoaded({ bytes: loaded.bytes, total });
  };
  const contents = await Promise.all(
    files.map(async ({ name, bytes }) => [name, await bytesOf(folder + name, bytes, told)] as const),
  );
  const byName = new Map(contents);
  const bytesNamed = (name: string) => byName.get(name) ?? new Uint8Array();
  const packed = ReaderTables.parse(JSON.parse(new TextDecoder().decode(bytesNamed(index.tables.name))));
  const models = new Map(index.models.map(({ path, name }) => [path, name]));
  return openTextReader(
    {
      text: path => {
        const text = packed.tables[path];
        if (text === undefined) throw new Error(`${index.tables.name} lacks ${path}`);
        return text;
      },
      bytes: path => bytesNamed(models.get(path) ?? path),
      made: (path, make) => {
        try {
          return make();
        } catch (cause) {
          throw new Error(`${path} cannot be understood`, { cause });
        }
      },
    },
    { ownActors: packed.ownActors },
  );
}

async function answerOf(address: string): Promise<Response> {
  const answer = await fetch(address).catch(cause => {
    throw new Error(`${address} could not be fetched`, { cause });
  });
  if (!answer.ok) throw new Error(`${address} could not be fetched: ${answer.status} ${answer.statusText}`);
  return answer;
}

/** The bytes of a file as they come; fewer or more than the index says mean that it was cut off or replaced. */
async function bytesOf(address: string, length: number, told: (bytes: number) => void): Promise<Uint8Array> {
  const { body } = await answerOf(address);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const reader = body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > length) throw new Error(`${address} is longer than it should be`);
    bytes.set(value, at);
    at += value.length;
    told(value.length);
  }
  if (at < length) throw new Error(`${address} broke off after ${at} of ${length} bytes`);
  return bytes;
}
