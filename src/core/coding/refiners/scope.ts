import { childrenWith } from '../../language/tree.ts';
import type { Scope } from '../../model/claim-base.ts';
import { clauseChain, governingVerb, markOf, modalOf } from '../clause.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft } from '../draft.ts';
import { ownTime, type TimeOfClaim } from '../scope-time.ts';
import { speechesAt } from '../speakers.ts';
import { continuedBy } from './presupposed.ts';

/**
 * Tells news from what is imagined, to come, counted over a time, or history (codebook §7). Only what stays `incident` may
 * enter an incident: the doubtful case is decided against it. A story goes on in its own time: what names no time is
 * history where the claim before it in the paragraph is.
 */
export function scope(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const decided = new Map<Draft, Scope>();
  let before: Told = NOTHING_TOLD;
  let hasNews = false;
  for (const draft of [...drafts].sort((a, b) => a.anchor - b.anchor)) {
    if (draft.scope !== 'incident') continue;
    const time = ownTime(context, draft);
    const { paragraph } = sentenceOf(context, draft.anchor);
    const goesOn: boolean = before.isHistory && ((before.isDated && before.paragraph === paragraph) || !hasNews);
    const carried: Scope | null = time === 'none' && goesOn ? 'background' : null;
    const found: Scope | null = imagined(context, draft) ?? scopeOf(time, draft) ?? habit(context, draft) ?? carried;
    if (found !== null) decided.set(draft, found);
    if (draft.dropped !== null || (draft.kind !== 'event' && draft.kind !== 'casualty')) continue;
    const isDated: boolean = time === 'history' || (carried !== null && before.isDated);
    before = { paragraph, isDated, isHistory: isDated || time === 'standing' || carried !== null };
    hasNews ||= found === null;
  }
  return drafts.map(draft => {
    const found = decided.get(draft);
    if (found === undefined) return draft;
    return {
      ...draft,
      scope: found,
      dropped: draft.dropped ?? onlyNamed(context, draft, found),
    };
  });
}

interface Told {
  readonly paragraph: number;
  readonly isHistory: boolean;
  /** Whether a time of long ago made it so, and not a state that lasts. */
  readonly isDated: boolean;
}

const NOTHING_TOLD: Told = { paragraph: -1, isHistory: false, isDated: false };

function scopeOf(time: TimeOfClaim, { kind }: Draft): Scope | null {
  if (time === 'history' || time === 'standing') return 'background';
  // "Our forces have not fired since May" counts nothing.
  return time === 'total' && kind !== 'denial' ? 'period' : null;
}

/** "Failed to anticipate attacks", "any assault could": a noun that a purpose or a condition names is told of nobody. */
function onlyNamed(context: Context, draft: Draft, found: Scope): string | null {
  if (found !== 'future' && found !== 'hypothetical') return null;
  const isNoun = draft.kind === 'event' && context.tree.tokens[draft.anchor].upos === 'NOUN';
  return isNoun && continuedBy(context, draft.anchor) === null ? 'names what may be, not what is' : null;
}

/** Conditions, possibilities, fears, plans: "if …", "could", "will", "threatened to". */
function imagined(context: Context, draft: Draft): Scope | null {
  // "Could find no trace": whoever denies does so now.
  if (draft.kind === 'denial') return null;
  const { label, head, upos } = context.tree.tokens[draft.anchor];
  const governor = context.tree.tokens[head].lemma.toLowerCase();
  if (draft.kind === 'event' && upos === 'NOUN' && /^(?:obj|obl|nmod)/.test(label)) {
    if (context.codebook.wordSets['imagining-verb'].has(governor)) return 'hypothetical';
  }
  for (const verb of clauseChain(context.tree, draft.anchor)) {
    const mark = markOf(context.tree, verb);
    if (mark === 'if' || mark === 'unless' || mark === 'whether' || mark === 'lest') return 'hypothetical';
    const modal = modalOf(context.tree, verb);
    if (modal === 'could' || modal === 'might' || modal === 'may' || modal === 'would' || modal === 'should')
      return 'hypothetical';
    if (modal === 'will' || modal === 'shall' || modal === 'wo' || modal === '’ll' || modal === "'ll") return 'future';
    const { label: relation } = context.tree.tokens[verb];
    // A speech ends the chain: "police said they would …" makes the saying no less real, nor the clause above it.
    if (relation === 'ccomp' || isFactual(context, verb)) break;
    // So does a clause of its own beside another: "three will not live and dozens lie in the hall".
    if (relation === 'conj' && childrenWith(context.tree, verb, 'nsubj', 'nsubj:pass').length > 0) break;
    if (isPlan(context, verb)) return 'future';
  }
  const acts = speechesAt(context, draft.anchor).map(({ cue }) => cue.act);
  if (acts.includes('fear')) return 'hypothetical';
  return acts.includes('threaten') || acts.includes('warn') ? 'future' : null;
}

/** "who killed 20", "after a blast left two dead": what is told in passing has happened, whatever the clause above imagines. */
function isFactual(context: Context, verb: number): boolean {
  const { label, xpos } = context.tree.tokens[verb];
  if (xpos !== 'VBD' && !childrenWith(context.tree, verb, 'aux', 'aux:pass').some(aux => aux.xpos === 'VBD'))
    return false;
  const mark = markOf(context.tree, verb);
  return /^acl/.test(label) || (label === 'advcl' && /^(?:after|since|when|because|as|while)$/.test(mark ?? ''));
}

/** "to attack", "the plan to storm": an infinitive of purpose, not told as done; "tried to storm" is. */
function isPlan(context: Context, verb: number): boolean {
  const { tokens } = context.tree;
  const { label, head } = tokens[verb];
  const infinitive = childrenWith(context.tree, verb, 'mark').some(({ text }) => text.toLowerCase() === 'to');
  // "Claims to have killed 20": told as done.
  if (childrenWith(context.tree, verb, 'aux').some(({ lemma }) => lemma === 'have')) return false;
  if (!infinitive || (label !== 'acl' && label !== 'advcl' && label !== 'xcomp')) return false;
  return label === 'advcl' || !context.codebook.wordSets['done-by-infinitive'].has(tokens[head].lemma.toLowerCase());
}

/** "has repeatedly driven troops back", "the group it once fed": no single happening. */
function habit(context: Context, draft: Draft): Scope | null {
  const verb = governingVerb(context.tree, draft.anchor);
  const adverbs = childrenWith(context.tree, verb, 'advmod').map(({ lemma }) => lemma.toLowerCase());
  return adverbs.some(word => context.codebook.habitWords.has(word)) ? 'background' : null;
}
