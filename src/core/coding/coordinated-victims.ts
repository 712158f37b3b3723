import type { Token } from '../language/token.ts';
import { childrenWith, conjuncts } from '../language/tree.ts';
import { type Context, isOtherSpeaker } from './context.ts';
import { isPlural, type NounPhrase } from './nouns.ts';

/** "Two | of the victims", "three | of its own": the number before counts them, wherever a parse hangs it. */
export function partitive(context: Context, phrase: NounPhrase): NounPhrase {
  if (phrase.number !== null) return phrase;
  const { tokens } = context.tree;
  let i = phrase.range.start;
  while (i > 0 && /^(?:DET|PRON|ADJ)$/.test(tokens[i - 1].upos) && i > phrase.range.start - 3) i -= 1;
  if (tokens[i - 1]?.text.toLowerCase() !== 'of') return phrase;
  const number = context.numberAt[i - 2] ?? null;
  if (number === null || number.meaning !== 'count' || number.tokenEnd !== i - 1) return phrase;
  return { ...phrase, number, range: { start: number.tokenStart, end: phrase.range.end } };
}

/** A head and what is coordinated with it, as far as no other word of harm stands between ("killing 8 and injuring dozens"). */
export function coordinated(context: Context, head: Token, at: number): readonly Token[] {
  // The noun of harm itself counts its own: "casualties, residents said".
  if (head.index === at) return [head];
  const isHarm = (i: number) =>
    i !== at && context.codebook.harmTriggers.byFirst.has(context.tree.tokens[i].lemma.toLowerCase());
  return [...conjuncts(context.tree, head.index), ...besideAge(context, head)].filter(({ index }) => {
    if (isOtherSpeaker(context, head.index, index)) return false;
    if (index !== head.index && countsOthers(context, index)) return false;
    for (let i = Math.min(head.index, index) + 1; i < Math.max(head.index, index); i += 1) if (isHarm(i)) return false;
    return true;
  });
}

/** "A man of 61 and | a woman, 34": persons that a parse coordinates with an age. */
function besideAge(context: Context, head: Token): readonly Token[] {
  return childrenWith(context.tree, head.index, 'nmod', 'nummod', 'appos')
    .filter(({ index }) => context.numberAt[index]?.meaning === 'age')
    .flatMap(({ index }) => childrenWith(context.tree, index, 'conj'))
    .filter(({ index, upos }) => upos === 'NOUN' && context.actorAt[index] !== null);
}

/** "Eight women | and children": a bare plural right behind a counted one, joined by "and" alone, has no count of its own. */
export function sharesCount(context: Context, counted: NounPhrase, next: NounPhrase): boolean {
  const { tokens } = context.tree;
  const joined =
    /^(?:and|or|&)$/i.test(tokens[next.range.start - 1]?.text ?? '') && next.range.start - 1 === counted.range.end;
  return (
    joined &&
    counted.number !== null &&
    next.number === null &&
    isPlural(next.head) &&
    next.range.end === next.range.start + 1
  );
}

/** "7 dead, 9 | wounded", "Red lost 140 men, Blue | 65": a bare figure with a word of harm or an owner of its own. */
function countsOthers(context: Context, index: number): boolean {
  const { tokens } = context.tree;
  const number = context.numberAt[index];
  if (number === null || number.tokenStart > index || index >= number.tokenEnd) return false;
  const [before, after] = [tokens[number.tokenStart - 1], tokens[number.tokenEnd]];
  const named = before?.upos === 'PROPN' && before.sentence === tokens[index].sentence;
  const harm = context.codebook.harmTriggers;
  return (
    named || (after !== undefined && (harm.byFirst.has(after.lemma) || harm.byFirst.has(after.text.toLowerCase())))
  );
}

/** "12 dead and 15 casualties": what is coordinated and tells of harm itself is no victim of the first word. */
export function namesHarm(context: Context, head: Token): boolean {
  return context.codebook.harmTriggers.byFirst.has(head.lemma.toLowerCase()) && head.upos === 'NOUN';
}
