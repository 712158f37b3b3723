import { lemmaByRule } from '../src/core/language/syntax/lemma.ts';
import type { TreeSentence } from './corpora.ts';

/**
 * Lines `form|XPOS<tab>lemma` for the words whose lemma is not what the rules give: by the list of `irregular` forms,
 * else by the treebanks, else because among the stems that a form may come from another is the commonest of `words`,
 * which are in order of frequency.
 */
export function lemmaExceptions(
  sentences: readonly TreeSentence[],
  irregular: readonly string[],
  words: readonly string[],
): string[] {
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
  const listed = new Set(irregular.map(line => line.slice(0, line.indexOf('\t'))));
  const lines = [...irregular];
  for (const [key, lemmas] of seen) {
    if (listed.has(key)) continue;
    const [form, xpos] = [key.slice(0, key.lastIndexOf('|')), key.slice(key.lastIndexOf('|') + 1)];
    const [lemma, count] = [...lemmas].reduce((best, item) => (item[1] > best[1] ? item : best));
    const rule = lemmaByRule(form, upos.get(key) ?? 'X', xpos);
    if (rule !== lemma && (count >= 2 || /^[a-z]+$/.test(form)) && lemma !== '_') lines.push(`${key}\t${lemma}`);
  }
  const known = new Set([...listed, ...seen.keys()]);
  return [...lines, ...commonStems(words).filter(line => !known.has(line.slice(0, line.indexOf('\t'))))].sort();
}

const endings: readonly (readonly [ending: string, tags: readonly string[]])[] = [
  ['ed', ['VBD', 'VBN']],
  ['ing', ['VBG']],
  ['es', ['VBZ', 'NNS']],
];

/** Lines for inflected words whose commonest stem is not the one of the rules: `provoked` has `provoke`, not `provok`. */
function commonStems(words: readonly string[]): string[] {
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const lines: string[] = [];
  for (const word of words) {
    for (const [ending, tags] of endings) {
      if (!/^[a-z]+$/.test(word) || !word.endsWith(ending)) continue;
      const stem = word.slice(0, -ending.length);
      const stems = [stem, `${stem}e`, /(.)\1$/.test(stem) || stem.endsWith('ck') ? stem.slice(0, -1) : stem];
      const found = stems.filter(candidate => candidate.length > 2 && ranks.has(candidate));
      const best = found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))[0];
      if (best === undefined) continue;
      for (const tag of tags) if (lemmaByRule(word, 'VERB', tag) !== best) lines.push(`${word}|${tag}\t${best}`);
    }
  }
  return lines;
}
