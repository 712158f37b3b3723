export { code, coderName } from './code.ts';
export type { Codebook, EventTypeEntry } from './codebook.ts';
export { type Coder, ruleCoder } from './coder.ts';
export { failedCoding, failureOf } from './failed-coding.ts';
export { type CodebookTables, readCodebook } from './read-codebook.ts';
export { verify } from './verify.ts';
