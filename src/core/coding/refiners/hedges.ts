import type { TokenRange } from '../../language/tree.ts';
import type { Certainty } from '../../model/claim-base.ts';
import type { HedgeEntry } from '../codebook.ts';
import { type Context, sentenceOf } from '../context.ts';
import type { Draft } from '../draft.ts';
import { speechesAt } from '../speakers.ts';
import { weaker } from './claimant.ts';

/** How far from a claim's words a hedge may stand and still weaken it, in tokens. */
const REACH = 4;

/**
 * Keeps the words that weaken a claim: those inside it, right beside it, and words of non-verification anywhere in its
 * sentence (codebook §3.4). What only keeps a distance ("could not be verified") changes no certainty.
 */
export function hedges(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const bySentence = new Map<number, readonly Hedge[]>();
  return drafts.map(draft => {
    const { index, tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
    const found = bySentence.get(index) ?? hedgesIn(context, { start: tokenStart, end: tokenEnd });
    bySentence.set(index, found);
    const near = found.filter(hedge => weakens(hedge, draft, context));
    const certainty = near.reduce<Certainty>(
      (sum, { entry }) => weaker(sum, entry.certainty ?? 'certain'),
      draft.certainty,
    );
    return { ...draft, certainty, hedges: [...draft.hedges, ...near.map(({ range }) => range)] };
  });
}

/** Inside or right beside the claim's words, or in the words for its speaker ("preliminary intelligence"). */
function weakens({ range, entry }: Hedge, draft: Draft, context: Context): boolean {
  // "Killed by suspected rebels" doubts the rebels and not the dead.
  const reach = draft.kind === 'casualty' && entry.certainty === 'probable' ? 0 : REACH;
  if (range.start < draft.range.end + reach && range.end > draft.range.start - reach)
    return !isAboutOthers(context, range, draft.anchor);
  const source = speechesAt(context, draft.anchor).at(0)?.sourceRange ?? null;
  return source !== null && source.start <= range.start && range.end <= source.end;
}

/** "Put the toll at 25 and said he feared it would rise": what is feared is another thing than the toll. */
function isAboutOthers(context: Context, hedge: TokenRange, anchor: number): boolean {
  const told = context.doc.speeches.find(({ cueToken }) => hedge.start <= cueToken && cueToken < hedge.end);
  if (told === undefined || told.cue.act !== 'fear') return false;
  return !told.content.some(({ start, end }) => start <= anchor && anchor < end);
}

interface Hedge {
  readonly entry: HedgeEntry;
  readonly range: TokenRange;
}

function hedgesIn(context: Context, { start, end }: TokenRange): readonly Hedge[] {
  const words = context.tree.tokens.slice(start, end).map(token => token.text.toLowerCase());
  const found: Hedge[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const entry = longestAt(words, i, context.codebook.hedges);
    if (entry === null) continue;
    const length = entry.words.split(' ').length;
    // "May" is a month before or after a number.
    if (context.dateAt[start + i] === null) found.push({ entry, range: { start: start + i, end: start + i + length } });
    i += length - 1;
  }
  return found;
}

function longestAt(words: readonly string[], at: number, entries: readonly HedgeEntry[]): HedgeEntry | null {
  let best: HedgeEntry | null = null;
  for (const entry of entries) {
    if (!entry.words.startsWith(words[at])) continue;
    const parts = entry.words.split(' ');
    if (parts.every((part, j) => words[at + j] === part) && parts.length > (best?.words.split(' ').length ?? 0))
      best = entry;
  }
  return best;
}
