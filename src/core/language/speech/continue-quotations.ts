import type { Sentence, Token } from '../token.ts';
import type { TokenRange } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import type { Speech } from './speech.ts';

/**
 * Gives speeches what goes on behind their sentence: a quotation without words of saying of its own that follows a quoted
 * sentence of theirs, the next paragraph of a quotation that was not closed, and the entries of a list behind a colon.
 * Speeches that announce something ("informs the following:") and are followed by nothing are dropped.
 */
export function continueQuotations(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  quotations: Quotations,
  speeches: readonly Speech[],
): readonly Speech[] {
  const more = new Map<Speech, TokenRange[]>();
  const add = (speech: Speech, range: TokenRange) => more.set(speech, [...(more.get(speech) ?? []), range]);
  const owners = ownersOf(quotations, speeches);
  quotations.ranges.forEach((quote, i) => {
    if (owners[i] !== null) return;
    const before = i === 0 ? null : owners[i - 1];
    const owner =
      before !== null && (quote.goesOn || follows(tokens, sentences, quotations, i))
        ? before
        : announcer(tokens, sentences, speeches, quote);
    if (owner === null) return;
    owners[i] = owner;
    add(owner, quote);
  });
  for (const speech of speeches) {
    const list = listBehind(tokens, sentences, speech);
    if (list !== null) add(speech, list);
  }
  return speeches
    .map(speech => {
      const ranges = more.get(speech);
      return ranges === undefined ? speech : { ...speech, content: [...speech.content, ...ranges] };
    })
    .filter(({ content }) => content.length > 0);
}

/** For each quotation the speech whose content it is, or a good part of. */
function ownersOf({ ranges, at }: Quotations, speeches: readonly Speech[]): (Speech | null)[] {
  const owners: (Speech | null)[] = ranges.map(() => null);
  for (const speech of speeches) {
    if (speech.quoted || speech.cue.voice !== 'say') continue;
    for (const { start, end } of speech.content) {
      for (let i = start; i < end; i += 1) {
        const number = at[i];
        if (number < 0) continue;
        owners[number] ??= speech;
        i = Math.max(i, ranges[number].end - 1);
      }
    }
  }
  return owners;
}

/** Whether a quotation is whole sentences, and the sentence right before it ends or holds the quotation before it. */
function follows(tokens: readonly Token[], sentences: readonly Sentence[], { ranges }: Quotations, i: number): boolean {
  const { start, end } = ranges[i];
  const first = sentences[tokens[start].sentence];
  const last = sentences[tokens[end - 1].sentence];
  if (!isBare(tokens, first.tokenStart, start) || !isBare(tokens, end, last.tokenEnd)) return false;
  const before = sentences[tokens[ranges[i - 1].end - 1].sentence];
  const reach = before.paragraph === first.paragraph ? 2 : 1;
  return before.index >= first.index - reach;
}

function isBare(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!['PUNCT', 'CCONJ', 'ADV', 'INTJ'].includes(tokens[i].upos)) return false;
  return true;
}

/** "The command said in a statement:" with the quotation in the next sentence or line. */
function announcer(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  speeches: readonly Speech[],
  { start }: TokenRange,
): Speech | null {
  const sentence = sentences[tokens[start].sentence];
  const before = sentences[sentence.index - 1];
  if (before === undefined || start > sentence.tokenStart || tokens[before.tokenEnd - 1].text !== ':') return null;
  return lastIn(speeches, before);
}

function lastIn(speeches: readonly Speech[], { tokenStart, tokenEnd }: Sentence): Speech | null {
  let low = 0;
  let high = speeches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speeches[middle].cueToken < tokenEnd) low = middle + 1;
    else high = middle;
  }
  const speech = speeches[low - 1];
  return speech !== undefined && speech.cueToken >= tokenStart ? speech : null;
}

/** The entries of the list that a sentence with a cue announces: "The command informs that: 1. … 2. …". */
function listBehind(tokens: readonly Token[], sentences: readonly Sentence[], speech: Speech): TokenRange | null {
  const own = sentences[tokens[speech.cueToken].sentence];
  const colon = colonNearEnd(tokens, own);
  if (colon === null || colon < speech.cueToken || speech.quoted) return null;
  let end = own.tokenEnd;
  let paragraph = own.paragraph;
  for (let i = own.index + 1; i < sentences.length; i += 1) {
    const { tokenStart, tokenEnd, paragraph: next } = sentences[i];
    const entry = /^(?:\(?\d{1,2}[.)]*|[-•*·▪–—])$/.test(tokens[tokenStart].text);
    const inEntry = next === paragraph && (end > own.tokenEnd || colon + 1 < own.tokenEnd);
    // An entry that announces a list of its own ends this one.
    if ((!entry && !inEntry) || colonNearEnd(tokens, sentences[i]) !== null) break;
    end = tokenEnd;
    paragraph = next;
  }
  return end > own.tokenEnd ? { start: own.tokenEnd, end } : null;
}

/** The colon that ends a sentence, alone or before the number of the first entry ("informs that: 1."); null without one. */
export function colonNearEnd(tokens: readonly Token[], { tokenStart, tokenEnd }: Sentence): number | null {
  let at = tokenEnd - 1;
  while (at > tokenStart && tokenEnd - at < 4 && /^(?:\d{1,2}[.)]?|[.)(–—•*-])$/.test(tokens[at].text)) at -= 1;
  return tokens[at].text === ':' ? at : null;
}
