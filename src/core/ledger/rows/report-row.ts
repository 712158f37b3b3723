import type { Coding } from '../../model/coding.ts';
import type { Report } from '../../model/report.ts';
import type { ReviewedClaim } from '../reviewed-claims.ts';
import { foldedName, indexedWords } from '../search-words.ts';
import { cleanOrNull } from './clean-text.ts';
import { weekOf } from './day-columns.ts';

/** The columns of a report by which it is found. `seq` is the entry that brought it, `head_seq` the one that holds. */
export type ReportRow = ReturnType<typeof reportRow>;

export function reportRow(report: Report, seq: number, headSeq: number) {
  const { headline, source, publishedAt } = report;
  const title = headline === null ? null : report.text.slice(headline.start, headline.end);
  return {
    id: report.id,
    seq,
    head_seq: headSeq,
    published_at: publishedAt,
    day_key: publishedAt ?? '',
    iso_week: weekOf(publishedAt),
    month: publishedAt?.slice(0, 7) ?? null,
    source_name: cleanOrNull(source?.name ?? null),
    source_folded: foldedName(source?.name ?? ''),
    source_kind: source?.kind ?? null,
    source_country: source?.country ?? null,
    url: cleanOrNull(report.url),
    language: report.language,
    headline: cleanOrNull(title),
    fingerprint: cleanOrNull(report.fingerprint) ?? '',
    syndicated_from: cleanOrNull(report.syndicatedFrom),
    words: indexedWords(report.text).join(' '),
    headline_words: indexedWords(title ?? '').join(' '),
  };
}

export type CodingRow = ReturnType<typeof codingRow>;

/** `reviewed` are its claims after all decisions: those that were rejected are not counted. */
export function codingRow({ reportId, id, coder, problems }: Coding, seq: number, reviewed: readonly ReviewedClaim[]) {
  const claims = reviewed.filter(({ review }) => review !== 'rejected').length;
  return { report_id: reportId, seq, id, coder, claims, problems: problems.length };
}
