export { code, coderName } from './code.ts';
export { type Codebook, type CodebookTables, type EventTypeEntry, readCodebook } from './codebook.ts';
export { type Coder, ruleCoder } from './coder.ts';
export { verify } from './verify.ts';
