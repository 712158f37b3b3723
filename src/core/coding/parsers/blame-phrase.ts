import type { ActorMention } from '../../language/actors/actor-mention.ts';
import type { ActorRef } from '../../model/actor.ts';
import { armedBody } from '../armed-body.ts';
import { type Context, hull, sentenceOf, spanOf, tellsEvent } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { governmentAt } from '../standing.ts';

/** How far before a phrase of blame the blamed may stand, in tokens. */
const REACH = 7;

/**
 * Proposes a claim of responsibility for what whole phrases say, in whichever way a parse takes them: "the army bears
 * responsibility for", "was the work of X", "X was behind the blast", "it was X that fired first" (codebook §9.1). The
 * last also says who began.
 */
export function blamePhrase(context: Context): readonly DraftOf<'responsibility'>[] {
  return context.tree.tokens.flatMap(({ index, text }) => {
    const word = text.toLowerCase();
    if (word === 'responsibility') return bearsIt(context, index);
    if (word === 'behind') return isBehind(context, index);
    if (word === 'work') return isWorkOf(context, index);
    return word === 'first' ? didFirst(context, index) : [];
  });
}

/** "The army bears full | responsibility for the deaths". */
function bearsIt(context: Context, at: number): readonly DraftOf<'responsibility'>[] {
  const { tokens } = context.tree;
  if (tokens[at + 1]?.text.toLowerCase() !== 'for') return [];
  const verb = tokens.slice(Math.max(0, at - 4), at).find(({ text }) => /^(?:bears?|bore|carries|carry)$/i.test(text));
  return verb === undefined ? [] : proposals(context, at, partyBefore(context, verb.index), at + 2);
}

/** "Russia was | behind the blast": behind a place is no blame. */
function isBehind(context: Context, at: number): readonly DraftOf<'responsibility'>[] {
  const { tokens } = context.tree;
  if (tokens[at - 1]?.lemma !== 'be') return [];
  const { tokenEnd } = sentenceOf(context, at);
  for (let i = at + 1; i < Math.min(at + 4, tokenEnd); i += 1)
    if (tokens[i].upos === 'NOUN' && tellsEvent(context, i))
      return proposals(context, at, partyBefore(context, at - 1), i + 1);
  return [];
}

/** "The attack was the | work of the rebels". */
function isWorkOf(context: Context, at: number): readonly DraftOf<'responsibility'>[] {
  const { tokens } = context.tree;
  const opens = tokens[at - 1]?.text.toLowerCase() === 'the' && tokens[at - 2]?.lemma === 'be';
  if (!opens || tokens[at + 1]?.text.toLowerCase() !== 'of') return [];
  const mention = context.actorAt[at + 2] ?? context.actorAt[at + 3] ?? null;
  return proposals(context, at, bodyOf(mention), mention?.tokenEnd ?? at);
}

/** "Armenia had shot | first", "the rebels opened fire | first": who began. */
function didFirst(context: Context, at: number): readonly DraftOf<'responsibility'>[] {
  const { tokens } = context.tree;
  const { tokenStart } = sentenceOf(context, at);
  for (let i = at - 1; i >= Math.max(tokenStart, at - 3); i -= 1) {
    // "Armenia that | shot first": a tagger may take the verb of a relative clause for a noun.
    if (tokens[i].upos !== 'VERB' && tokens[i].label !== 'acl') continue;
    if (!context.codebook.wordSets['first-blow'].has(tokens[i].lemma)) return [];
    const made = proposals(context, at, partyBefore(context, i), at + 1);
    return made.map(draft => ({ ...draft, began: true }));
  }
  return [];
}

/** The last body before a verb, over auxiliaries and "that" ("it was Armenia that | shot"). */
function partyBefore(context: Context, verb: number): ActorRef | null {
  const { tokens } = context.tree;
  const { tokenStart } = sentenceOf(context, verb);
  for (let i = verb - 1; i >= Math.max(tokenStart, verb - REACH); i -= 1) {
    const mention = context.actorAt[i];
    if (mention !== null) return bodyOf(mention);
    // "It was Armenia that shot": a state, where no finder took its name for one.
    const state = governmentAt(context, i);
    if (state !== null) return state.ref;
    if (!/^(?:AUX|ADV|PART|SCONJ|DET|PRON|PUNCT)$/.test(tokens[i].upos) && tokens[i].lemma !== 'be') return null;
  }
  return null;
}

/** Only a body can be to blame: not "people", nor a nameless noun. */
function bodyOf(mention: ActorMention | null): ActorRef | null {
  if (mention === null || mention.ref.kind === 'civilians' || mention.ref.kind === 'media') return null;
  return mention.ref.id === null && mention.form === 'person-noun' && mention.status !== 'combatant'
    ? null
    : mention.ref;
}

function proposals(
  context: Context,
  anchor: number,
  blamed: ActorRef | null,
  end: number,
): readonly DraftOf<'responsibility'>[] {
  if (blamed === null) return [];
  const { start } = blamed.span ?? context.tree.tokens[anchor];
  const first = context.tree.tokens.findIndex(token => token.start >= start);
  const range = hull({ start: first < 0 ? anchor : first, end: anchor + 1 }, { start: anchor, end });
  return [
    {
      ...NEW_DRAFT,
      kind: 'responsibility',
      key: `phrase:${anchor}`,
      anchor,
      range,
      rule: 'responsibility/phrase',
      act: 'accuse',
      actor: armedBody(blamed),
      content: spanOf(context.tree.tokens, range),
      began: false,
    },
  ];
}
