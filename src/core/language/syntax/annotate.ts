import { type Problem, problem } from '../../model/problem.ts';
import type { Sentence, Token } from '../doc.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { LanguageModels } from './language-models.ts';
import { sentenceSyntax } from './sentence-syntax.ts';

/** What the syntax layer adds to a text. */
export interface Annotation {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

/**
 * Tokens with tags, lemmas and heads, and sentences, all of kind `body`: the caller knows headline and dateline, and may
 * give the offsets where they end as `endings`, so that no sentence runs over them.
 */
export function annotate(text: string, models: LanguageModels, endings: readonly number[] = []): Annotation {
  const spans = tokenize(text, models.rules);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const problems: Problem[] = [];
  for (const { start, end, tokenStart, tokenEnd, paragraph, cut } of splitSentences(
    text,
    spans,
    models.rules,
    endings,
  )) {
    const sentence = sentences.length;
    sentences.push({ index: sentence, start, end, tokenStart, tokenEnd, paragraph, kind: 'body' });
    if (cut) problems.push(problem('sentence-too-long', { start, end }));
    const forms = spans.slice(tokenStart, tokenEnd).map(span => text.slice(span.start, span.end));
    sentenceSyntax(forms, models).forEach((word, i) => {
      const index = tokenStart + i;
      const head = word.head < 0 ? index : tokenStart + word.head;
      tokens.push({ ...spans[index], index, sentence, text: forms[i], ...word, head });
    });
  }
  return { tokens, sentences, problems };
}
