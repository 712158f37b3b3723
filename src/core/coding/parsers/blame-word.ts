import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { phrasesAt } from '../../language/phrases.ts';
import { childrenWith, childWith } from '../../language/tree.ts';
import type { Claimant } from '../../model/claimant.ts';
import { armedBody } from '../armed-body.ts';
import { caseOf, clauseRange } from '../clause.ts';
import type { BlameWord } from '../codebook.ts';
import { type Context, hull, sentenceOf, spanOf, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';

/** How far behind the word the blamed may stand, in tokens. */
const REACH = 14;

/**
 * Proposes a claim of responsibility for every happening that is laid to somebody's charge without a word of accusing:
 * "attributed the raid to X", "holds X responsible", "men suspected to be X" (codebook §9.1).
 */
export function blameWord(context: Context): readonly DraftOf<'responsibility'>[] {
  const drafts: DraftOf<'responsibility'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at].upos !== 'VERB' && tokens[at].upos !== 'NOUN') continue;
    for (const match of phrasesAt(tokens, at, context.codebook.blameWords)) {
      const blamed = blamedBy(context, at, match.end, match.entry);
      if (blamed === null) continue;
      drafts.push(proposal(context, at, match.end, match.entry, blamed));
      break;
    }
  }
  return drafts;
}

function blamedBy(context: Context, at: number, end: number, { frame }: BlameWord): ActorMention | null {
  const { tree } = context;
  switch (frame) {
    case 'object': {
      const object = childWith(tree, at, 'obj') ?? childWith(tree, at, 'nsubj:pass');
      return object === null ? null : isParty(nounPhrase(context, object).actor);
    }
    case 'responsible': {
      const object = childWith(tree, at, 'obj') ?? childWith(tree, at, 'nsubj:pass');
      const named = object === null ? null : isParty(nounPhrase(context, object).actor);
      return named ?? between(context, at + 1, end);
    }
    case 'be':
      return between(context, end, Math.min(end + 4, sentenceOf(context, at).tokenEnd));
    default:
      return behind(context, at, end, frame);
  }
}

/** Who stands behind the preposition: by the tree, else the first party behind it in the sentence. */
function behind(context: Context, at: number, end: number, preposition: string): ActorMention | null {
  const { tree } = context;
  for (const child of childrenWith(tree, at, 'obl', 'nmod')) {
    if (caseOf(tree, child.index) !== preposition) continue;
    const party = isParty(nounPhrase(context, child).actor);
    if (party !== null) return party;
  }
  const { tokenEnd } = sentenceOf(context, at);
  for (let i = end; i < Math.min(end + REACH, tokenEnd); i += 1) {
    if (tree.tokens[i].text.toLowerCase() === preposition) return between(context, i + 1, Math.min(i + 4, tokenEnd));
  }
  return null;
}

function between(context: Context, start: number, end: number): ActorMention | null {
  for (let i = start; i < end; i += 1) {
    const party = isParty(context.actorAt[i] ?? null);
    if (party !== null) return party;
  }
  return null;
}

/** Only a body can be to blame: not "people", nor a nameless noun. */
function isParty(mention: ActorMention | null): ActorMention | null {
  if (mention === null || mention.ref.kind === 'civilians' || mention.ref.kind === 'media') return null;
  return mention.ref.id === null && mention.form === 'person-noun' ? null : mention;
}

/** Who blames is the subject of the verb; without one, whoever speaks there. */
function blamerOf(context: Context, at: number): Claimant | null {
  const subject = childWith(context.tree, at, 'nsubj');
  if (subject === null || subject.upos === 'PRON') return null;
  const { actor, range } = nounPhrase(context, subject);
  const words = wordsOf(context.doc, range);
  const span = spanOf(context.tree.tokens, range);
  const nameless =
    actor === null || actor.form === 'person-noun' || actor.anonymous === true || actor.ref.kind === 'civilians';
  return nameless
    ? { kind: 'unnamed', actor: null, words, span, via: [] }
    : { kind: 'actor', actor: actor.ref, words, span, via: [] };
}

function proposal(
  context: Context,
  at: number,
  end: number,
  word: BlameWord,
  blamed: ActorMention,
): DraftOf<'responsibility'> {
  const own = hull({ start: at, end }, { start: blamed.tokenStart, end: blamed.tokenEnd });
  const clause = clauseRange(context, at);
  const range = clause.end - clause.start <= 18 ? hull(own, clause) : own;
  return {
    ...NEW_DRAFT,
    kind: 'responsibility',
    key: `blamed:${at}`,
    anchor: at,
    range,
    rule: `responsibility/${word.frame}`,
    act: word.sure ? 'accuse' : 'state',
    certainty: word.sure ? 'certain' : 'probable',
    claimant: word.sure ? blamerOf(context, at) : null,
    actor: armedBody(blamed.ref),
    content: spanOf(context.tree.tokens, range),
    began: false,
  };
}
