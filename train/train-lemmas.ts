import { lemmaByRule } from '../src/core/language/syntax/lemma.ts';
import type { TreeSentence } from './corpora.ts';

/** Lines `form|XPOS<tab>lemma` for the words whose commonest lemma in the treebanks is not what the rules give. */
export function lemmaExceptions(sentences: readonly TreeSentence[]): string[] {
  const seen = new Map<string, Map<string, number>>();
  const upos = new Map<string, string>();
  for (const sentence of sentences) {
    sentence.forms.forEach((form, i) => {
      if (sentence.upos[i] === 'PROPN') return;
      const key = `${form.toLowerCase()}|${sentence.xpos[i]}`;
      const lemmas = seen.get(key) ?? new Map<string, number>();
      lemmas.set(sentence.lemmas[i], (lemmas.get(sentence.lemmas[i]) ?? 0) + 1);
      seen.set(key, lemmas);
      upos.set(key, sentence.upos[i]);
    });
  }
  const lines: string[] = [];
  for (const [key, lemmas] of seen) {
    const [form, xpos] = [key.slice(0, key.lastIndexOf('|')), key.slice(key.lastIndexOf('|') + 1)];
    const [lemma, count] = [...lemmas].reduce((best, item) => (item[1] > best[1] ? item : best));
    const rule = lemmaByRule(form, upos.get(key) ?? 'X', xpos);
    if (rule !== lemma && (count >= 2 || /^[a-z]+$/.test(form)) && lemma !== '_') lines.push(`${key}\t${lemma}`);
  }
  return lines.sort();
}
