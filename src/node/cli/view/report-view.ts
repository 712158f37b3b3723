import { dayInWords, SCOPE_WORDS } from '../../../core/export/words.ts';
import type { Claim, Coding, Event, PublicRecord, Report, Toll } from '../../../core/model/index.ts';
import { type Cited, citeClaims, inTextOrder } from './cited.ts';
import { claimsView } from './claim-view.ts';
import { eventHeading, eventView } from './event-view.ts';
import { hanging, type Page } from './page.ts';
import { problemView } from './problem-view.ts';
import { tollView } from './toll-view.ts';
import { visible } from './visible.ts';
import { shortened } from './width.ts';

const FRAMING = 'the author’s framing: opinion, never fact';
const GROUPS: readonly string[] = [...Object.values(SCOPE_WORDS), FRAMING];

/**
 * One report as a page: what it is, what happened in it, the toll as ranges, every claim with its words, and what the
 * reader should doubt. `record` holds this one report, its coding and the incidents that follow from it alone.
 */
export function reportView(record: PublicRecord, page: Page): readonly string[] {
  const [report] = record.reports;
  if (report === undefined) return [];
  const cited = citeClaims(record);
  const events = record.codings.flatMap(coding => coding.events);
  return [
    ...reportHead(report, page),
    ...section('What happened', page, happenings(events, record, cited, page)),
    ...section('Who says what', page, sayings(record.codings, cited, page)),
    ...section('What to doubt', page, problemView(record, page)),
  ];
}

/** Headline, source and day of a report, or that they are not known. */
export function reportHead(report: Report, page: Page): readonly string[] {
  return [
    ...hanging('', visible(reportTitle(report, page.width)), page, 'title'),
    ...hanging('', visible(reportOrigin(report)), page, 'faint'),
  ];
}

/** The headline; a report without one is called by its first words. */
export function reportTitle({ headline, text }: Report, width: number): string {
  if (headline !== null) return text.slice(headline.start, headline.end);
  const first = text.trim();
  return first === '' ? 'An empty report' : `“${shortened(visible(first.slice(0, 400)), Math.min(60, width - 2))}”`;
}

/** Source, day of publication with where it was found, and the agency it was taken from. */
export function reportOrigin(report: Report): string {
  const day =
    report.publishedAt === null
      ? 'no date'
      : `${dayInWords(report.publishedAt)} (${PUBLISHED_WORDS[report.publishedBasis ?? 'given']})`;
  const parts = [report.source?.name ?? 'source not stated', day];
  if (report.syndicatedFrom !== null) parts.push(`taken from ${report.syndicatedFrom}`);
  if (report.language !== 'en') parts.push(`language: ${languageInWords(report.language)}`);
  return parts.join(' · ');
}

/** Where the date of publication was found. */
export const PUBLISHED_WORDS = {
  given: 'date given with the report',
  metadata: 'date in the file',
  dateline: 'date in the dateline',
  text: 'date in the text',
} as const;

function languageInWords(language: string | null): string {
  return language === null ? 'not known' : (new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language);
}

function happenings(
  events: readonly Event[],
  record: PublicRecord,
  cited: ReadonlyMap<string, Cited>,
  page: Page,
): readonly string[] {
  return events.flatMap((event, i) => {
    const tolls = tollsOf(event, record);
    return [
      ...(i === 0 ? [] : ['']),
      ...hanging('  ', eventHeading(event.type), page, 'title'),
      ...eventView(event, 2, page),
      ...(tolls.length === 0 ? [] : ['', ...tollView(tolls, cited, 2, page)]),
    ];
  });
}

/** The tolls of the incident that an event became. Two events of one incident show them once, at the first. */
function tollsOf(event: Event, record: PublicRecord): readonly Toll[] {
  const incident = record.incidents.find(({ links }) => links[0]?.eventId === event.id);
  return incident?.tolls ?? [];
}

function sayings(codings: readonly Coding[], cited: ReadonlyMap<string, Cited>, page: Page): readonly string[] {
  const claims = inTextOrder(codings.flatMap(coding => coding.claims));
  const groups = new Map<string, Claim[]>(GROUPS.map(heading => [heading, []]));
  for (const claim of claims) groups.get(groupOf(claim))?.push(claim);
  return Array.from(groups)
    .filter(([, some]) => some.length > 0)
    .flatMap(([heading, some], i) => [
      ...(i === 0 ? [] : ['']),
      ...hanging('  ', capitalised(heading), page, 'label'),
      ...claimsView(
        some.flatMap(claim => cited.get(claim.id) ?? []),
        page,
      ),
    ]);
}

/** Framing is set apart from everything that is told as fact, whatever it is about. */
function groupOf(claim: Claim): string {
  return claim.kind === 'opinion' ? FRAMING : SCOPE_WORDS[claim.scope];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function section(title: string, page: Page, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...hanging('', title.toUpperCase(), page, 'label'), ...lines];
}
