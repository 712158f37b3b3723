import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';
import { childWith, pathToRoot } from '../../language/tree.ts';
import type { StrengthKind } from '../codebook.ts';
import { type Context, tellsEvent, tellsHarm } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import { type NounPhrase, nounPhrase } from '../nouns.ts';
import { bareStrength } from './strength-bare.ts';
import { strengthDraft } from './strength-draft.ts';
import { strengthOwner } from './strength-owner.ts';

/** A figure below this is a scene and no strength, unless words say that somebody has them. */
const SCENE_MAX = 100;

/** So many "men" or "members" of a named body are its strength even where no verb says that it has them. */
const BODY_MIN = 1000;

/**
 * Proposes a strength for every counted kind of force or equipment that nothing is done to: "900 tanks", "a corps of
 * 80,000 men" (codebook §8). The verbs of having and being, a bare mention and a comparison carry it; a figure that
 * stands under a word of harm, capture or movement is no strength.
 */
export function strength(context: Context): readonly DraftOf<'strength'>[] {
  const drafts: DraftOf<'strength'>[] = [];
  const keys = new Set<string>();
  for (const number of context.doc.numbers) {
    if (number.meaning !== 'count' || number.estimate.high === 0) continue;
    const draft = countedStrength(context, number) ?? bareStrength(context, number, drafts.at(-1));
    if (draft === null || keys.has(draft.key)) continue;
    keys.add(draft.key);
    drafts.push(draft);
  }
  return drafts;
}

function countedStrength(context: Context, number: NumberMention): DraftOf<'strength'> | null {
  const head = countedNoun(context, number);
  if (head === null || !context.codebook.nouns.strength.has(head.lemma)) return null;
  const mention = context.actorAt[head.index] ?? null;
  if (mention?.status === 'civilian' || !isPluralForce(head) || isFormer(context, number.tokenEnd, head)) return null;
  if (comesToHarm(context, head) || isToll(context, number.tokenStart)) return null;
  const near = nounPhrase(context, head);
  const range = { start: number.tokenStart, end: Math.max(head.index + 1, Math.min(near.range.end, head.index + 4)) };
  const phrase: NounPhrase = { ...near, range, number };
  if (!standsStill(context, phrase)) return null;
  const owner = strengthOwner(context, phrase);
  const size = number.estimate.high ?? number.estimate.low ?? 0;
  const isScene = size < SCENE_MAX || (mention?.status === 'unknown' && (owner === null || size < BODY_MIN));
  if (isScene && !isHeld(context, phrase)) return null;
  return strengthDraft(context, {
    anchor: head.index,
    range,
    rule: 'strength/counted-force',
    owner,
    what: { start: number.tokenEnd, end: Math.max(range.end, number.tokenEnd + 1) },
    estimate: number.estimate,
  });
}

/** The noun that a number counts: the last of the nouns and attributes right behind it. */
function countedNoun(context: Context, { tokenEnd }: NumberMention): Token | null {
  let head: Token | null = null;
  for (let i = tokenEnd; i < tokenEnd + 6; i += 1) {
    const token = context.tree.tokens[i];
    if (token === undefined) break;
    const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN';
    if (isNoun) head = token;
    const isAttribute = token.upos === 'ADJ' || token.xpos === 'VBN' || /^[-\u2010\u2011]$/.test(token.text);
    if (!isNoun && !isAttribute) break;
    if (isNoun && token.label !== 'compound' && token.label !== 'flat' && /S$/.test(token.xpos)) break;
  }
  return head;
}

/** "the 324B division", "a 6000 jet" are names, not counts. */
function isPluralForce({ xpos, text }: Token): boolean {
  return /S$/.test(xpos) || /^(?:men|police|personnel|aircraft|troops)$/i.test(text);
}

/** "over 100 fighters from the north were reportedly killed": a word of harm behind the figure, up to the next mark. */
function comesToHarm(context: Context, head: Token): boolean {
  const { tokens } = context.tree;
  for (let i = head.index + 1; i < Math.min(head.index + 18, tokens.length); i += 1) {
    if (/^[,;:.()–—]$/.test(tokens[i].text)) return false;
    if (/^VB[ND]$/.test(tokens[i].xpos) && tellsHarm(context, i)) return true;
  }
  return false;
}

/** "bringing the toll to 375 rebels". */
function isToll(context: Context, figure: number): boolean {
  return context.tree.tokens.slice(Math.max(0, figure - 4), figure).some(({ index, lemma }) => {
    return /^(?:toll|death|casualty|loss)$/.test(lemma) || (tellsHarm(context, index) && index >= figure - 2);
  });
}

/** "18 soldiers dead", "two retired officers", "six other men": those are in no force. */
function isFormer(context: Context, start: number, head: Token): boolean {
  for (let i = start; i <= head.index + 1 && i < context.tree.tokens.length; i += 1) {
    if (i !== head.index && (holds(context, i, 'former') || tellsHarm(context, i))) return true;
  }
  return false;
}

/** Whether words hold the force together: a verb of having, "a column of", "fighters for X", "the rebels at". */
function isHeld(context: Context, { head, range }: NounPhrase): boolean {
  const { tokens } = context.tree;
  const isOf = /^of$/i.test(tokens[range.start - 1]?.text ?? '');
  if (isOf) return context.codebook.wordSets['collective-force'].has(tokens[range.start - 2].lemma);
  if (/^against$/i.test(tokens[range.end]?.text ?? '')) return true;
  const governor = tokens[head.head];
  if (head.label === 'obj' && holds(context, governor.index, 'having')) return true;
  return [1, 2, 3].some(
    step =>
      /^(?:VERB|AUX)$/.test(tokens[range.start - step]?.upos ?? '') && holds(context, range.start - step, 'having'),
  );
}

/** Whether nothing is done to the force: no word of harm, and no happening, governs its figure. */
function standsStill(context: Context, { head, range }: NounPhrase): boolean {
  const { tokens } = context.tree;
  const holder = tokens[range.start - 2];
  if (/^of$/i.test(tokens[range.start - 1]?.text ?? '') && holder !== undefined)
    if (context.codebook.wordSets['collective-force'].has(holder.lemma)) return true;
  // "a raid with 200 fighters": what they are to do is not done to them.
  if (/^(?:nmod|obl)$/.test(head.label) && /^with$/i.test(tokens[range.start - 1]?.text ?? '')) return true;
  const participle = childWith(context.tree, head.index, 'acl');
  if (participle !== null && (tellsHarm(context, participle.index) || tellsEvent(context, participle.index)))
    return false;
  for (const at of pathToRoot(context.tree, head.index).slice(1)) {
    const { upos } = tokens[at];
    if (tellsHarm(context, at) || (upos === 'NOUN' && tellsEvent(context, at))) return false;
    if (upos !== 'VERB') continue;
    return !tellsEvent(context, at) || isAlongWith(context, head.index);
  }
  return true;
}

/** "along with 900 tanks" adds to what is possessed, whatever verb follows. */
function isAlongWith(context: Context, head: number): boolean {
  const chain = pathToRoot(context.tree, head).slice(0, 3);
  return chain.some(at => /^(?:along|with)$/i.test(childWith(context.tree, at, 'case')?.text ?? ''));
}

function holds(context: Context, at: number, kind: StrengthKind): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.strengthWords).some(({ entry }) => entry.kind === kind);
}
