import { sameActor } from '../../model/actor.ts';
import { type Context, sentenceOf, wordsOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { partyVoice, sameParty } from '../party-voice.ts';

/**
 * A party that tells of another's attack and of its own answer says who began: "they opened fire first", "our men returned
 * fire", "we repelled their assault" (codebook §9.1). Only a party's account says so; anybody else only tells what happened.
 */
export function whoOpened(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.dropped !== null || draft.polarity === 'negative') return draft;
    if (draft.scope !== 'incident' || !isForce(context, draft)) return draft;
    const party = partyVoice(context, draft);
    const attacker = draft.roles.find(({ role }) => role === 'actor')?.actor ?? null;
    if (party === null || attacker === null || sameActor(party, attacker) || sameParty(party, attacker)) return draft;
    const opened = draft.outcome !== null || opensFire(context, draft) || isAnswered(context, draft);
    return opened ? { ...draft, began: true } : draft;
  });
}

function isForce({ codebook }: Context, { type }: DraftOf<'event'>): boolean {
  return codebook.eventTypes.get(type)?.ploverRoot === 'ASSAULT';
}

/** "Opened fire", "attacked first", "started the shelling". */
function opensFire(context: Context, { range }: DraftOf<'event'>): boolean {
  const { tokens } = context.tree;
  const end = Math.min(range.end + 1, tokens.length);
  return tokens
    .slice(range.start, end)
    .some(({ lemma, upos }) => context.codebook.wordSets['opening-fire'].has(lemma.toLowerCase()) && upos !== 'ADJ');
}

/** "… and our men answered", "the army retaliated": the answer in the same sentence or the next. */
function isAnswered(context: Context, draft: DraftOf<'event'>): boolean {
  const { index, tokenEnd } = sentenceOf(context, draft.anchor);
  const next = context.doc.sentences[index + 1]?.tokenEnd ?? tokenEnd;
  const end = Math.max(next, tokenEnd);
  for (let i = draft.range.end; i < end; i += 1) {
    if (context.codebook.wordSets['answering'].has(context.tree.tokens[i].lemma)) return true;
    const two = i + 1 < end ? wordsOf(context.doc, { start: i, end: i + 2 }).toLowerCase() : '';
    if (two === 'returned fire' || two === 'fired back' || two === 'return fire') return true;
  }
  return false;
}
