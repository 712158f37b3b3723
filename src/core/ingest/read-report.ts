import { contentId } from '../base/content-id.ts';
import { formatIsoDay, parseIsoDay } from '../base/iso-day.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { fingerprint } from './fingerprint.ts';
import { identifyLanguage, type LanguageGuess } from './identify-language.ts';
import { cutText, normalizeText, TEXT_LENGTH_MAX } from './normalize-text.ts';
import { findDay } from './publication-date.ts';
import { NO_PUBLISHERS, type PublisherRegister } from './publisher-register.ts';
import { readTop, type Top } from './read-top.ts';
import type { ReportInput, ReportMetadata } from './report-input.ts';
import { syndicatedFrom } from './syndication.ts';

export interface ReadOptions {
  /** What is known of publishers beyond what comes with a document. Default: nothing. */
  readonly publishers?: PublisherRegister;
}

/** Makes a report of a document: any text gives one, with the difficulties met beside it. */
export function readReport(input: ReportInput, { publishers = NO_PUBLISHERS }: ReadOptions = {}): Outcome<Report> {
  const problems: Problem[] = [...(input.problems ?? [])];
  const text = normalizeText(cutText(input.text));
  problems.push(...textProblems(text, input.text.length));

  const top = readTop(text, input.given?.headline ?? input.metadata?.headline ?? null);
  const url = input.given?.url ?? input.metadata?.url ?? null;
  const source = sourceOf(input.metadata, input.given, url, publishers);
  const published = publishedOf(input, top, text);
  problems.push(...published.problems);
  const guess = identifyLanguage(text);
  if (text.trim() !== '') problems.push(...languageProblems(guess));

  const report: Report = {
    id: contentId('rep', { text, source: source?.name ?? null }),
    text,
    headline: top.headline,
    dateline: top.dateline?.span ?? null,
    byline: input.given?.byline?.trim() || input.metadata?.byline?.trim() || null,
    source,
    url,
    ...published.value,
    retrievedAt: input.retrievedAt ?? null,
    provenance: input.provenance ?? null,
    language: guess.language,
    fingerprint: fingerprint(text),
    syndicatedFrom: syndicatedFrom(text, top.dateline?.agency ?? null, source?.name ?? null),
  };
  return { value: report, problems };
}

function textProblems(text: string, lengthGiven: number): readonly Problem[] {
  const found: Problem[] = [];
  if (text.trim() === '') found.push(problem('text-empty'));
  if (lengthGiven > TEXT_LENGTH_MAX) {
    const message = `The report has ${lengthGiven} characters, casus reads ${TEXT_LENGTH_MAX} of one; the rest was left out.`;
    found.push(problem('text-too-long', null, message));
  }
  const damaged = text.indexOf('\uFFFD');
  if (damaged !== -1) found.push(problem('text-damaged', { start: damaged, end: damaged + 1 }));
  return found;
}

function languageProblems({ certainty }: LanguageGuess): readonly Problem[] {
  if (certainty === 'coded') return [];
  return [problem(certainty === 'not-coded' ? 'language-not-coded' : 'language-uncertain')];
}

/**
 * The publisher: what the reader says of it, over what came with the document, over whose address it has, over what the
 * site calls itself. The register adds what is known of the name.
 */
function sourceOf(
  metadata: ReportMetadata | undefined,
  given: ReportMetadata | undefined,
  url: string | null,
  publishers: PublisherRegister,
): Source | null {
  const told = given?.source?.name.trim() || metadata?.source?.name.trim();
  const name = told || (url === null ? null : publishers.at(url)?.name) || metadata?.siteName?.trim();
  if (name === undefined || name === null || name === '') return null;
  const own = [
    ...[given?.source, metadata?.source].filter(source => source?.name.trim() === name),
    publishers.named(name),
  ];
  const known = <K extends 'kind' | 'country' | 'affiliation'>(field: K) =>
    own.map(source => source?.[field]).find(value => value !== undefined && value !== null) ?? null;
  return { name, kind: known('kind'), country: known('country'), affiliation: known('affiliation') };
}

type Published = Pick<Report, 'publishedAt' | 'publishedBasis'>;

/** The day of publication on the surest ground there is: given, told by the document's metadata, dateline, date line. */
function publishedOf({ given, metadata }: ReportInput, top: Top, text: string): Outcome<Published> {
  const problems: Problem[] = [];
  for (const [words, publishedBasis] of [
    [given?.publishedAt, 'given'],
    [metadata?.publishedAt, 'metadata'],
  ] as const) {
    if (words === undefined || words === null) continue;
    const publishedAt = isoDayOf(words);
    if (publishedAt !== null) return { value: { publishedAt, publishedBasis }, problems };
    problems.push(
      problem('metadata-unread', null, `The publication date "${words}" is no ISO day (2025-10-15); it was left out.`),
    );
  }
  const written = [
    ...(top.dateline?.date
      ? [{ line: spanOf(text, top.dateline.date, top.dateline.span), publishedBasis: 'dateline' as const }]
      : []),
    ...top.dateLines.map(line => ({ line, publishedBasis: 'text' as const })),
  ];
  for (const { line, publishedBasis } of written) {
    const found = findDay(text.slice(line.start, line.end));
    if (found === null) continue;
    if (found.day !== null) return { value: { publishedAt: found.day, publishedBasis }, problems };
    problems.push(problem('when-impossible', { start: line.start + found.start, end: line.start + found.end }));
  }
  problems.push(problem('published-unknown'));
  return { value: { publishedAt: null, publishedBasis: null }, problems };
}

/** Where words that stand within a span are. */
function spanOf(text: string, words: string, { start }: Span): Span {
  const found = text.indexOf(words, start);
  return { start: found, end: found + words.length };
}

/** The day of an ISO day or of an ISO date and time, as it stands there; null for anything else. */
function isoDayOf(words: string): string | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(words)?.[1];
  const number = day === undefined ? null : parseIsoDay(day);
  return number === null ? null : formatIsoDay(number);
}
