import { parseIsoDay } from '../../base/iso-day.ts';
import type { DateMention } from '../../language/dates/date-mention.ts';
import { childrenWith } from '../../language/tree.ts';
import type { Scope } from '../../model/claim-base.ts';
import { clauseChain, governingVerb, markOf, modalOf } from '../clause.ts';
import { type Context, sentenceOf, within } from '../context.ts';
import type { Draft } from '../draft.ts';
import { speechesAt } from '../speakers.ts';

/** A happening of more than so many days before the report is history to it (codebook §7.2). */
const NEWS_DAYS = 45;

/**
 * Tells news from what is imagined, to come, counted over a time, or history (codebook §7). Only what stays `incident` may
 * enter an incident: the doubtful case is decided against it.
 */
export function scope(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.scope !== 'incident') return draft;
    const found =
      imagined(context, draft) ?? overTime(context, draft) ?? history(context, draft) ?? habit(context, draft);
    if (found === null) return draft;
    // "Failed to anticipate attacks", "to prevent a raid": a noun that a purpose names is told of nobody.
    const purpose = found === 'future' && draft.kind === 'event' && context.tree.tokens[draft.anchor].upos === 'NOUN';
    return { ...draft, scope: found, dropped: purpose ? 'names what is meant to be, not what is' : draft.dropped };
  });
}

/** Conditions, possibilities, fears, plans: "if …", "could", "will", "threatened to". */
function imagined(context: Context, draft: Draft): Scope | null {
  for (const verb of clauseChain(context.tree, draft.anchor)) {
    const mark = markOf(context.tree, verb);
    if (mark === 'if' || mark === 'unless' || mark === 'whether' || mark === 'lest') return 'hypothetical';
    const modal = modalOf(context.tree, verb);
    if (modal === 'could' || modal === 'might' || modal === 'may' || modal === 'would' || modal === 'should')
      return 'hypothetical';
    if (modal === 'will' || modal === 'shall' || modal === 'wo' || modal === '’ll' || modal === "'ll") return 'future';
    // A speech ends the chain: "police said they would …" makes the saying no less real, nor the clause above it.
    if (context.tree.tokens[verb].label === 'ccomp') break;
    if (isPlan(context, verb)) return 'future';
  }
  const acts = speechesAt(context, draft.anchor).map(({ cue }) => cue.act);
  if (acts.includes('fear')) return 'hypothetical';
  return acts.includes('threaten') || acts.includes('warn') ? 'future' : null;
}

/** "to attack", "the plan to storm": an infinitive of purpose, not told as done. */
function isPlan(context: Context, verb: number): boolean {
  const token = context.tree.tokens[verb];
  const infinitive = childrenWith(context.tree, verb, 'mark').some(({ text }) => text.toLowerCase() === 'to');
  return infinitive && (token.label === 'acl' || token.label === 'advcl' || token.label === 'xcomp');
}

/** Several happenings counted together, or a figure beside a period ("since January", "in the past week"). */
function overTime(context: Context, draft: Draft): Scope | null {
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  const sentence = { start: tokenStart, end: tokenEnd };
  const dates = within(context.dateAt, sentence);
  if (dates.some(date => isLong(date, context) || (date.kind === 'period' && near(draft, date.tokenStart))))
    return 'period';
  if (draft.kind === 'event' && isNth(context, draft)) return 'period';
  if (draft.kind === 'event' && draft.times !== null && (draft.times.low ?? 0) > 1) return 'period';
  return null;
}

/** Totals run over spans of more than a week that reach up to the report or begin with "since" or "between". */
function isLong({ kind, when, tokenStart }: DateMention, context: Context): boolean {
  if (kind !== 'interval') return false;
  const opener = context.tree.tokens[tokenStart - 1]?.text.toLowerCase() ?? '';
  if (opener === 'since' || opener === 'between') return true;
  const length = when.start === null || when.end === null ? 0 : daysBefore(when.start, when.end);
  return length > 8 && length < 400 && when.end === context.doc.report.publishedAt;
}

/** "the third such attack", "attack number eight": counted in a row. */
function isNth(context: Context, draft: Draft): boolean {
  const { tokens } = context.tree;
  if (tokens[draft.anchor + 1]?.lemma === 'number') return true;
  return childrenWith(context.tree, draft.anchor, 'amod', 'nummod').some(({ text }) =>
    /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/i.test(text),
  );
}

/** A period counts for the claims of its clause, not for a clause far off in a long sentence. */
function near(draft: Draft, token: number): boolean {
  return token >= draft.range.start - 12 && token <= draft.range.end + 12;
}

/** What happened long before the report was published, by the time that its own sentence names. */
function history(context: Context, draft: Draft): Scope | null {
  const { publishedAt } = context.doc.report;
  const { tokenStart, tokenEnd } = sentenceOf(context, draft.anchor);
  const own = within(context.dateAt, { start: tokenStart, end: tokenEnd }).filter(date => near(draft, date.tokenStart));
  const dates = own.some(({ when }) => when.start !== null) ? own : datesBefore(context, draft);
  const ends = dates.map(({ when }) => when.end).filter(end => end !== null);
  if (ends.length === 0) return null;
  // Without a day of publication only a time of years is history: a report of news does not date it by the year.
  if (publishedAt === null) return dates.every(({ when }) => (when.precision ?? 0) >= 5) ? 'background' : null;
  return ends.every(end => daysBefore(end, publishedAt) > NEWS_DAYS) ? 'background' : null;
}

/** "has repeatedly driven troops back", "the group it once fed": no single happening. */
function habit(context: Context, draft: Draft): Scope | null {
  const verb = governingVerb(context.tree, draft.anchor);
  const adverbs = childrenWith(context.tree, verb, 'advmod').map(({ lemma }) => lemma.toLowerCase());
  return adverbs.some(word => context.codebook.habitWords.has(word)) ? 'background' : null;
}

/** The times of the nearest sentence before in the same paragraph that names any: a story goes on in its own time. */
function datesBefore(context: Context, draft: Draft): readonly DateMention[] {
  const { index, paragraph } = sentenceOf(context, draft.anchor);
  for (let i = index - 1; i >= 0; i -= 1) {
    const { tokenStart, tokenEnd, paragraph: other } = context.doc.sentences[i];
    if (other !== paragraph) break;
    const dates = within(context.dateAt, { start: tokenStart, end: tokenEnd }).filter(
      ({ when }) => when.start !== null,
    );
    if (dates.length > 0) return dates;
  }
  return [];
}

function daysBefore(day: string, published: string): number {
  const one = parseIsoDay(day);
  const two = parseIsoDay(published);
  return one === null || two === null ? 0 : two - one;
}
