import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The shared data beside the checkout. */
export const sharedFolder = join(import.meta.dirname, '..', '..', 'shared');

/** One sentence of a UD treebank: heads count words of the sentence, -1 is the root. */
export interface TreeSentence {
  readonly doc: string;
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  /** Relations without subtypes, but for the three that casus keeps. */
  readonly labels: readonly string[];
  /** Mentions of things, nested, with their class; null where the treebank does not mark them. */
  readonly entities: readonly Entity[] | null;
}

/** A mention of something: words `[i, j)` and its class, such as `person`. */
export interface Entity {
  readonly i: number;
  readonly j: number;
  readonly type: string;
}

interface UdRecord {
  readonly doc: string;
  readonly text: string;
  readonly form: string[];
  readonly lemma: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly head: number[];
  readonly deprel: string[];
  readonly entities?: Entity[];
}

const keptSubtypes = new Set(['nsubj:pass', 'aux:pass', 'obl:agent']);

/** Sentences of one UD file of `shared/corpora/language`. */
export function readTrees(name: string): TreeSentence[] {
  return readRecords<UdRecord>(join(sharedFolder, 'corpora', 'language', name)).map(record => ({
    doc: record.doc,
    text: record.text,
    forms: record.form,
    lemmas: record.lemma,
    upos: record.upos,
    xpos: record.xpos,
    heads: record.head.map(head => head - 1),
    labels: record.deprel.map(label => (keptSubtypes.has(label) ? label : label.split(':')[0])),
    entities: record.entities ?? null,
  }));
}

/** The sentences that tagger and parser are trained on: EWT, and the genres of GUM that are free to use. */
export function trainingTrees(): TreeSentence[] {
  return [...readTrees('ud_ewt_train.jsonl'), ...readTrees('ud_gum_train.jsonl')];
}

/** The records of a JSONL file. */
export function readRecords<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as T);
}

/** The first `count` words of the word vectors with their clusters. */
export function readWordClusters(count: number): { words: string[]; clusters: Uint16Array } {
  const folder = join(sharedFolder, 'vectors');
  const words = readFileSync(join(folder, 'words.txt'), 'utf8').split('\n').slice(0, count);
  const bytes = readFileSync(join(folder, 'clusters.u16'));
  return { words, clusters: new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 6 * count)) };
}
