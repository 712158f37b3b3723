import { parseIsoDay } from '../base/iso-day.ts';
import type { DateMention } from '../language/dates/date-mention.ts';
import { phrasesAt } from '../language/phrases.ts';
import { childrenWith, childWith } from '../language/tree.ts';
import { clauseChain, clauseRange, governingVerb } from './clause.ts';
import { type Context, sentenceOf, tellsEvent, within } from './context.ts';
import type { Draft } from './draft.ts';
import { isFarSaying } from './saying-words.ts';

/**
 * What a claim's own sentence says of its time: `news`, long past (`history`), a state that lasts (`standing`), a count
 * over a time or over several happenings (`total`), or nothing.
 */
export type TimeOfClaim = 'news' | 'history' | 'standing' | 'total' | 'none';

/** A happening of more than so many days before the report is history to it (codebook §7.2). */
const NEWS_DAYS = 40;

/** Reads the time of a claim off its sentence (codebook §7.2, 7.3). */
export function ownTime(context: Context, draft: Draft): TimeOfClaim {
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  const dates = within(context.dateAt, { start: tokenStart, end: tokenEnd }).filter(
    date => near(draft, date.tokenStart) && !isFarSaying(context, date.tokenStart, draft.anchor),
  );
  const named = dates.filter(({ when }) => when.start !== null);
  const own = named.filter(date => sharesClause(context, date.tokenStart, draft.anchor));
  const tells = draft.kind === 'event' || draft.kind === 'casualty';
  const deciding = own.length > 0 || !tells ? own : named;
  if (deciding.length > 0 && isHistory(context, deciding)) return 'history';
  if (isEarlier(context, draft) || isWar(context, draft) || isYearsBack(context, draft) || isAvenged(context, draft))
    return 'standing';
  if (isTotal(context, draft)) return 'total';
  if (lasts(context, draft)) return 'standing';
  return named.length > 0 ? 'news' : 'none';
}

/** What happened long before the report was published, by all times that its sentence names. */
function isHistory(context: Context, named: readonly DateMention[]): boolean {
  const { publishedAt } = context.doc.report;
  // Without a day of publication only a time of years is history: a report of news does not date it by the year.
  if (publishedAt === null) return named.every(({ when }) => (when.precision ?? 0) >= 5);
  return named.every(({ when }) => when.end !== null && daysBefore(when.end, publishedAt) > NEWS_DAYS);
}

/** Several happenings counted together, or a figure beside a period ("since January", "in the past week"). */
function isTotal(context: Context, draft: Draft): boolean {
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  const dates = within(context.dateAt, { start: tokenStart, end: tokenEnd });
  const beside = dates.filter(date => sharesClause(context, date.tokenStart, draft.anchor));
  if (beside.some(date => isLong(date, context)) || dates.some(d => d.kind === 'period' && near(draft, d.tokenStart)))
    return true;
  for (let i = tokenStart; i < tokenEnd; i += 1)
    if (phrasesAt(context.tree.tokens, i, context.codebook.totalWords).length > 0) return true;
  if (draft.kind === 'event' && (isNth(context, draft) || (draft.times?.low ?? 0) > 1)) return true;
  if (draft.kind === 'casualty' && overSeveral(context, draft)) return true;
  return dates.every(({ kind }) => kind !== 'day') && isPeriodic(context, draft);
}

/** Totals run over spans of more than a week that reach up to the report or begin with "since" or "between". */
function isLong({ kind, when, tokenStart }: DateMention, context: Context): boolean {
  if (kind !== 'interval') return false;
  const opener = context.tree.tokens[tokenStart - 1]?.text.toLowerCase() ?? '';
  if (opener === 'since' || opener === 'between') return true;
  const length = when.start === null || when.end === null ? 0 : daysBefore(when.start, when.end);
  return length > 8 && length < 400 && when.end === context.doc.report.publishedAt;
}

/** Whether a time stands in the clause of a word: under the same verb, or with no verb between them. */
function sharesClause(context: Context, date: number, at: number): boolean {
  const [a, b] = [clauseChain(context.tree, at), clauseChain(context.tree, date)];
  if (a.length > 0 && b.length > 0 && (a[0] === b[0] || a.includes(b[0]) || b.includes(a[0]))) return true;
  const between = context.tree.tokens.slice(Math.min(date, at) + 1, Math.max(date, at));
  return between.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX');
}

/** "the third such attack", "attack number eight": counted in a row. */
function isNth(context: Context, draft: Draft): boolean {
  const { tokens } = context.tree;
  if (tokens[draft.anchor + 1]?.lemma === 'number') return true;
  return childrenWith(context.tree, draft.anchor, 'amod', 'nummod').some(({ text }) =>
    /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/i.test(text),
  );
}

/** "31 dead in six attacks": a figure over several happenings. */
function overSeveral(context: Context, draft: Draft): boolean {
  const { tokenEnd } = sentenceOf(context, draft.anchor);
  for (let i = draft.range.start; i < Math.min(tokenEnd, draft.range.end + 12); i += 1) {
    const number = context.numberAt[i];
    if (number === null || number.tokenStart !== i || (number.estimate.low ?? 0) < 2) continue;
    if (!/^(?:in|over|across)$/i.test(context.tree.tokens[i - 1]?.text ?? '')) continue;
    const nouns = context.tree.tokens.slice(number.tokenEnd, number.tokenEnd + 3);
    if (nouns.some(({ index, upos, lemma }) => upos === 'NOUN' && (tellsEvent(context, index) || lemma === 'incident')))
      return true;
  }
  return false;
}

/** A report whose headline names the days that it counts over ("11–17 May", "first quarter"). */
function isPeriodic(context: Context, draft: Draft): boolean {
  if (draft.kind !== 'event' && draft.kind !== 'casualty') return false;
  const headline = context.doc.sentences.find(({ kind }) => kind === 'headline');
  if (headline === undefined) return false;
  const dates = within(context.dateAt, { start: headline.tokenStart, end: headline.tokenEnd });
  return dates.some(({ kind, when }) => {
    const length = when.start === null || when.end === null ? 0 : daysBefore(when.start, when.end);
    return kind === 'interval' && length >= 5 && length < 400;
  });
}

/** "kept under siege for more than a year", "dragged on for months", "two or three times a week": no single happening. */
function lasts(context: Context, draft: Draft): boolean {
  if (draft.kind !== 'event') return false;
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  const { tokens } = context.tree;
  const verb = governingVerb(context.tree, draft.anchor);
  return within(context.dateAt, { start: tokenStart, end: tokenEnd }).some(date => {
    const head = governingVerb(context.tree, date.tokenEnd - 1);
    if (head !== verb && tokens[head].head !== draft.anchor) return false;
    if (date.kind === 'frequency') return tokens[date.tokenStart].label !== 'amod';
    const isFor = tokens.slice(Math.max(0, date.tokenStart - 3), date.tokenEnd).some(({ lemma }) => lemma === 'for');
    return date.kind === 'duration' && isFor && /^P[\dX]*[YM]/.test(date.value ?? '');
  });
}

/** "displaced in earlier operations". */
function isEarlier(context: Context, draft: Draft): boolean {
  const { start, end } = clauseRange(context, draft.anchor);
  const { tokens } = context.tree;
  for (let i = Math.max(start, draft.anchor - 8); i < Math.min(end, draft.anchor + 10); i += 1) {
    const { lemma, label, head } = tokens[i];
    const isNoun = tokens[head].upos === 'NOUN' && context.dateAt[i] === null && context.dateAt[head] === null;
    if (label === 'amod' && isNoun && context.codebook.earlierWords.has(lemma.toLowerCase())) return true;
  }
  return false;
}

/** "Seven years after the siege": what the news looks back on. */
function isYearsBack(context: Context, draft: Draft): boolean {
  const { tokenStart } = sentenceOf(context, draft.anchor);
  return within(context.dateAt, { start: tokenStart, end: draft.anchor }).some(
    ({ kind, value, tokenEnd }) =>
      (kind === 'duration' || /^P\d/.test(value ?? '')) &&
      /^P\d+Y/.test(value ?? '') &&
      context.tree.tokens[tokenEnd]?.text.toLowerCase() === 'after' &&
      draft.anchor - tokenEnd < 6,
  );
}

/** "In revenge for the killing of a chief", "in retaliation for an ambush": what went before. */
function isAvenged({ tree, codebook }: Context, { anchor }: Draft): boolean {
  const { label, head } = tree.tokens[anchor];
  const reason = tree.tokens[head];
  return /^(?:nmod|obl)$/.test(label) && reason.index < anchor && codebook.wordSets['avenging'].has(reason.lemma);
}

/** "have fought two wars": a war is no happening of the news. */
function isWar(context: Context, draft: Draft): boolean {
  return draft.kind === 'event' && childWith(context.tree, draft.anchor, 'obj')?.lemma === 'war';
}

/** A time counts for the claims of its clause, not for a clause far off in a long sentence. */
function near(draft: Draft, token: number): boolean {
  return token >= draft.range.start - 12 && token <= draft.range.end + 12;
}

function daysBefore(day: string, published: string): number {
  const one = parseIsoDay(day);
  const two = parseIsoDay(published);
  return one === null || two === null ? 0 : two - one;
}
