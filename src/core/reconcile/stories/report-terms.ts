import { foldName } from '../../base/fold-name.ts';
import { parseIsoDay } from '../../base/iso-day.ts';
import type { Report } from '../../model/index.ts';

/** How often each term stands in a stretch of text. */
export type TermCounts = ReadonlyMap<string, number>;

/** What of a report's words is compared with another's. */
export interface ReportTerms {
  readonly report: Report;
  readonly published: number | null;
  readonly full: TermCounts;
  /** The first words, headline included: what the news is, before other stories and menus. */
  readonly lead: TermCounts;
  readonly headline: TermCounts;
  /** Words that stand with a capital inside of a line, and pairs of them that stand together. */
  readonly names: ReadonlySet<string>;
  readonly namePairs: ReadonlySet<string>;
  /** Ages and house numbers: small figures that two reports seldom share by chance. */
  readonly figures: ReadonlySet<string>;
}

const WORD = /\p{L}[\p{L}\p{M}’'-]*|\p{N}+/gu;
/** `17-year-old`, `Ann, 34,`, `1400 block`, `345 Mill`. */
const FIGURE = /\b(\d{1,2})-year-old\b|, (\d{2}),|\b(\d{3,5}) (?:block\b|\p{Lu})/gu;
const LEAD_WORDS = 160;

/** Reads the words of a report once. */
export function reportTerms(report: Report): ReportTerms {
  const full = new Map<string, number>();
  const lead = new Map<string, number>();
  const headline = new Map<string, number>();
  const names = new Set<string>();
  const namePairs = new Set<string>();
  const headlineEnd = report.headline?.end ?? 0;
  let count = 0;
  let before = { name: '', end: -1 };
  for (const match of report.text.matchAll(WORD)) {
    const [word] = match;
    count++;
    const term = foldName(word.replace(/['’]s$/, ''));
    const isName = /^\p{Lu}\p{Ll}/u.test(word);
    if (isName && before.name !== '' && match.index === before.end + 1) namePairs.add(`${before.name} ${term}`);
    before = { name: isName ? term : '', end: match.index + word.length };
    if (term.length < 3 || /^\d/.test(term)) continue;
    add(full, term);
    if (count < LEAD_WORDS) add(lead, term);
    if (match.index < headlineEnd) add(headline, term);
    if (match.index > 0 && /^\p{Lu}/u.test(word)) names.add(term);
  }
  const published = report.publishedAt === null ? null : parseIsoDay(report.publishedAt);
  return { report, published, full, lead, headline, names, namePairs, figures: figuresIn(report.text) };
}

function figuresIn(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(FIGURE)].map(([, age, aside, house]) => age ?? aside ?? `house ${house}`);
  return new Set(found.map(figure => `#${figure}`));
}

function add(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}
