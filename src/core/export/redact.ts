import type { Incident, PublicRecord, Report, Span } from '../model/index.ts';

/** What stands for each UTF-16 unit of a name that was taken out: offsets and quotes then still hold. */
export const MASK = '█';

/** Tells which spans of a report's text name private persons. */
export type PrivateNames = (report: Report) => readonly Span[];

/**
 * The record without the names of private persons: in texts, quotes, claimants, actors and reasons each letter of such a
 * name becomes a block. Spans stay where they are, so every quote still is the text at its span; ids stay too. A name
 * found in one report is masked, whole or by its last word, in all that is said of that report and of its incidents.
 */
export function redactRecord(record: PublicRecord, privateNames: PrivateNames): PublicRecord {
  const names = new Map(record.reports.map(report => [report.id, namesIn(report, privateNames(report))]));
  const of = (reportId: string) => names.get(reportId) ?? NOBODY;
  return {
    ...record,
    reports: record.reports.map(report => redactTold(report, [of(report.id)])),
    codings: record.codings.map(coding => redactTold(coding, [of(coding.reportId)])),
    incidents: record.incidents.map(incident => redactIncident(incident, namesOfIncident(incident, of))),
    problems: redactTold(record.problems, [...names.values()]),
  };
}

/** The reasons of links list words that accounts share, in small letters. */
function redactIncident(incident: Incident, names: readonly Names[]): Incident {
  return { ...redactTold(incident, names), links: redactTold(incident.links, names, 'each-word') };
}

/** Names of private persons that a report gives. */
export type Names = ReadonlySet<string>;

const NOBODY: Names = new Set();

function namesOfIncident({ links }: Incident, of: (reportId: string) => Names): readonly Names[] {
  return [...new Set(links.map(({ reportId }) => of(reportId)))];
}

/** The names as they stand, whoever wrote the report, and last words where those are long enough to be a surname. */
export function namesIn(report: Pick<Report, 'text' | 'byline'>, spans: readonly Span[]): Names {
  // Whoever wrote it is named in the byline, and may be in danger for it.
  const names = new Set<string>(report.byline === null ? [] : [report.byline]);
  for (const { start, end } of spans) {
    const name = report.text.slice(start, end);
    names.add(name);
    const last = name.split(/\s+/).at(-1) ?? '';
    if (last.length > 2 && /^\p{Lu}/u.test(last)) names.add(last);
  }
  return names;
}

/**
 * The same shape without names, in all its texts. `whole` masks a name where it stands as it is written; `each-word` every
 * word of it in whatever case, for what shows texts word by word or in small letters.
 */
export function redactTold<T>(value: T, names: readonly Names[], how: 'whole' | 'each-word' = 'whole'): T {
  const all = new Set(names.flatMap(some => [...some]));
  return maskDeep(value, maskerOf(how === 'whole' ? all : wordsOf(all), how === 'whole' ? 'gu' : 'giu'));
}

function wordsOf(names: Names): Names {
  return new Set([...names].flatMap(name => name.match(/[\p{L}\p{N}]{2,}/gu) ?? []));
}

type Mask = (text: string) => string;

const same: Mask = text => text;

function maskerOf(names: Names, flags: string): Mask {
  if (names.size === 0) return same;
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join('|')})(?![\\p{L}\\p{N}])`, flags);
  return text => text.replace(pattern, name => name.replace(/\S/gu, letter => MASK.repeat(letter.length)));
}

/** A name may be broken over two lines in one place and not in another. */
function literal(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** Keys whose values are names of things of ours, not words about persons; `entry` is a line of the gazetteer. */
const KEPT = new Set(['id', 'fingerprint', 'coder', 'rule', 'policy', 'kind', 'type', 'url', 'entry']);

function isKept(key: string): boolean {
  return KEPT.has(key) || /Ids?$/.test(key);
}

/** The same shape with every text in it masked. */
function maskDeep<T>(value: T, mask: Mask): T;
function maskDeep(value: unknown, mask: Mask): unknown {
  if (mask === same) return value;
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map(item => maskDeep(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isKept(key) ? item : maskDeep(item, mask)]),
  );
}
