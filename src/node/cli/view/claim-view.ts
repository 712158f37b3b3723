import { claimInWords } from '../../../core/export/claim-words.ts';
import { ACT_WORDS, claimantInWords } from '../../../core/export/words.ts';
import type { Span } from '../../../core/model/index.ts';
import type { Cited } from './cited.ts';
import { hanging, marked, type Page } from './page.ts';
import { type SentenceFinder, sentenceFinder } from './sentence.ts';
import { visible } from './visible.ts';
import { displayWidth } from './width.ts';

const INDENT = ' '.repeat(6);

/**
 * Claims in lines, each with its number, who says it and how sure they sound, what it says, and the words it stands on,
 * marked within their sentence. When the next claim is of the same sentence, a line around its words is enough.
 */
export function claimsView(claims: readonly Cited[], page: Page): readonly string[] {
  const finders = new Map<string, SentenceFinder>();
  for (const { report } of claims) {
    if (!finders.has(report.id)) finders.set(report.id, sentenceFinder(report, page.sentences));
  }
  const sentenceOf = ({ claim, report }: Cited) => finders.get(report.id)?.(claim.evidence.span) ?? claim.evidence.span;
  return claims.flatMap((one, i) => {
    const sentence = sentenceOf(one);
    const before = claims[i - 1];
    const isKnown = before?.report.id === one.report.id && sentenceOf(before).start === sentence.start;
    return [...claimHead(one, page), ...quoteIn(isKnown ? nearby(one, sentence, page) : sentence, one, sentence, page)];
  });
}

function claimHead({ claim, report, label }: Cited, page: Page): readonly string[] {
  const number = `${label.padStart(4)}  `;
  const hedges = claim.hedges.map(hedge => `“${hedge.quote}”`).join(', ');
  const sure = `sounds ${claim.certainty}${hedges === '' ? '' : `, hedged by ${hedges}`}`;
  const said = `${claimantInWords(claim.claimant, report.source)} ${ACT_WORDS[claim.act]}; ${sure}`;
  return [
    ...hanging(number, visible(said), page),
    ...hanging(INDENT, visible(claimInWords(claim, report.text)), page, 'title'),
  ];
}

/** The quote of a claim, marked in what is shown of its sentence; `…` where that is not all of it. */
function quoteIn(shown: Span, { claim, report }: Cited, sentence: Span, page: Page): readonly string[] {
  const { span } = claim.evidence;
  const left = shown.start > sentence.start ? '… ' : '';
  const right = shown.end < sentence.end ? ' …' : '';
  const before = left + visible(report.text.slice(shown.start, span.start));
  const quote = visible(report.text.slice(span.start, span.end));
  const after = visible(report.text.slice(span.end, shown.end)) + right;
  const mark = { start: before.length, end: before.length + quote.length };
  return marked(before + quote + after, mark, INDENT.length, page);
}

/** As many whole words on both sides of a quote as stand on one line with it. */
function nearby({ claim, report }: Cited, sentence: Span, page: Page): Span {
  const { span } = claim.evidence;
  const room = page.width - INDENT.length - displayWidth(report.text.slice(span.start, span.end)) - '… ⟦⟧ …'.length;
  const side = Math.max(0, Math.floor(room / 2));
  const before = report.text.slice(Math.max(sentence.start, span.start - side), span.start);
  const after = report.text.slice(span.end, Math.min(sentence.end, span.end + side));
  const start = span.start - before.length;
  const end = span.end + after.length;
  return {
    start: start === sentence.start ? start : span.start - before.replace(/^\S*\s?/, '').length,
    end: end === sentence.end ? end : span.end + after.replace(/\s?\S*$/, '').length,
  };
}
