/**
 * The one binary format of trained models: a header, a directory of named sections, the sections, each on an 8-byte
 * boundary and read in place. All numbers are little-endian.
 *
 * | bytes | what |
 * |---|---|
 * | 0–3 | `CASM` |
 * | 4–7 | format version |
 * | 8–11 | number of sections |
 * | 12–15 | checksum of everything from byte 16 on |
 * | then per section | name (24 bytes of ASCII, zero-padded), offset (4), length in bytes (4) |
 */
export interface ModelFile {
  readonly bytes: Uint8Array;
  /** The checksum of its header in hexadecimal: tells one content from another, and is known for nothing at opening. */
  readonly checksum: string;
  /** Section name → where it lies in `bytes`. */
  readonly sections: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

export interface ModelSection {
  readonly name: string;
  readonly data: Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;
}

/** A model file that cannot be used: the message says what was expected and what was found. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

const magic = 0x4d534143; // "CASM"
const version = 1;
const headerLength = 16;
const entryLength = 32;
const nameLength = 24;

/** Opens a model file without copying its sections; throws `ModelFileError` when a byte is not as it was written. */
export function readModelFile(input: Uint8Array): ModelFile {
  const bytes = aligned(input);
  if (bytes.length < headerLength) refuse(`at least ${headerLength} bytes`, `${bytes.length}`);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerLength / 4);
  if (header[0] !== magic) refuse('the magic word CASM', `0x${header[0].toString(16).padStart(8, '0')}`);
  if (header[1] !== version) refuse(`format version ${version}`, `version ${header[1]}`);
  const end = headerLength + header[2] * entryLength;
  if (end > bytes.length) refuse(`a directory of ${header[2]} sections (${end} bytes)`, `${bytes.length} bytes`);
  const sum = checksum(bytes);
  if (header[3] !== sum) refuse(`checksum ${header[3].toString(16)}`, `${sum.toString(16)}: the file is damaged`);
  const sections = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < header[2]; i++) {
    const at = headerLength + i * entryLength;
    const [offset, length] = new Uint32Array(bytes.buffer, bytes.byteOffset + at + nameLength, 2);
    const name = String.fromCharCode(...bytes.subarray(at, at + nameLength)).replace(/\0+$/, '');
    if (offset % 8 !== 0 || offset + length > bytes.length) {
      refuse(`section ${name} inside ${bytes.length} bytes`, `bytes ${offset} to ${offset + length}`);
    }
    sections.set(name, { offset, length });
  }
  return { bytes, checksum: hex(sum), sections };
}

/** How many bytes of a model file tell its version. */
export const MODEL_HEAD_LENGTH = headerLength;

/** The checksum that the head of a model file gives, unchecked; throws `ModelFileError` when it is no model file. */
export function modelFileVersion(head: Uint8Array): string {
  const bytes = aligned(head);
  const [found = 0, , , sum = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, headerLength / 4);
  if (found !== magic) refuse('the magic word CASM', `0x${found.toString(16).padStart(8, '0')}`);
  return hex(sum);
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

/** The bytes of a model file with these sections, in this order. The same sections give the same bytes. */
export function writeModelFile(sections: readonly ModelSection[]): Uint8Array {
  let length = headerLength + sections.length * entryLength;
  const offsets = sections.map(({ data }) => {
    const offset = length;
    length = offset + Math.ceil(data.byteLength / 8) * 8;
    return offset;
  });
  const bytes = new Uint8Array(length);
  const header = new Uint32Array(bytes.buffer, 0, headerLength / 4);
  header.set([magic, version, sections.length]);
  sections.forEach(({ name, data }, i) => {
    if (name.length > nameLength) throw new Error(`section name longer than ${nameLength} characters: ${name}`);
    const at = headerLength + i * entryLength;
    for (let c = 0; c < name.length; c++) bytes[at + c] = name.charCodeAt(c);
    new Uint32Array(bytes.buffer, at + nameLength, 2).set([offsets[i], data.byteLength]);
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offsets[i]);
  });
  header[3] = checksum(bytes);
  return bytes;
}

/** A section as numbers of the kind it was written with, still inside the file's own memory. */
export function sectionOf<T>(
  file: ModelFile,
  name: string,
  View: { new (buffer: ArrayBufferLike, offset: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
): T {
  const section = file.sections.get(name);
  if (!section) return refuse(`a section named ${name}`, `only ${[...file.sections.keys()].join(', ')}`);
  const { buffer, byteOffset } = file.bytes;
  return new View(buffer, byteOffset + section.offset, section.length / View.BYTES_PER_ELEMENT);
}

/** The lines of a text section. */
export function linesOf(file: ModelFile, name: string): string[] {
  const units = sectionOf(file, name, Uint16Array);
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return text === '' ? [] : text.split('\n');
}

/** A text section: lines as UTF-16 units, so that it reads back without a decoder. */
export function linesSection(name: string, lines: readonly string[]): ModelSection {
  const text = lines.join('\n');
  return { name, data: Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)) };
}

/** Sections are read in place through 32-bit views, which need memory that starts on an 8-byte boundary. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}

/** FNV-1a over the 32-bit words after the header's first 16 bytes, with what is left over byte by byte. */
function checksum(bytes: Uint8Array): number {
  const words = (bytes.length - headerLength) >> 2;
  const view = new Uint32Array(bytes.buffer, bytes.byteOffset + headerLength, words);
  let hash = 0x811c9dc5;
  for (let i = 0; i < words; i++) {
    hash = Math.imul(hash ^ view[i], 16777619);
    hash ^= hash >>> 15;
  }
  for (let i = headerLength + words * 4; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
  return hash >>> 0;
}

function refuse(expected: string, found: string): never {
  throw new ModelFileError(`model file: expected ${expected}, found ${found}`);
}
