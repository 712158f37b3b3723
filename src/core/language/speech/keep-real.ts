import { pathToRoot, type Tree } from '../tree.ts';
import type { Speech } from './speech.ts';
import { isMark } from './token-kinds.ts';

/**
 * Leaves out of the speeches of one sentence what is not told as said or thought: what somebody would, could or is to say
 * (unless its words are quoted), and inside somebody else's words all but plain saying, because a thought or a judgement
 * told there is his own.
 */
export function keepReal(tree: Tree, speeches: readonly Speech[]): readonly Speech[] {
  return speeches
    .map(speech => ({ ...speech, nested: isNested(tree, speech, speeches) }))
    .filter(speech => isReal(tree, speech));
}

function isReal(tree: Tree, speech: Speech): boolean {
  if (speech.rule === 'colon' || speech.rule === 'phrase') return true;
  const says = speech.cue.voice === 'say';
  if (speech.nested) return says && (speech.rule === 'noun' || isTold(tree, speech));
  if (speech.rule === 'noun' || quotes(tree, speech)) return true;
  return says ? !isInfinitive(tree, speech.cueToken) : isTold(tree, speech);
}

/** Whether words of saying stand in a clause that somebody else says, and not only beside it. */
function isNested(tree: Tree, speech: Speech, speeches: readonly Speech[]): boolean {
  if (!speeches.some(other => other !== speech && other.quoted === speech.quoted && holds(other, speech.cueToken)))
    return false;
  if (speech.rule === 'noun' || speech.cue.voice !== 'say') return true;
  return pathToRoot(tree, speech.cueToken).some(token => tree.tokens[token].label === 'ccomp');
}

function holds({ content, negated }: Speech, token: number): boolean {
  return !negated && content.some(({ start, end }) => start <= token && token < end);
}

function quotes({ tokens }: Tree, { content }: Speech): boolean {
  return content.some(
    ({ start, end }) => (isMark(tokens[start]) && tokens[start].text !== ',') || isMark(tokens[end - 1]),
  );
}

/** "to say", but not "went on to say" or "was said to have said". */
function isInfinitive(tree: Tree, at: number): boolean {
  const before = tree.tokens[at - 1]?.upos === 'ADV' ? at - 2 : at - 1;
  return tree.tokens[before]?.xpos === 'TO';
}

/** A finite verb or a participle, without a modal. */
function isTold(tree: Tree, { cueToken, cue }: Speech): boolean {
  if (isInfinitive(tree, cueToken)) return false;
  const modal = tree.children[cueToken].some(child => tree.tokens[child].xpos === 'MD');
  return !modal && (cue.voice === 'say' || tree.tokens[cueToken].label !== 'ccomp');
}
