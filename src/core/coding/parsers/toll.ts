import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { phrasesAt } from '../../language/phrases.ts';
import type { TokenRange } from '../../language/tree.ts';
import { type Context, hull, sentenceOf, within } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { sideOf, statusOf } from '../nouns.ts';

/** How far behind the word its figure may stand, in tokens. */
const REACH = 20;

/**
 * Proposes a claim for every toll that is put into a figure: "the death toll rose to 17", "a toll of 40", "put the number
 * of dead at nine" (codebook §4.5). A toll counts the killed, unless it is one of casualties or of the injured.
 */
export function toll(context: Context): readonly DraftOf<'casualty'>[] {
  const drafts: DraftOf<'casualty'>[] = [];
  for (const { index, lemma, upos } of context.tree.tokens) {
    const isNoun =
      upos === 'NOUN' && (lemma === 'toll' || isNumberOfVictims(context, index) || isCount(context, index));
    if (!isNoun && !isPut(context, index)) continue;
    const numbers = figuresAfter(context, index);
    for (const [i, number] of numbers.entries())
      drafts.push({
        ...NEW_DRAFT,
        kind: 'casualty',
        key: `toll:${index}:${i}`,
        anchor: i === 0 ? index : number.numeralStart,
        range: i === 0 ? hull({ start: openingOf(context, index), end: index + 1 }, wordsOf(number)) : wordsOf(number),
        rule: 'casualty/toll',
        harm: harmOf(context, index),
        estimate: number.estimate,
        victims: {
          ...countedAt(context, index),
          words: null,
          span: { start: number.start, end: number.end },
          partOf: null,
          addsTo: null,
        },
        unit: 'persons',
        place: null,
        period: null,
        // "The toll of four became six": the second replaces the first (codebook §4.8).
        supersedes: i === 0 ? null : `toll:${index}:${i - 1}`,
      });
  }
  return drafts;
}

/** "The civilian dead", "the number of rebels killed": whom the words around the noun say were counted. */
function countedAt(context: Context, at: number): Pick<DraftOf<'casualty'>['victims'], 'side' | 'status'> {
  const { tokens } = context.tree;
  const isOf = tokens[at + 1]?.text.toLowerCase() === 'of';
  const range = { start: Math.max(0, at - 2), end: Math.min(at + (isOf ? 5 : 1), tokens.length) };
  const told = within(context.actorAt, range).find(
    ({ status, tokenStart }) =>
      (status === 'civilian' || (isOf && status === 'combatant')) &&
      tokens[tokenStart].sentence === tokens[at].sentence,
  );
  if (told === undefined) return { side: null, status: 'unknown' };
  const side = sideOf(told);
  return { side, status: statusOf(told, side) };
}

function wordsOf({ tokenStart, tokenEnd }: NumberMention): TokenRange {
  return { start: tokenStart, end: tokenEnd };
}

/** "Put the civilian dead at 11", "losses amount to 28": the harmed as the object or subject of a word of counting. */
function isPut(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  if (!context.codebook.wordSets['counted-victims'].has(tokens[at].text.toLowerCase())) return false;
  const after = tokens.slice(at + 1, at + 3).map(({ lemma }) => lemma);
  if (/^(?:amount|total|number)$/.test(after[0] ?? '')) return true;
  // "…, sanitary losses to 41": the verb of the clause before.
  if (after[0] === 'to' && tokens[at].lemma === 'loss' && context.numberAt[at + 2]?.meaning === 'count') return true;
  if (isNow(context, at)) return true;
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ lemma }) => lemma);
  return after[0] === 'at' && before.some(lemma => lemma === 'put' || lemma === 'estimate');
}

/** "Ministry: dead from the shelling now 17": a bare word for the harmed that opens a line, with its figure behind "now". */
function isNow(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  if (at !== tokenStart && !/^[:\u2013\u2014-]$/.test(tokens[at - 1].text)) return false;
  const number = context.doc.numbers.find(
    ({ tokenStart: i, meaning }) => i > at && i < Math.min(tokenEnd, at + REACH) && meaning === 'count',
  );
  return number !== undefined && tokens[number.tokenStart - 1].text.toLowerCase() === 'now';
}

/** "The first count was eight", "the official tally": where people were said to be killed just before or beside it. */
function isCount(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  if (!context.codebook.wordSets['count-noun'].has(tokens[at].lemma)) return false;
  const { index } = sentenceOf(context, at);
  for (let i = at - 1; i >= 0 && tokens[i].sentence >= index - 2; i -= 1) if (tellsKilled(context, i)) return true;
  for (let i = at + 1; i < tokens.length && tokens[i].sentence === index; i += 1)
    if (tellsKilled(context, i)) return true;
  return false;
}

function tellsKilled(context: Context, at: number): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.harmTriggers).some(({ entry }) => entry.harm === 'killed');
}

/** "the number of dead", "the number of the abducted". */
function isNumberOfVictims(context: Context, at: number): boolean {
  const word = (i: number) => context.tree.tokens[i]?.text.toLowerCase() ?? '';
  return (
    word(at) === 'number' &&
    word(at + 1) === 'of' &&
    (context.codebook.wordSets['counted-victims'].has(word(word(at + 2) === 'the' ? at + 3 : at + 2)) ||
      harmCounted(context, at) !== null)
  );
}

/** "the number of rebels killed": the harm that a participle within a few words tells of those counted. */
function harmCounted(context: Context, at: number): DraftOf<'casualty'>['harm'] | null {
  const { tokens } = context.tree;
  if (tokens[at + 1]?.text.toLowerCase() !== 'of') return null;
  for (let i = at + 3; i < Math.min(at + 6, tokens.length) && tokens[i].sentence === tokens[at].sentence; i += 1) {
    if (tokens[i].xpos !== 'VBN' && tokens[i].xpos !== 'VBD') continue;
    const found = phrasesAt(tokens, i, context.codebook.harmTriggers).find(({ entry }) => entry.pos === 'VERB');
    if (found !== undefined) return found.entry.harm;
  }
  return null;
}

/** The counts behind the word that "to", "at", "of" or a verb of reaching leads to, in its sentence: one, or two where one replaces the other. */
function figuresAfter(context: Context, at: number): readonly NumberMention[] {
  const end = Math.min(at + REACH, sentenceOf(context, at).tokenEnd);
  const found: NumberMention[] = [];
  const leads = context.codebook.wordSets['leading-to-figure'];
  for (let i = at + 1; i < end && found.length < 2; i += 1) {
    const number = context.numberAt[i] ?? null;
    if (found.length > 0 && endsFigure(context, i)) break;
    if (number === null || number.tokenStart !== i || number.meaning !== 'count') continue;
    const before = context.tree.tokens[i - 1].text.toLowerCase();
    const revises = found.length > 0 && (before === 'to' || before === 'became' || before === 'becomes');
    if (found.length === 0 ? leads.has(before) : revises) found.push(number);
  }
  // "From 11" only opens what "to 13" closes.
  const from = found.length === 1 && context.tree.tokens[found[0].tokenStart - 1].text.toLowerCase() === 'from';
  return from ? [] : found;
}

/** Another clause, or another kind of victims: "losses amount to 28, sanitary losses | to 41". */
function endsFigure(context: Context, at: number): boolean {
  const text = context.tree.tokens[at].text.toLowerCase();
  return /^[;:]$/.test(text) || context.codebook.wordSets['counted-victims'].has(text);
}

function openingOf(context: Context, at: number): number {
  let start = at;
  while (
    start > 0 &&
    /^(?:compound|amod|det)$/.test(context.tree.tokens[start - 1].label) &&
    context.tree.tokens[start - 1].head === at
  )
    start -= 1;
  return start;
}

function harmOf(context: Context, at: number): DraftOf<'casualty'>['harm'] {
  const told = context.tree.tokens[at].lemma === 'number' ? harmCounted(context, at) : null;
  if (told !== null) return told;
  const around = context.tree.tokens.slice(Math.max(0, at - 2), at + 4).map(({ text }) => text.toLowerCase());
  if (around.some(word => /^(?:abducted|kidnapped|captured|captives|hostages)$/.test(word))) return 'captured';
  const sets = context.codebook.wordSets;
  const adjective = context.tree.tokens[at - 1]?.text.toLowerCase() ?? '';
  if (around.includes('losses') && sets['losses-of-dead'].has(adjective)) return 'killed';
  if (around.includes('losses') && sets['losses-of-wounded'].has(adjective)) return 'injured';
  if (around.some(word => word.startsWith('casualt') || word === 'losses')) return 'killed-or-injured';
  if (around.includes('injured') || around.includes('wounded')) return 'injured';
  return around.includes('missing') ? 'missing' : 'killed';
}
