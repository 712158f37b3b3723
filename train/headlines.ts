import type { TreeSentence } from './corpora.ts';

const articles = new Set(['a', 'an', 'the']);
const forms = new Set(['is', 'are', 'was', 'were', 'am']);

/**
 * A treebank sentence as a headline would have it: without articles, without forms of "be", without its full stop, and
 * every second one with capitals. Null where that changes nothing. Treebanks have few headlines and parsers fail on
 * them, above all on "Nine soldiers killed in ambush, army says".
 */
export function headlineOf(sentence: TreeSentence, index: number): TreeSentence | null {
  const { heads, labels } = sentence;
  const dropped = sentence.forms.map((form, i) => !heads.includes(i) && isDropped(form.toLowerCase(), labels[i]));
  const final = sentence.forms.length - 1;
  if (sentence.forms[final] === '.' && labels[final] === 'punct') dropped[final] = true;
  const kept = sentence.forms.map((_, i) => i).filter(i => !dropped[i]);
  if (kept.length < 3 || kept.length > 30 || kept.length === sentence.forms.length) return null;
  const pick = <T>(layer: readonly T[]): T[] => kept.map(i => layer[i]);
  return {
    ...sentence,
    forms: pick(sentence.forms).map((form, i) => (index % 2 === 0 || i === 0 ? withCapital(form, i) : form)),
    lemmas: pick(sentence.lemmas),
    upos: pick(sentence.upos),
    xpos: pick(sentence.xpos),
    heads: pick(heads).map(head => (head < 0 ? -1 : kept.indexOf(head))),
    labels: pick(labels),
    entities: null,
  };
}

function isDropped(form: string, label: string): boolean {
  if (label === 'det') return articles.has(form);
  return (label === 'aux:pass' || label === 'aux' || label === 'cop') && forms.has(form);
}

/** Short words within a headline stay small. */
function withCapital(form: string, i: number): string {
  return i > 0 && form.length < 4 ? form : form.charAt(0).toUpperCase() + form.slice(1);
}
