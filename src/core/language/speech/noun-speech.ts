import { subtree, type TokenRange, type Tree } from '../tree.ts';
import type { Scene } from './scene.ts';
import type { Speech } from './speech.ts';
import type { SpeechCue } from './speech-lexicon.ts';
import { isMark, isNoun } from './token-kinds.ts';

/**
 * "The army's claim that …", "reports of shelling", "a warning by the mayor that …": a noun of saying with a clause behind
 * "that", an infinitive, or what one of its prepositions brings in. Without a clause it needs a speaker.
 */
export function nounSpeech(scene: Scene, at: number, cueEnd: number, cue: SpeechCue): Speech | null {
  const source = speakerOf(scene, at, cue);
  const clause = clauseOf(scene, at, cueEnd);
  const content = clause ?? (source === null ? null : objectOf(scene, at, cueEnd, cue));
  if (content === null) return null;
  return {
    ...{ cue, cueToken: at, cueEnd, content: [content], rule: 'noun' },
    ...{ relative: null, target: null, continued: null, negated: false, nested: false, elided: false },
    source: source?.head ?? null,
    sourceRange: source?.range ?? null,
    quoted: scene.quotations.at[at] >= 0,
  };
}

/** "the army's", "their" before the noun, "by the army", "from the ministry" behind it. */
function speakerOf({ tree }: Scene, at: number, cue: SpeechCue): { head: number; range: TokenRange } | null {
  const { tokens, children } = tree;
  for (const child of children[at]) {
    const { xpos, label, upos } = tokens[child];
    const marks = children[child].map(mark => tokens[mark]);
    const owns = child < at && label === 'nmod' && (xpos === 'PRP$' || marks.some(mark => mark.xpos === 'POS'));
    if (owns) return { head: child, range: { start: Math.min(subtree(tree, child).start, child), end: child + 1 } };
    const by = marks.find(mark => mark.label === 'case' && /^(?:by|from|of)$/i.test(mark.text));
    const agent =
      child > at && label === 'nmod' && by !== undefined && !cue.prepositions.includes(by.text.toLowerCase());
    if (agent && (isNoun(tokens[child]) || upos === 'PRON'))
      return {
        head: child,
        range: { start: by.index + 1, end: Math.max(subtree(tree, child, CLAUSES).end, child + 1) },
      };
  }
  return null;
}

/** "that …", or "to …" of a noun such as "threat". */
function clauseOf({ tree, sentence }: Scene, at: number, cueEnd: number): TokenRange | null {
  const { tokens, children } = tree;
  for (const child of children[at]) {
    if (child < cueEnd || !['acl', 'ccomp', 'acl:relcl'].includes(tokens[child].label)) continue;
    const range = subtree(tree, child);
    const first = tokens[Math.max(range.start, cueEnd)];
    if (/^that$/i.test(first.text) && (first.upos === 'SCONJ' || first.label === 'mark'))
      return clip({ start: range.start, end: beforeJudgement(tree, range) }, cueEnd, sentence.tokenEnd);
  }
  const next = tokens[cueEnd];
  if (next === undefined || cueEnd >= sentence.tokenEnd || next.upos !== 'SCONJ' || !/^that$/i.test(next.text))
    return null;
  let end = cueEnd + 1;
  while (end < sentence.tokenEnd && !isMark(tokens[end]) && tokens[end].text !== '.') end += 1;
  return end - cueEnd > 2 ? { start: cueEnd, end } : null;
}

/** "The claim that we fired | is a lie": a copula without a subject in the clause belongs to the noun, wherever a parse hangs it. */
function beforeJudgement({ tokens, children }: Tree, { start, end }: TokenRange): number {
  for (let i = start + 2; i < end; i += 1) {
    const { label, head } = tokens[i];
    if (label !== 'cop' || head < i) continue;
    const own = children[head].map(child => tokens[child].label);
    if (tokens[head].label === 'ccomp' && !own.some(name => /^(?:nsubj|mark|expl|cc)/.test(name))) return i;
  }
  return end;
}

function objectOf({ tree, sentence }: Scene, at: number, cueEnd: number, cue: SpeechCue): TokenRange | null {
  const next = tree.tokens[cueEnd];
  if (next === undefined || cueEnd >= sentence.tokenEnd || !cue.prepositions.includes(next.text.toLowerCase()))
    return null;
  const range = next.head > cueEnd ? subtree(tree, next.head, CLAUSES) : { start: cueEnd + 1, end: cueEnd + 2 };
  const content = clip(range, next.xpos === 'TO' ? cueEnd : cueEnd + 1, sentence.tokenEnd);
  return next.head !== at && content.end > content.start ? content : null;
}

function clip({ start, end }: TokenRange, from: number, to: number): TokenRange {
  return { start: Math.max(start, from), end: Math.min(end, to) };
}

const CLAUSES: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'parataxis', 'punct', 'advcl', 'ccomp']);
