import type { Doc } from '../language/doc.ts';
import type { ResourceVersions } from '../language/resources.ts';
import type { Coding } from '../model/coding.ts';
import type { Outcome } from '../model/outcome.ts';
import { code, coderName } from './code.ts';
import type { Codebook } from './codebook.ts';

/**
 * Anybody who codes: rules, a language model, a person. `verify()` stands behind every coder and drops what has no
 * verbatim quote, so a coder need not be trusted.
 */
export interface Coder {
  /** As `CoderName` spells it: `rules@…`, `llm:…`, `person:…`. */
  readonly name: string;
  code(doc: Doc): Promise<Outcome<Coding>>;
}

/** The rules of this package as a coder, of documents that were read with these models and lexicons. */
export function ruleCoder(codebook: Codebook, versions: ResourceVersions): Coder {
  return { name: coderName(codebook, versions), code: async doc => code(doc, codebook) };
}
