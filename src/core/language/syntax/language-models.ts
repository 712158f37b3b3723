import { hashText } from '../../base/hash.ts';
import { linesOf, readModelFile } from '../../base/model-file.ts';
import { readTokenRules, type TokenRules } from '../text/token-rules.ts';
import type { LemmaExceptions } from './lemma.ts';
import { type Lexicon, readLexicon } from './lexicon.ts';
import { readLinearModel } from './linear-model.ts';
import type { ParserModel } from './parser.ts';
import type { TaggerModel } from './tagger.ts';
import { type WordFeatures, wordFeatures } from './word-features.ts';

const rememberedWordsMax = 50_000;

/** The trained models of one model file, read in place, and a memory of word forms met: share one among many texts. */
export class LanguageModels {
  readonly rules: TokenRules;
  readonly tagger: TaggerModel;
  readonly parser: ParserModel;
  readonly lemmas: LemmaExceptions;
  readonly #lexicon: Lexicon;
  readonly #words = new Map<string, WordFeatures>();

  private constructor(bytes: Uint8Array) {
    const file = readModelFile(bytes);
    const tags = linesOf(file, 'tagger.tags');
    const tagOf = new Map(tags.map((tag, i) => [tag, i]));
    this.rules = readTokenRules(linesOf(file, 'tokens.rules'));
    this.tagger = {
      scorer: readLinearModel(file, 'tagger'),
      tags,
      fixed: new Map(
        pairsOf(linesOf(file, 'tagger.fixed')).map(([form, tag]) => [hashText(form), tagOf.get(tag) ?? 0]),
      ),
    };
    this.parser = {
      actions: readLinearModel(file, 'parser.actions'),
      labeller: readLinearModel(file, 'parser.labeller'),
      labels: linesOf(file, 'parser.labels'),
    };
    this.lemmas = new Map(pairsOf(linesOf(file, 'lemma.exceptions')));
    this.#lexicon = readLexicon(file);
  }

  /** Opens models/language.bin; throws `ModelFileError` when it is damaged. */
  static from(bytes: Uint8Array): LanguageModels {
    return new LanguageModels(bytes);
  }

  /** What the models see of a word form. Forgetting changes the speed only, never an answer. */
  featuresOf(form: string): WordFeatures {
    const known = this.#words.get(form);
    if (known) return known;
    const features = wordFeatures(form, this.#lexicon);
    if (this.#words.size >= rememberedWordsMax) this.#words.clear();
    this.#words.set(form, features);
    return features;
  }
}

function pairsOf(lines: readonly string[]): [string, string][] {
  return lines.map(line => {
    const tab = line.indexOf('\t');
    return [line.slice(0, tab), line.slice(tab + 1)];
  });
}
