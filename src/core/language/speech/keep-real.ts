import { pathToRoot, type Tree } from '../tree.ts';
import type { Speech } from './speech.ts';
import { isMark } from './token-kinds.ts';

/**
 * Leaves out of the speeches of one sentence what is not told as said or thought: what somebody would, could or is to say
 * (unless its words are quoted), and inside somebody else's words all but plain saying, because a thought or a judgement
 * told there is his own.
 */
export function keepReal(tree: Tree, speeches: readonly Speech[]): readonly Speech[] {
  return partedByParticiples(tree, speeches)
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

/**
 * "The army said twelve had died, adding that …": a participle of saying behind a comma goes on with him who spoke before
 * it, whose words end at the comma, wherever the tree hangs it.
 */
function partedByParticiples(tree: Tree, speeches: readonly Speech[]): readonly Speech[] {
  const parted = [...speeches];
  for (const [i, speech] of speeches.entries()) {
    const comma = commaBefore(tree, speech);
    const o = comma === null ? -1 : parted.findIndex(other => goesOn(tree, other, speech));
    if (comma === null || o < 0) continue;
    const { source, sourceRange, relative, content } = parted[o];
    const before = content.map(({ start, end }) => ({ start, end: start < comma && comma < end ? comma : end }));
    parted[o] = { ...parted[o], content: before.filter(({ start, end }) => end > start && start < comma) };
    parted[i] = { ...speech, source, sourceRange, relative };
  }
  return parted;
}

/** The comma before a participle of saying, over an adverb; null where none stands there. */
function commaBefore({ tokens }: Tree, { cueToken, cue, rule, quoted }: Speech): number | null {
  if (rule !== 'verb' || quoted || cue.voice !== 'say' || tokens[cueToken].xpos !== 'VBG') return null;
  const before = tokens[cueToken - 1]?.upos === 'ADV' ? cueToken - 2 : cueToken - 1;
  return tokens[before]?.text === ',' ? before : null;
}

/** Whether the words of a finite verb of saying, told of somebody, run over a participle behind it. */
function goesOn({ tokens }: Tree, other: Speech, { cueToken }: Speech): boolean {
  if (other.rule !== 'verb' || other.quoted || other.negated || other.cue.voice !== 'say') return false;
  if (other.source === null || other.cueToken >= cueToken || !/^VB[DZP]$/.test(tokens[other.cueToken].xpos))
    return false;
  return other.content.some(({ start, end }) => start <= cueToken && cueToken < end);
}

/** Whether words of saying stand in a clause that somebody else says, and not only beside it. */
function isNested(tree: Tree, speech: Speech, speeches: readonly Speech[]): boolean {
  if (!speeches.some(other => other !== speech && other.quoted === speech.quoted && holds(other, speech.cueToken)))
    return false;
  if (speech.rule === 'noun' || speech.cue.voice !== 'say') return true;
  if (speech.rule === 'phrase' && tree.tokens[speech.cueToken - 1]?.text === ',' && isLast(tree, speech)) return false;
  return pathToRoot(tree, speech.cueToken).some(token => tree.tokens[token].label === 'ccomp');
}

/** "…, according to the ministry." */
function isLast({ tokens }: Tree, { cueToken, sourceRange }: Speech): boolean {
  const end = sourceRange?.end ?? tokens.length;
  return tokens[end] === undefined || tokens[end].sentence !== tokens[cueToken].sentence || tokens[end].text === '.';
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
