import { childrenWith, childWith } from '../../language/tree.ts';
import type { RelationWord } from '../codebook.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { DraftOf } from '../draft.ts';
import { speechesAt } from '../speakers.ts';
import { type Standing, standingAt, standingOf, standingsIn } from '../standing.ts';
import { actorAfter } from './relation-compound.ts';
import { isReal, relationDraft, tellsFormerTimes } from './relation-draft.ts';

/** "X sponsors Y", "X pledged allegiance to Y", "Y, dominated by X", "accused X of arming Y" (codebook §11.1, §11.2). */
export function relationByVerb(
  context: Context,
  at: number,
  end: number,
  word: RelationWord,
): DraftOf<'relation'> | null {
  const { tokens } = context.tree;
  const { upos, xpos } = tokens[at];
  // A phrase with its preposition is one whatever its first word is tagged as ("and answers to X", "fighters loyal to Y").
  const inside = tokens.slice(at + 1, end);
  if (inside.some(token => token.upos === 'PUNCT')) return null;
  const isTight = word.frame === 'to' && end > at + 1 && inside.length === word.words.split(' ').length - 1;
  if (upos !== 'VERB' && !isTight) return null;
  if (!isReal(context, at) || isPurpose(context, at)) return null;
  if (word.frame === 'to' && /^(?:VERB|AUX)$/.test(tokens[end]?.upos ?? '')) return null;
  const agent = word.frame === 'verb' ? byAgent(context, at) : null;
  const passive = agent !== null;
  const about = passive || word.frame === 'to' ? null : objectBefore(context, at);
  const subject = passive ? patientOf(context, at) : subjectOf(context, at, about);
  const other = agent ?? about ?? objectOf(context, at, end, word, subject);
  if (subject === null || other === null) return null;
  const [from, to] = passive !== word.turn ? [other, subject] : [subject, other];
  const isHad = childrenWith(context.tree, at, 'aux').some(({ text }) => /^had$/i.test(text));
  const told = !passive && xpos === 'VBD' && !word.lasts;
  const past = isHad || told || tellsFormerTimes(context, { start: at - 2, end });
  return relationDraft(context, { start: at, end }, word, { from, to, past });
}

/** "sent troops to support X", "reported to back X": an infinitive tells a purpose or a rumour, not what is so. */
function isPurpose(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const before = tokens[at - 1]?.upos === 'ADV' ? at - 2 : at - 1;
  return (
    /^to$/i.test(tokens[before]?.text ?? '') && !/^(?:continue|begin|start)$/.test(tokens[before - 1]?.lemma ?? '')
  );
}

/** The body behind "by": only of a participle, and right behind it. */
function byAgent(context: Context, at: number): Standing | null {
  const { tokens } = context.tree;
  if (tokens[at].xpos !== 'VBN' && tokens[at].xpos !== 'VBD') return null;
  const by = [at + 1, at + 2].find(i => /^by$/i.test(tokens[i]?.text ?? ''));
  return by === undefined ? null : actorAfter(context, by);
}

/** To whom it is done: the passive subject, the noun that the participle stands on, or who is named right before. */
function patientOf(context: Context, at: number): Standing | null {
  const { tree } = context;
  const subject = childWith(tree, at, 'nsubj:pass', 'nsubj');
  if (subject !== null) return standingAt(context, subject.index);
  const { label, head } = tree.tokens[at];
  if (label === 'conj') return subjectOf(context, head, null);
  if (/^(?:acl|amod|advcl)/.test(label) && head < at) {
    const found = standingAt(context, head);
    if (found !== null) return found;
  }
  return nearestBefore(context, at);
}

/** "the militia it once fed": the object stands before as what the clause is about, with a pronoun right behind it. */
function objectBefore(context: Context, at: number): Standing | null {
  const own = pronounBefore(context, at);
  return own === null ? null : standingOf(context.actorAt[own - 1]);
}

function pronounBefore(context: Context, at: number): number | null {
  const { tokens } = context.tree;
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (/^(?:it|they)$/i.test(tokens[i].text)) return i;
    if (tokens[i].upos !== 'ADV' && tokens[i].upos !== 'AUX' && !/^once$/i.test(tokens[i].text)) return null;
  }
  return null;
}

/** The subject of a verb, of the verb it is coordinated with, or the one who is accused of it. */
function subjectOf(context: Context, at: number, not: Standing | null): Standing | null {
  const { tree } = context;
  const pronoun = not === null ? null : pronounBefore(context, at);
  if (pronoun !== null) return standingAt(context, pronoun, not);
  const own = childWith(tree, at, 'nsubj');
  if (own !== null) return standingAt(context, own.index);
  const accused = speechesAt(context, at).at(0);
  if (accused?.cue.act === 'accuse' && accused.target !== null) return standingAt(context, accused.target);
  const { label, head } = tree.tokens[at];
  if (label === 'conj' && head < at) {
    const shared = childWith(tree, head, 'nsubj', 'nsubj:pass');
    if (shared !== null) return standingAt(context, shared.index);
  }
  if (/^acl/.test(label) && head < at) return standingAt(context, head);
  return nearestBefore(context, at);
}

/** The body that ends right before a verb or participle, over an adverb, an auxiliary or an insertion between commas. */
function nearestBefore(context: Context, at: number): Standing | null {
  const { tokenStart } = sentenceOf(context, at);
  const { tokens } = context.tree;
  for (let i = at - 1; i >= Math.max(tokenStart, at - 4); i -= 1) {
    const { text, upos } = tokens[i];
    if (/^(?:who|which|that)$/i.test(text)) return standingAt(context, i);
    const found = standingOf(context.actorAt[i]);
    if (found !== null) return found;
    if (text === ',') return besideComma(context, tokenStart, i, at);
    if (!['ADV', 'AUX', 'PART'].includes(upos)) return null;
  }
  return null;
}

/** "X, armed by Y": who ends at the comma. "X, armed by Y, has shown …": who opens the clause that the insertion breaks. */
function besideComma(context: Context, start: number, comma: number, verb: number): Standing | null {
  const { tokens } = context.tree;
  const opensPredicate = verb > comma + 1 || tokens[verb].xpos === 'VBD' || tokens[verb].xpos === 'VBZ';
  if (!opensPredicate) return standingOf(context.actorAt[comma - 1]);
  let opening = comma - 1;
  while (opening > start && tokens[opening].text !== ',') opening -= 1;
  if (opening <= start) return standingOf(context.actorAt[comma - 1]);
  return standingsIn(context, { start, end: opening }).at(0) ?? null;
}

/** The object of a verb, or the body behind the preposition of its phrase. */
function objectOf(
  context: Context,
  at: number,
  end: number,
  word: RelationWord,
  subject: Standing | null,
): Standing | null {
  if (word.frame === 'verb') {
    const object = childWith(context.tree, at, 'obj');
    return object === null ? null : standingAt(context, object.index, subject);
  }
  const pronoun = context.tree.tokens[end];
  if (pronoun?.upos === 'PRON') return standingAt(context, end, subject);
  return actorAfter(context, end - 1);
}
