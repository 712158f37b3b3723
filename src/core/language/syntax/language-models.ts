import { linesOf, readModelFile, sectionOf } from '../../base/model-file.ts';
import { readTokenRules, type TokenRules } from '../text/token-rules.ts';
import type { LemmaExceptions } from './lemma.ts';
import { type Lexicon, readLexicon } from './lexicon.ts';
import type { Transitions } from './network/best-sequence.ts';
import { type Network, readNetwork } from './network/network.ts';
import { type WordFeatures, wordFeatures } from './word-features.ts';

/** `fast` asks one small network, `accurate` a larger one too. */
export type ReadingMode = 'fast' | 'accurate';

const rememberedWordsMax = 50_000;

/** The trained models of one model file, and a memory of word forms met: share one among many texts. */
export class LanguageModels {
  /** Checksum of the file. */
  readonly version: string;
  readonly rules: TokenRules;
  /** Pairs of tags, universal and fine. */
  readonly tags: readonly (readonly [upos: string, xpos: string])[];
  readonly labels: readonly string[];
  /** `O`, `B-PER`, `I-PER` … */
  readonly names: readonly string[];
  readonly nameTransitions: Transitions;
  readonly lemmas: LemmaExceptions;
  readonly #lexicon: Lexicon;
  readonly #networks: { readonly [mode in ReadingMode]: () => Network };
  readonly #words = new Map<string, WordFeatures>();

  private constructor(bytes: Uint8Array) {
    const file = readModelFile(bytes);
    this.version = file.checksum;
    this.rules = readTokenRules(linesOf(file, 'tokens.rules'));
    this.tags = linesOf(file, 'tags').map(pair => pairOf(pair, '|'));
    this.labels = linesOf(file, 'labels');
    this.names = linesOf(file, 'names');
    this.nameTransitions = sectionOf(file, 'names.transitions', Float32Array);
    this.lemmas = new Map(linesOf(file, 'lemma.exceptions').map(line => pairOf(line, '\t')));
    this.#lexicon = readLexicon(file);
    this.#networks = {
      fast: once(() => readNetwork(file, 'fast')),
      accurate: once(() => readNetwork(file, 'accurate')),
    };
  }

  /** Opens models/language.bin; throws `ModelFileError` when it is damaged. */
  static from(bytes: Uint8Array): LanguageModels {
    return new LanguageModels(bytes);
  }

  /** The network of a mode; it is unpacked when it is first asked for. */
  network(mode: ReadingMode): Network {
    return this.#networks[mode]();
  }

  /** What the networks see of a word form. Forgetting changes the speed only, never an answer. */
  featuresOf(form: string): WordFeatures {
    const known = this.#words.get(form);
    if (known) return known;
    const features = wordFeatures(form, this.#lexicon);
    if (this.#words.size >= rememberedWordsMax) this.#words.clear();
    this.#words.set(form, features);
    return features;
  }
}

function pairOf(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign);
  return [line.slice(0, at), line.slice(at + 1)];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
