export { code, coderName } from './code.ts';
export type { Codebook, EventTypeEntry } from './codebook.ts';
export { type Coder, ruleCoder } from './coder.ts';
export { type ExplainedCoding, type ExplainedDraft, explainCoding } from './explain-coding.ts';
export { failedCoding, failureOf } from './failed-coding.ts';
export { type LexiconWord, lexiconWords } from './lexicon-words.ts';
export { CODEBOOK_FILES, type CodebookTables, codebookTables, readCodebook } from './read-codebook.ts';
export { RULE_PARAGRAPHS } from './rule-paragraphs.ts';
export { verify } from './verify.ts';
