import { crc32, deflateRawSync } from 'node:zlib';

/** A file for a ZIP archive. What is set besides path and bytes makes an archive that lies about it. */
export interface ZipContent {
  readonly path: string;
  readonly bytes: string | Uint8Array;
  readonly uncompressedSize?: number;
  readonly attributes?: number;
  readonly flags?: number;
  /** Points at the data of the first entry instead of at its own. */
  readonly overlaps?: true;
}

/** Writes a ZIP archive (APPNOTE 6.3), for tests. */
export function makeZip(contents: readonly ZipContent[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, uncompressedSize, attributes = 0, flags = 0x800, overlaps } of contents) {
    const data = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
    const packed = deflateRawSync(data);
    const name = Buffer.from(path);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(uncompressedSize ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(attributes, 6);
    entry.writeUInt32LE(overlaps ? 0 : offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, entry, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
