import { basisInWords, dayInWords, whenInWords, whenPrecisionInWords } from '../../../core/export/words.ts';
import type { DateKind, DateMention } from '../../../core/language/dates/date-mention.ts';
import type { Doc } from '../../../core/language/doc.ts';
import type { Report, Span } from '../../../core/model/index.ts';
import { markedIn } from './mention.ts';
import { hanging, type Page } from './page.ts';
import { PUBLISHED_WORDS } from './report-view.ts';
import { visible } from './visible.ts';

const SPACE = ' '.repeat(4);

/** The times of a text in lines: the words in their sentence, the days they mean, how exactly, by which rule and anchor. */
export function whenView({ report, sentences, dates }: Doc, page: Page): readonly string[] {
  const head = hanging('', anchorInWords(report), page, 'label');
  if (dates.length === 0) return [...head, 'The text names no time.'];
  return [
    ...head,
    ...dates.flatMap((mention, i) => {
      const sentence: Span = sentences.find(one => one.tokenEnd > mention.tokenStart) ?? mention.span;
      return [
        '',
        ...markedIn(`${String(i + 1).padStart(2)}  `, report.text, mention.span, sentence, page),
        ...hanging(SPACE, visible(daysInWords(mention)), page, 'title'),
        ...hanging(`${SPACE}why   `, visible(withoutCode(mention.when.why)), page, 'faint'),
        ...hanging(`${SPACE}rule  `, ruleInWords(mention, report), page, 'faint'),
      ];
    }),
  ];
}

function anchorInWords({ publishedAt, publishedBasis }: Report): string {
  if (publishedAt === null) return 'Publication date not known: “Wednesday” and “last week” stay open (--published).';
  return `Published ${dayInWords(publishedAt)} (${PUBLISHED_WORDS[publishedBasis ?? 'given']}).`;
}

function daysInWords({ when, kind }: DateMention): string {
  if (when.start === null) return `unknown: ${KIND_WORDS[kind]}`;
  const { basis, precision } = when;
  return `${whenInWords(when)}: ${whenPrecisionInWords(when)} (precision ${precision} of 5); ${basisInWords(basis)}`;
}

const KIND_WORDS: Readonly<Record<DateKind, string>> = {
  day: 'a day',
  interval: 'an interval',
  period: 'a period that totals are counted over',
  duration: 'a length of time',
  frequency: 'a repetition',
  'part-of-day': 'a part of a day that is not named',
  reference: 'the present, past or future at large',
};

function ruleInWords({ rule, kind, value, ends }: DateMention, { text }: Report): string {
  const parts = [rule, KIND_WORDS[kind], ...(value === null ? [] : [`value ${value}`])];
  for (const { span, value: end } of ends)
    parts.push(`“${visible(text.slice(span.start, span.end))}” ${end ?? 'unknown'}`);
  return parts.join('; ');
}

/** A reason without the code of the problem that it begins with, which is not for reading. */
function withoutCode(why: string): string {
  return why.replace(/^[a-z]+(-[a-z]+)+: /, '');
}
