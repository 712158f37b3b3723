import { phrasesAt } from '../../language/phrases.ts';
import type { Context } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import type { Speakers } from '../speakers.ts';
import { speechesAt } from '../speakers.ts';
import { relationByCompound } from './relation-compound.ts';
import { relationByNoun } from './relation-noun.ts';
import { relationByPair } from './relation-pair.ts';
import { relationByVerb } from './relation-verb.ts';

/**
 * Proposes how two named actors stand to each other: sponsors, supports, allied, hostile, splinter, part of (codebook §11). A
 * standing fact, so its scope is background; what could or would be is a risk and no relation, and so is what is denied.
 */
export function relation(context: Context, speakers: Speakers): readonly DraftOf<'relation'>[] {
  const drafts: DraftOf<'relation'>[] = [];
  const { tokens } = context.tree;
  // A relation told again by the same voice is one claim (codebook §1.3).
  const voiceOf = ({ anchor }: DraftOf<'relation'>) => speakers.get(speechesAt(context, anchor)[0])?.words ?? null;
  const told = new Set<string>();
  const isTold = (draft: DraftOf<'relation'>) => {
    const key = [draft.type, draft.from.id ?? draft.from.name, draft.to.id ?? draft.to.name, voiceOf(draft)].join('|');
    const known = told.has(key);
    told.add(key);
    return known;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (speechesAt(context, at).at(0)?.cue.act === 'deny') continue;
    const compound = relationByCompound(context, at);
    if (compound !== null && !isTold(compound)) drafts.push(compound);
    for (const { entry, end } of phrasesAt(tokens, at, context.codebook.relationWords)) {
      const draft = readFrame(context, speakers, at, end, entry);
      if (draft === null || isTold(draft)) continue;
      drafts.push(draft);
      break;
    }
  }
  return drafts;
}

function readFrame(
  context: Context,
  speakers: Speakers,
  at: number,
  end: number,
  word: Parameters<typeof relationByNoun>[3],
): DraftOf<'relation'> | null {
  switch (word.frame) {
    case 'noun-of':
      return relationByNoun(context, speakers, at, word);
    case 'between':
      return relationByPair(context, at, end, word);
    case 'verb':
    case 'to':
      return relationByVerb(context, at, end, word);
    case 'suffix':
      return null;
  }
}
