import type { Sentence, Token } from '../token.ts';
import type { TokenRange } from '../tree.ts';

/** What stands between quotation marks, the marks included; `[start, end)` counts tokens. */
export interface Quotation extends TokenRange {
  /** True where it goes on with the quotation before it, whose paragraph ended without a closing mark. */
  readonly goesOn: boolean;
}

/** The outermost quotations of a document, and which of them holds each token. */
export interface Quotations {
  readonly ranges: readonly Quotation[];
  /** For each token the number of the quotation that holds it, -1 outside. */
  readonly at: Int32Array;
}

interface OpenMark {
  readonly index: number;
  readonly kind: string;
  readonly goesOn: boolean;
}

/**
 * Finds what stands between quotation marks. A quotation may hold several sentences. One that is not closed before its
 * paragraph ends goes on where the next paragraph opens with a mark again, as newspapers print long quotations; else its
 * mark is a lone one, and it ends with its sentence. Straight marks open or close by the blanks around them.
 */
export function findQuotations(tokens: readonly Token[], sentences: readonly Sentence[]): Quotations {
  const ranges: Quotation[] = [];
  let open: OpenMark | null = null;
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      const first = tokens[sentence.tokenStart];
      const joins: boolean = open !== null && kindOf(first) === open.kind && opens(tokens, first.index, false);
      if (open !== null)
        ranges.push(unclosed(open, joins ? sentence.tokenStart : endOfSentence(open, tokens, sentences)));
      open = joins ? { index: first.index, kind: kindOf(first), goesOn: true } : null;
      paragraph = sentence.paragraph;
    }
    open = readMarks(tokens, sentence, open, ranges);
  }
  if (open !== null) ranges.push(unclosed(open, endOfSentence(open, tokens, sentences)));
  const kept = ranges.filter(({ end, start }) => end - start >= 2);
  const at = new Int32Array(tokens.length).fill(-1);
  for (const [i, { start, end }] of kept.entries()) at.fill(i, start, end);
  return { ranges: kept, at };
}

/** Reads the marks of one sentence: closed quotations go to `ranges`, the mark still open at its end is returned. */
function readMarks(
  tokens: readonly Token[],
  { tokenStart, tokenEnd }: Sentence,
  before: OpenMark | null,
  ranges: Quotation[],
): OpenMark | null {
  let open = before;
  for (let i = tokenStart; i < tokenEnd; i += 1) {
    const kind = kindOf(tokens[i]);
    if (kind === '' || open?.index === i) continue;
    if (open === null) {
      if (opens(tokens, i, false)) open = { index: i, kind, goesOn: false };
    } else if (kind === open.kind) {
      if (opens(tokens, i, true)) {
        // A second opening mark: the first was a lone one.
        ranges.push(unclosed(open, Math.min(i, open.index + 1)));
        open = { index: i, kind, goesOn: false };
      } else if (kind !== 'single' || closesSingle(tokens, i)) {
        ranges.push({ start: open.index, end: i + 1, goesOn: open.goesOn });
        open = null;
      }
    } else if (open.kind === 'single' && opens(tokens, i, false)) open = { index: i, kind, goesOn: false };
  }
  return open;
}

function unclosed({ index, kind, goesOn }: OpenMark, end: number): Quotation {
  // A lone apostrophe quotes nothing.
  return { start: index, end: kind === 'single' ? index : end, goesOn };
}

function endOfSentence({ index }: OpenMark, tokens: readonly Token[], sentences: readonly Sentence[]): number {
  return sentences[tokens[index].sentence].tokenEnd;
}

/** Which marks belong together; empty for a token that is none. */
function kindOf({ text, upos }: Token): string {
  if (/^(?:["“”„‟]|''|``|,,)$/.test(text)) return 'double';
  if (/^[«»]$/.test(text)) return 'angle';
  return /^['‘’‹›`]$/.test(text) && upos === 'PUNCT' ? 'single' : '';
}

/** Whether the mark at `i` opens: by its shape, else by the blanks around it. `strictly` where only a clear case counts. */
function opens(tokens: readonly Token[], i: number, strictly: boolean): boolean {
  const { text, start, end, sentence } = tokens[i];
  if (/^(?:[“„‘‹«]|``|,,)$/.test(text)) return true;
  if (/^[”»›]$/.test(text)) return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const blankBefore = before === undefined || before.end < start || /^[([—–-]$/.test(before.text);
  const blankAfter = after === undefined || after.start > end;
  if (strictly || /^['’]$/.test(text)) return blankBefore && !blankAfter;
  return (blankBefore || before?.sentence !== sentence) && !(blankAfter && !blankBefore);
}

function closesSingle(tokens: readonly Token[], i: number): boolean {
  const after = tokens[i + 1];
  return after === undefined || after.start > tokens[i].end || /^[.,;:!?)\]"”—–-]/.test(after.text);
}
