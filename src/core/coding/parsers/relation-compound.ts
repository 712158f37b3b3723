import type { ActorMention } from '../../language/actors/actor-mention.ts';
import type { Context } from '../context.ts';
import { sentenceOf } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import { governmentAt, type Standing, standingOf } from '../standing.ts';
import { relationDraft } from './relation-draft.ts';

/** "Iran-backed Houthi fighters", "the al-Qaida-linked group JNIM": the first stands behind the second (codebook §11.1). */
export function relationByCompound(context: Context, at: number): DraftOf<'relation'> | null {
  const { tokens } = context.tree;
  const word = context.codebook.relationWords.byFirst
    .get(tokens[at].text.toLowerCase())
    ?.find(({ entry }) => entry.frame === 'suffix')?.entry;
  if (word === undefined || !/^[-\u2010\u2011]$/.test(tokens[at - 1]?.text ?? '')) return null;
  const around = context.actorAt[at];
  const behind = context.actorAt[at - 2] ?? null;
  // "Iranian-backed Houthi militia" may be one mention: the nationality in it is then read on its own.
  const first = behind === null || behind === around ? governmentAt(context, at - 2) : standingOf(behind);
  const second = around === null ? actorAfter(context, at) : standingOf(around);
  if (first === null || second === null || !isOwnName(context, second)) return null;
  return relationDraft(context, { start: at, end: at + 1 }, word, { from: first, to: second, past: false });
}

/** "NATO-led troops" are nobody's by name: only a body under its own name, or a group under its own words, counts. */
function isOwnName(context: Context, { range }: Standing): boolean {
  const mention = context.actorAt[range.start] ?? null;
  const isGuess = mention?.ref.basis === 'implied' && mention.form === 'person-noun';
  return mention !== null && mention.form !== 'nationality+noun' && !isGuess;
}

/** The first body named within five tokens behind a word, in its sentence. */
export function actorAfter(context: Context, at: number): Standing | null {
  const { tokenEnd } = sentenceOf(context, at);
  for (let i = at + 1; i < Math.min(at + 6, tokenEnd); i += 1) {
    const mention = context.actorAt[i];
    if (mention !== null && mention.tokenStart >= at + 1 && !isAttribute(context, mention)) return standingOf(mention);
    // Another verb or phrase begins: "US-led invasion | to topple X" says nothing of X.
    if (!/^(?:ADJ|NOUN|PROPN|DET|NUM|PUNCT|PRON|ADP)$/.test(context.tree.tokens[i].upos)) return null;
    if (mention === null && /^(?:ADP|PUNCT)$/.test(context.tree.tokens[i].upos) && !isHyphen(context, i)) return null;
  }
  return null;
}

/** "belonging to | Indian | proxy X": a nationality before a noun says whose, and is not the one meant. */
function isAttribute(context: Context, { form, tokenEnd }: ActorMention): boolean {
  const { tokens } = context.tree;
  const isNationality = tokens[tokenEnd - 1].upos === 'ADJ' || context.placeAt[tokenEnd - 1]?.role === 'demonym';
  const isAdjective = form === 'metonym' && isNationality;
  return isAdjective && /^(?:NOUN|PROPN)$/.test(tokens[tokenEnd]?.upos ?? '');
}

function isHyphen(context: Context, at: number): boolean {
  return /^[-\u2010\u2011"“”]$/.test(context.tree.tokens[at].text);
}
