import { phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';
import type { TokenRange } from '../../language/tree.ts';
import { AUTHOR } from '../../model/claimant.ts';
import type { OpinionKind } from '../codebook.ts';
import { type Context, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { speechesAt } from '../speakers.ts';

/** How far the words of a judgement reach behind its noun, in tokens. */
const REACH = 14;

/**
 * Proposes an opinion for the narrator's framing: "a bitter irony", "a symbolic humiliation for the generals" (codebook
 * §13.1). Few and sure: a noun that only judges, or one that judges with its adjective, in nobody else's mouth.
 */
export function opinion(context: Context): readonly DraftOf<'opinion'>[] {
  if (!context.namesArmed) return [];
  const drafts: DraftOf<'opinion'>[] = [];
  for (const token of context.tree.tokens) {
    const { index } = token;
    const isFree = standsAsNoun(token) && isNarrated(context, index) && !isQuoted(context, index);
    const sure = isFree ? (kindAt(context, index, 'judgement') ?? kindAt(context, index, 'image')) : null;
    if (sure === null) continue;
    const start = phraseStart(context, index);
    if (sure === 'image' && !judgesBefore(context, { start, end: index })) continue;
    const range = { start, end: phraseEnd(context, index) };
    if ((drafts.at(-1)?.range.end ?? 0) > start) continue;
    drafts.push({
      ...NEW_DRAFT,
      kind: 'opinion',
      key: `opinion:${index}`,
      anchor: index,
      range,
      rule: 'opinion/framing',
      scope: 'background',
      claimant: AUTHOR,
      content: spanOf(context.tree.tokens, range),
    });
  }
  return drafts;
}

/** A noun, or a word that is tagged otherwise and stands where only a noun can. */
function standsAsNoun({ upos, label }: Token): boolean {
  return upos === 'NOUN' || (upos === 'ADJ' && /^(?:obj|appos|nsubj|obl)$/.test(label));
}

/** In nobody's mouth; what pictures or figures "show" is still told by the narrator. */
function isNarrated(context: Context, at: number): boolean {
  return speechesAt(context, at).every(({ cueToken }) => context.tree.tokens[cueToken].lemma === 'show');
}

function kindAt(context: Context, at: number, kind: OpinionKind): OpinionKind | null {
  const found = phrasesAt(context.tree.tokens, at, context.codebook.opinionWords);
  return found.some(match => match.entry.kind === kind) ? kind : null;
}

/** "a powerful symbol": an image judges only with such an adjective. */
function judgesBefore(context: Context, { start, end }: TokenRange): boolean {
  for (let i = start; i < end; i += 1) if (kindAt(context, i, 'adjective') !== null) return true;
  return false;
}

function phraseStart(context: Context, at: number): number {
  const { tokenStart } = sentenceOf(context, at);
  let start = at;
  const isPart = ({ upos, label }: Token) =>
    /^(?:DET|ADJ|ADV)$/.test(upos) || (upos === 'NOUN' && label === 'compound');
  while (start > tokenStart && isPart(context.tree.tokens[start - 1])) start -= 1;
  return start;
}

/** The noun with what it is "of", "for" or "to", up to the next mark or verb. */
function phraseEnd(context: Context, at: number): number {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, at);
  if (!/^(?:of|for|to)$/i.test(tokens[at + 1]?.text ?? '')) return at + 1;
  let end = at + 1;
  while (end < Math.min(tokenEnd, at + REACH) && !closesPhrase(context, end)) end += 1;
  return end > at + 2 ? end : at + 1;
}

/** A mark or a verb; a participle before its noun ("faltering control") is none. */
function closesPhrase(context: Context, at: number): boolean {
  const { upos, label, xpos } = context.tree.tokens[at];
  const isAttribute = label === 'amod' || (xpos === 'VBG' && context.tree.tokens[at + 1]?.upos === 'NOUN');
  return /^(?:AUX|PUNCT|SCONJ)$/.test(upos) || (upos === 'VERB' && !isAttribute);
}

/** Whether an odd number of quotation marks stands before a word in its sentence: then it is somebody's word. */
function isQuoted(context: Context, at: number): boolean {
  const { tokenStart } = sentenceOf(context, at);
  let open = 0;
  for (let i = tokenStart; i < at; i += 1) {
    const { text } = context.tree.tokens[i];
    if (/^[“«]$/.test(text)) open = 1;
    else if (/^[”»]$/.test(text)) open = 0;
    else if (text === '"') open = 1 - open;
  }
  return open === 1;
}
