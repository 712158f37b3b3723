import type { LanguageModels } from './language-models.ts';
import { lemmatize } from './lemma.ts';
import { parseTree } from './parser.ts';
import { tagWords } from './tagger.ts';

/** One word with what the models say of it; `head` counts words of the sentence, -1 is the root. */
export interface SyntaxWord {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly head: number;
  readonly label: string;
}

/** Tags, lemmas and tree of one sentence that is already cut into words. */
export function sentenceSyntax(forms: readonly string[], models: LanguageModels): SyntaxWord[] {
  const words = forms.map(form => models.featuresOf(form));
  const tags = tagWords(words, models.tagger);
  const { heads, labels } = parseTree(words, tags, models.parser);
  return forms.map((form, i) => {
    const [upos, xpos] = models.tagger.tags[tags[i]].split('|');
    const lemma = lemmatize(form, upos, xpos, models.lemmas);
    return { upos, xpos, lemma, head: heads[i], label: models.parser.labels[labels[i]] };
  });
}
