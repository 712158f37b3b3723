import type { Sentence, Token } from '../token.ts';
import type { NameKind, NameMention } from './name-mention.ts';

/**
 * The names of a text from the name label of each token (`O`, `B-PER`, `I-PER` …), made to agree over the document: a
 * name that is called one thing most of the time is that wherever it stands, and is found where the tagger missed it.
 */
export function findNames(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  labels: readonly string[],
): NameMention[] {
  const found = sentences.flatMap(({ tokenStart, tokenEnd }) => mentionsOf(tokens, labels, tokenStart, tokenEnd));
  const votes = countVotes(tokens, found);
  const agreed = found.map(mention => {
    const kind = winner(votes.get(nameKey(tokens, mention.tokenStart, mention.tokenEnd)), mention.kind);
    return kind === mention.kind ? mention : { ...mention, kind, basis: 'document' as const };
  });
  const all = [...agreed, ...missedMentions(tokens, sentences, agreed, votes)];
  return all.sort((a, b) => a.tokenStart - b.tokenStart);
}

/** The names that the labels of one sentence spell out. A title joins the person's name after it. */
export function mentionsOf(
  tokens: readonly Token[],
  labels: readonly string[],
  from: number,
  to: number,
): NameMention[] {
  const mentions: NameMention[] = [];
  let titleStart = -1;
  for (let at = from; at < to; ) {
    const kind = kindOf(labels[at]);
    if (kind === null) {
      titleStart = -1;
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && labels[end] === `I-${kind}`) end++;
    if (kind === 'TITLE') titleStart = at;
    else {
      const span = { start: tokens[at].start, end: tokens[end - 1].end };
      const title = kind === 'PER' && titleStart >= 0 ? titleStart : at;
      mentions.push({ span, tokenStart: at, tokenEnd: end, kind, titleStart: title, basis: 'model' });
      titleStart = -1;
    }
    at = end;
  }
  return mentions;
}

/** A stray `I-` label begins a name too. */
function kindOf(label: string): NameKind | 'TITLE' | null {
  const kind = label.slice(2);
  return kind === 'PER' || kind === 'ORG' || kind === 'LOC' || kind === 'NORP' || kind === 'TITLE' ? kind : null;
}

type Votes = ReadonlyMap<string, ReadonlyMap<NameKind, number>>;

function countVotes(tokens: readonly Token[], mentions: readonly NameMention[]): Votes {
  const votes = new Map<string, Map<NameKind, number>>();
  for (const { tokenStart, tokenEnd, kind } of mentions) {
    const key = nameKey(tokens, tokenStart, tokenEnd);
    const counts = votes.get(key) ?? new Map<NameKind, number>();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    votes.set(key, counts);
  }
  return votes;
}

/** The kind with more than two thirds of at least three votes, else the one the mention has. */
function winner(counts: ReadonlyMap<NameKind, number> | undefined, own: NameKind): NameKind {
  if (!counts) return own;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of counts) if (total >= 3 && count * 3 > total * 2) return kind;
  return own;
}

/** Where capitalised words that are a name elsewhere in the text stand outside of any name. */
function missedMentions(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  found: readonly NameMention[],
  votes: Votes,
): NameMention[] {
  const taken = new Uint8Array(tokens.length);
  for (const { tokenStart, tokenEnd } of found) taken.fill(1, tokenStart, tokenEnd);
  const starts = new Map<string, number>();
  for (const key of votes.keys()) {
    const [first, length] = [key.split(' ')[0], key.split(' ').length];
    starts.set(first, Math.max(starts.get(first) ?? 0, length));
  }
  const missed: NameMention[] = [];
  for (const { tokenStart, tokenEnd } of sentences) {
    for (let at = tokenStart; at < tokenEnd; at++) {
      for (let length = Math.min(starts.get(tokens[at].text) ?? 0, tokenEnd - at, 6); length > 0; length--) {
        const end = at + length;
        if (!isFreeName(tokens, taken, at, end)) continue;
        const counts = votes.get(nameKey(tokens, at, end));
        if (!counts) continue;
        const [kind] = [...counts].reduce((best, item) => (item[1] > best[1] ? item : best));
        const span = { start: tokens[at].start, end: tokens[end - 1].end };
        missed.push({ span, tokenStart: at, tokenEnd: end, kind, titleStart: at, basis: 'document' });
        taken.fill(1, at, end);
        break;
      }
    }
  }
  return missed;
}

/** Whether a stretch is in no name yet, tagged as a name, and no part of a longer run of name words. */
function isFreeName(tokens: readonly Token[], taken: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at]) return false;
  const isName = (at: number): boolean => tokens[at]?.upos === 'PROPN' && tokens[at].sentence === tokens[from].sentence;
  return isName(from) && isName(to - 1) && !isName(from - 1) && !isName(to);
}

function nameKey(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
