import type { ActorMention } from '../../language/actors/actor-mention.ts';
import { childWith } from '../../language/tree.ts';
import { AUTHOR, type Claimant } from '../../model/claimant.ts';
import { governingVerb } from '../clause.ts';
import type { RelationWord } from '../codebook.ts';
import { type Context, hull, sentenceOf, wordsOf } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import { type Speakers, speechesAt } from '../speakers.ts';
import { governmentAt, type Standing, standingAt, standingOf, standingsIn } from '../standing.ts';
import { isReal, relationDraft, tellsFormerTimes } from './relation-draft.ts';

/**
 * "an ally of X", "Indian proxy X", "X, Y's rival", "regards X as part of Y": one is whose the noun is, the other what it
 * says of whom (codebook §11.1). A noun without a possessor ("X, a rival group") stands to the only other one there.
 */
export function relationByNoun(
  context: Context,
  speakers: Speakers,
  at: number,
  word: RelationWord,
): DraftOf<'relation'> | null {
  const { upos, text } = context.tree.tokens[at];
  if ((upos !== 'NOUN' && upos !== 'ADJ') || !isSaid(context, at)) return null;
  const covering = context.actorAt[at];
  // "SNA mercenaries" is one mention; "rival militia" is no name of anybody.
  const self = covering !== null && covering.tokenStart < at && covering.ref.id !== null ? covering : null;
  const start = phraseStart(context, self?.tokenStart ?? at);
  const owner = ownerOf(context, at, start, self, word);
  if (owner === null && self === null && /s$/.test(text)) return pairBefore(context, at, start, word);
  const judge = judgeOf(context, start);
  const who = standingOf(self) ?? judge?.of ?? selfAfter(context, at, owner) ?? selfBefore(context, at, start, owner);
  if (who === null) return null;
  const other = owner ?? onlyOther(context, speakers, at, start, word, who);
  if (other === null) return null;
  const past = tellsFormerTimes(context, { start: start - 1, end: at }) || isPastCopula(context, at);
  const [from, to] = word.turn ? [other, who] : [who, other];
  const draft = relationDraft(context, { start: at, end: at + 1 }, word, { from, to, past });
  if (draft === null) return null;
  if (judge !== null) return { ...draft, claimant: judge.claimant, range: hull(draft.range, judge.by.range) };
  // "fear that X, a rival of Y, might …": who fears it does not say what the apposition says.
  const isFeared = /^(?:fear|warn|threaten)$/.test(speechesAt(context, at).at(0)?.cue.act ?? '');
  return isFeared ? { ...draft, claimant: AUTHOR } : draft;
}

/** "could become an ally", "is no ally" say nothing of what is; an apposition stands whatever its clause supposes. */
function isSaid(context: Context, at: number): boolean {
  const { label } = context.tree.tokens[at];
  if (childWith(context.tree, at, 'cop') !== null) return isReal(context, at);
  return !/^(?:xcomp|obj)$/.test(label) || isReal(context, governingVerb(context.tree, at));
}

/** Where the noun phrase begins: before its articles, adjectives and possessors. */
function phraseStart(context: Context, at: number): number {
  const { tokenStart } = sentenceOf(context, at);
  let start = at;
  while (start > tokenStart && start > at - 8) {
    const { text, upos, xpos } = context.tree.tokens[start - 1];
    const inside = context.actorAt[start - 1] !== null || context.placeAt[start - 1]?.place.precision === 6;
    const isPart = ['DET', 'ADJ', 'NUM'].includes(upos) || xpos === 'PRP$' || xpos === 'POS' || xpos === 'VBN';
    if (!inside && !isPart && !/^[-\u2010\u2011]$/.test(text)) break;
    start -= 1;
  }
  return start;
}

/** Whose the noun is: "of X" behind it, else a possessor, nationality or name inside the phrase before it. */
function ownerOf(
  context: Context,
  at: number,
  start: number,
  self: ActorMention | null,
  word: RelationWord,
): Standing | null {
  const { tokens } = context.tree;
  const of = tokens[at + 1];
  if (of !== undefined && /^(?:of|to)$/i.test(of.text)) {
    for (let i = at + 2; i < at + 7 && i < tokens.length; i += 1) {
      const found = standingOf(context.actorAt[i]);
      if (found !== null) return found;
      if (!['DET', 'ADJ', 'NOUN', 'NUM', 'ADP'].includes(tokens[i].upos)) return null;
    }
  }
  let possessive = word.type !== 'part-of';
  for (let i = (self?.tokenStart ?? at) - 1; i >= start; i -= 1) {
    if (tokens[i].xpos === 'POS') possessive = true;
    const found = standingOf(context.actorAt[i]) ?? governmentAt(context, i);
    // "Security Council members", "army wing": a name before the noun owns it only with its mark.
    if (found !== null) return possessive ? found : null;
    if (tokens[i].xpos === 'PRP$') return standingAt(context, i, standingOf(self));
  }
  return null;
}

/** "proxy X", "its ally, X,", "a splinter calling itself X": the name right behind the noun. */
function selfAfter(context: Context, at: number, owner: Standing | null): Standing | null {
  const { tokens } = context.tree;
  let i = at + 1;
  if (owner !== null && owner.range.start > at) i = owner.range.end;
  const called = /^(?:calling|called|named|known)$/i.test(tokens[i]?.text ?? '');
  const reach = called ? 4 : 3;
  for (const end = i + reach; i < end && i < tokens.length; i += 1) {
    const found = context.actorAt[i] === context.actorAt[at] ? null : standingOf(context.actorAt[i]);
    if (found !== null) return found.ref.name === owner?.ref.name ? null : found;
    const isLink = called && /^(?:calling|called|named|known|itself|themselves|as)$/i.test(tokens[i].text);
    if (!isLink && tokens[i].upos !== 'DET' && tokens[i].text !== ',') return null;
    // "its rival, the army said": what follows a comma is in apposition only where another comma or the end closes it.
    if (tokens[i].text === ',' && !closes(context, i)) return null;
  }
  return null;
}

function closes(context: Context, comma: number): boolean {
  const { tokens } = context.tree;
  const mention = [1, 2, 3].map(step => context.actorAt[comma + step]).find(found => found != null);
  return mention != null && /^[,.;)]$/.test(tokens[mention.tokenEnd]?.text ?? '.');
}

/** "X, a rival of Y", "X is an ally of Y": the name before the comma or the copula, else the subject that the tree gives. */
function selfBefore(context: Context, at: number, start: number, owner: Standing | null): Standing | null {
  const { tokens } = context.tree;
  let i = start - 1;
  while (i > 0 && (tokens[i].upos === 'ADV' || /^(?:so|far)$/i.test(tokens[i].text))) i -= 1;
  if (tokens[i]?.text === ',') {
    const found = standingOf(context.actorAt[i - 1]);
    if (found !== null && found.ref.name !== owner?.ref.name) return found;
  }
  const subject = childWith(context.tree, at, 'nsubj');
  const isCopula = childWith(context.tree, at, 'cop') !== null;
  return subject !== null && isCopula ? standingAt(context, subject.index) : null;
}

/** "regards X as", "considers X": who judges, and of whom. */
function judgeOf(context: Context, start: number) {
  const { tokens } = context.tree;
  const as = /^as$/i.test(tokens[start - 1]?.text ?? '') ? start - 1 : start;
  const of = standingOf(context.actorAt[as - 1]);
  if (of === null) return null;
  let verb = of.range.start - 1;
  while (verb > 0 && tokens[verb].upos === 'DET') verb -= 1;
  const isJudging = /^(?:regard|consider|view|describe|see|treat|call)$/.test(tokens[verb]?.lemma ?? '');
  if (!isJudging || (as === start && !/^(?:consider|call)$/.test(tokens[verb].lemma))) return null;
  const subject = childWith(context.tree, verb, 'nsubj');
  const by = standingAt(context, subject?.index ?? verb - 1);
  if (by === null) return null;
  const claimant: Claimant = {
    kind: 'actor',
    actor: by.ref,
    words: wordsOf(context.doc, by.range),
    span: { start: tokens[by.range.start].start, end: tokens[by.range.end - 1].end },
    via: [],
  };
  return { of, by: { range: { start: verb, end: verb + 1 } }, claimant };
}

/** "X and Y, allies until 2021", "X and Y are sworn enemies": a plural of two bodies that stand side by side before it. */
function pairBefore(context: Context, at: number, start: number, word: RelationWord): DraftOf<'relation'> | null {
  const { tokens } = context.tree;
  const link = tokens[start - 1];
  if (link === undefined || !(link.text === ',' || /^(?:are|were|remain|once)$/i.test(link.text))) return null;
  const second = standingOf(context.actorAt[link.text.toLowerCase() === 'once' ? start - 3 : start - 2]);
  if (second === null) return null;
  let i = second.range.start - 1;
  while (i > 0 && tokens[i].upos === 'DET') i -= 1;
  const first = /^and$/i.test(tokens[i]?.text ?? '') ? standingOf(context.actorAt[i - 1]) : null;
  if (first === null || (word.type !== 'allied' && word.type !== 'hostile')) return null;
  const past = tellsFormerTimes(context, { start: start - 1, end: at }) || /^were$/i.test(link.text);
  return relationDraft(context, { start: at, end: at + 1 }, word, { from: first, to: second, past });
}

/** The other of a rivalry or split that names only one: the speaker, else the only other body in the sentence. */
function onlyOther(
  context: Context,
  speakers: Speakers,
  at: number,
  start: number,
  word: RelationWord,
  who: Standing,
): Standing | null {
  if (!word.bare || !/^(?:an?)$/i.test(context.tree.tokens[start].text)) return null;
  const speech = speechesAt(context, at).at(0);
  const speaker = speech === undefined ? null : (speakers.get(speech)?.actor ?? null);
  if (speaker !== null && speaker.name !== who.ref.name && speaker.kind === 'armed-group')
    return { ref: speaker, range: { start: at, end: at + 1 } };
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const others = standingsIn(context, { start: tokenStart, end: tokenEnd }).filter(
    ({ ref }) => ref.id !== null && ref.name !== who.ref.name,
  );
  return others.length === 1 ? others[0] : null;
}

function isPastCopula(context: Context, at: number): boolean {
  return childWith(context.tree, at, 'cop')?.xpos === 'VBD';
}
