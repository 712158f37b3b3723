import { foldName } from '../../base/fold-name.ts';
import type { Sentence, Token } from '../token.ts';
import type { Gazetteer } from './gazetteer.ts';
import { caseMode, isCapitalised, type NameSpan } from './name-spans.ts';

const tokensMax = 4;

/**
 * Names that no gazetteer knows but that the words call places: "the village of Qalandarkhel", "Zorbagh district". They
 * have no readings; a report of a village that nobody has mapped is better than silence about it.
 */
export function findUnknownNames(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  known: readonly NameSpan[],
  gazetteer: Gazetteer,
): NameSpan[] {
  const taken = new Set<number>();
  for (const { tokenStart, tokenEnd } of known) for (let i = tokenStart; i < tokenEnd; i++) taken.add(i);
  const found: NameSpan[] = [];
  for (const sentence of sentences) {
    if (caseMode(tokens, sentence) !== 'mixed') continue;
    for (let at = sentence.tokenStart; at < sentence.tokenEnd; at++) {
      const end = runEnd(tokens, at, sentence.tokenEnd, taken, gazetteer);
      if (end === at) continue;
      if (end - at <= tokensMax && isCalledPlace(tokens, at, end, sentence, gazetteer)) {
        const key = tokens
          .slice(at, end)
          .map(token => foldName(token.text))
          .join('');
        found.push({ tokenStart: at, tokenEnd: end, key: `?${key}`, hits: [], mode: 'mixed' });
      }
      at = end;
    }
  }
  return found;
}

/** The end of a run of proper names, kind words ("District") left out. */
function runEnd(
  tokens: readonly Token[],
  at: number,
  limit: number,
  taken: ReadonlySet<number>,
  { words }: Gazetteer,
): number {
  let end = at;
  while (end < limit && !taken.has(end)) {
    const { text, upos } = tokens[end];
    const word = text.toLowerCase();
    const hyphen = end > at && /^\p{Pd}$/u.test(text) && isCapitalised(tokens[end + 1]) && !taken.has(end + 1);
    const named =
      upos === 'PROPN' &&
      isCapitalised(tokens[end]) &&
      !/^\p{Lu}{2,5}$/u.test(text) &&
      !words.never.has(word) &&
      !words.proof.has(word);
    if (!hyphen && !named) break;
    end++;
  }
  return end;
}

function isCalledPlace(
  tokens: readonly Token[],
  at: number,
  end: number,
  sentence: Sentence,
  { words }: Gazetteer,
): boolean {
  const word = (index: number) =>
    index >= sentence.tokenStart && index < sentence.tokenEnd ? tokens[index].text.toLowerCase() : '';
  const called = word(at - 1) === 'of' && words.proof.has(word(at - 2));
  // "Hope village hall" is no village, "Hope village" at the end of its phrase is.
  const followed = words.proof.has(word(end)) && !['NOUN', 'PROPN'].includes(tokens[end + 1]?.upos ?? '');
  const before = at === sentence.tokenStart ? '' : tokens[at - 1].upos;
  return called || (followed && before !== 'ADJ' && before !== 'NOUN');
}
