import type { Token } from '../token.ts';
import { childWith, type TokenRange, type Tree } from '../tree.ts';
import type { SayingVerb, Scene } from './scene.ts';
import { isMark, isNoun } from './token-kinds.ts';

/** The words of saying as one range: speaker, auxiliaries, verb, and where, when or to whom it was said. */
export function blockOf(scene: Scene, { at, cue, cueEnd, source }: SayingVerb): TokenRange {
  const { tree, sentence } = scene;
  let start = at;
  while (start > sentence.tokenStart && ['AUX', 'ADV', 'PART'].includes(tree.tokens[start - 1].upos)) start -= 1;
  if (source !== null && !source.inverted && source.relative === null && start - source.range.end <= 8)
    start = Math.min(start, source.range.start);
  if (source?.relative != null) start = Math.min(start, source.relative);
  start = behindQuotation(scene, at) ?? start;
  let end = source?.inverted ? Math.max(source.range.end, cueEnd) : cueEnd;
  while (end < sentence.tokenEnd && isCircumstance(tree, end, at, CIRCUMSTANCE)) end += 1;
  const hearer = cue.frames.includes('hearer') ? behindHearer(scene, at, end) : end;
  const inserted = start > sentence.tokenStart && isMark(tree.tokens[start - 1]);
  return { start, end: inserted ? behindTime(scene, hearer) : (thatBehind(scene, end) ?? hearer) };
}

/** Steps over a day behind words of saying that end a clause ("…, the army said Tuesday, …"). */
function behindTime({ tree: { tokens }, sentence }: Scene, from: number): number {
  if (from >= sentence.tokenEnd || tokens[from].upos === 'DET') return from;
  let end = from;
  while (
    end < Math.min(from + 5, sentence.tokenEnd) &&
    ['NOUN', 'PROPN', 'NUM', 'ADP', 'ADV', 'DET'].includes(tokens[end].upos)
  )
    end += 1;
  const next = tokens[end];
  return end >= sentence.tokenEnd || isMark(next) || next.text === '.' ? end : from;
}

/** The "that" which opens what is said, over words without a verb ("said on Monday in Gao, the regional seat, that"). */
function thatBehind({ tree: { tokens }, sentence, quotations }: Scene, from: number): number | null {
  for (let i = from; i < Math.min(from + SPEAKER_MAX, sentence.tokenEnd); i += 1) {
    const { text, upos } = tokens[i];
    if (/^that$/i.test(text)) return isClauseMark(tokens, i) ? i : null;
    if (upos === 'VERB' || upos === 'AUX' || quotations.at[i] >= 0 || /^[:;]$/.test(text)) return null;
  }
  return null;
}

/** Whether "that" opens a clause: the tagger says so, or a subject follows and no verb ("last month that the army had"). */
export function isClauseMark(tokens: readonly Token[], at: number): boolean {
  const { upos, label } = tokens[at];
  const next = tokens[at + 1];
  if (upos === 'SCONJ' || label === 'mark') return true;
  if (upos !== 'PRON' || next === undefined) return false;
  return isNoun(next) || ['PRON', 'DET'].includes(next.upos) || next.xpos === 'VBG';
}

/** Where a quotation ends before a verb of saying with nothing but a speaker between; null where none does. */
function behindQuotation({ tree, quotations: { at, ranges } }: Scene, verb: number): number | null {
  if (at[verb] >= 0) return null;
  for (let i = verb - 1; i >= Math.max(0, verb - SPEAKER_MAX); i -= 1) {
    const { upos, text, sentence } = tree.tokens[i];
    // “Is it you?” she said: the mark ends a sentence, which goes on. A full stop ends it for good.
    if (at[i] >= 0) return sentence === tree.tokens[verb].sentence || isAsked(tree, i) ? ranges[at[i]].end : null;
    if (upos === 'VERB' || upos === 'SCONJ' || upos === 'CCONJ' || /^[:;.!?]$/.test(text)) return null;
  }
  return null;
}

/** Whether a quotation that ends at a closing mark ends with a question or exclamation mark or a comma inside it. */
export function isAsked({ tokens }: Tree, mark: number): boolean {
  return /^[?!,]+$/.test(tokens[mark - 1]?.text ?? '');
}

/** Steps over those who are told ("told reporters that …"), where what they are told follows them. */
function behindHearer({ tree, sentence, quotations }: Scene, at: number, from: number): number {
  let end = from;
  while (end < sentence.tokenEnd && isCircumstance(tree, end, at, HEARER)) end += 1;
  const next = tree.tokens[end];
  if (end === from || next === undefined) return from;
  if (end >= sentence.tokenEnd) return end;
  const clause = childWith(tree, at, 'ccomp');
  const told =
    (isMark(next) && (next.text !== ',' || quotations.at[end + 1] >= 0)) ||
    next.label === 'mark' ||
    /^(?:that|whether)$/i.test(next.text);
  return told || next.text === '.' || (clause !== null && clause.index >= end) ? end : from;
}

/** Whether a token tells where, when or to whom something is said: it hangs on the verb by no clause. */
function isCircumstance({ tokens, children }: Tree, index: number, verb: number, labels: ReadonlySet<string>): boolean {
  if (isMark(tokens[index]) || tokens[index].label === 'mark' || tokens[index].label === 'nsubj') return false;
  for (let at = index, steps = 0; steps < 8; steps += 1) {
    const { label, head } = tokens[at];
    if (!labels.has(label)) return false;
    // "said the attackers …": a plural without a preposition is no time or place.
    if (label === 'obl' && tokens[at].xpos === 'NNS' && !children[at].some(child => tokens[child].label === 'case'))
      return false;
    if (head === verb) return true;
    if (head === at) return false;
    at = head;
  }
  return false;
}

/** How many words may stand between a quotation and the verb behind it. */
const SPEAKER_MAX = 16;

const NOUN_PHRASE = ['nmod', 'case', 'det', 'amod', 'compound', 'nummod', 'flat', 'fixed', 'appos'] as const;
const CIRCUMSTANCE: ReadonlySet<string> = new Set(['obl', 'obl:agent', 'advmod', ...NOUN_PHRASE]);
const HEARER: ReadonlySet<string> = new Set(['obj', 'iobj', ...CIRCUMSTANCE]);
