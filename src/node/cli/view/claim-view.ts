import { claimInWords } from '../../../core/export/claim-words.ts';
import { ACT_WORDS, claimantInWords } from '../../../core/export/words.ts';
import type { Cited } from './cited.ts';
import { hanging, marked, type Page } from './page.ts';
import { sentenceAround } from './sentence.ts';
import { visible } from './visible.ts';

/**
 * One claim in lines: its number, who says it and how sure they sound, what it says, and the words it stands on, marked
 * within their sentence.
 */
export function claimView({ claim, report, label }: Cited, page: Page): readonly string[] {
  const number = `${label.padStart(4)}  `;
  const hedges = claim.hedges.map(hedge => `“${hedge.quote}”`).join(', ');
  const sure = `sounds ${claim.certainty}${hedges === '' ? '' : `, hedged by ${hedges}`}`;
  const said = `${claimantInWords(claim.claimant)} ${ACT_WORDS[claim.act]}; ${sure}`;
  return [
    ...hanging(number, visible(said), page),
    ...hanging(INDENT, visible(claimInWords(claim, report.text)), page, 'title'),
    ...quoteInSentence(claim.evidence.span, report.text, page),
  ];
}

const INDENT = ' '.repeat(6);

function quoteInSentence(span: { start: number; end: number }, text: string, page: Page): readonly string[] {
  const sentence = sentenceAround(text, span);
  const before = visible(text.slice(sentence.start, span.start));
  const quote = visible(text.slice(span.start, span.end));
  const after = visible(text.slice(span.end, sentence.end));
  const mark = { start: before.length, end: before.length + quote.length };
  return marked(before + quote + after, mark, INDENT.length, page);
}
