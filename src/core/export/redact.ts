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
  const maskers = new Map(record.reports.map(report => [report.id, maskerOf(namesIn(report, privateNames(report)))]));
  const ofIncident = (incident: Incident) => {
    const used = new Set(incident.links.flatMap(({ reportId }) => maskers.get(reportId) ?? []));
    return (text: string) => [...used].reduce((masked, mask) => mask(masked), text);
  };
  return {
    ...record,
    reports: record.reports.map(report => maskDeep(report, maskers.get(report.id) ?? same)),
    codings: record.codings.map(coding => maskDeep(coding, maskers.get(coding.reportId) ?? same)),
    incidents: record.incidents.map(incident => maskDeep(incident, ofIncident(incident))),
  };
}

type Mask = (text: string) => string;

const same: Mask = text => text;

/** The names as they stand, and their last words where those are long enough to be a surname. */
function namesIn(report: Report, spans: readonly Span[]): ReadonlySet<string> {
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

function maskerOf(names: ReadonlySet<string>): Mask {
  if (names.size === 0) return same;
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text => text.replace(pattern, name => name.replace(/\S/gu, letter => MASK.repeat(letter.length)));
}

function literal(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Keys whose values are names of things of ours, not words about persons. */
const KEPT = new Set([
  'id',
  'reportId',
  'eventId',
  'claimId',
  'claimIds',
  'fingerprint',
  'coder',
  'rule',
  'policy',
  'kind',
  'type',
  'url',
]);

/** The same shape with every text in it masked. */
function maskDeep<T>(value: T, mask: Mask): T;
function maskDeep(value: unknown, mask: Mask): unknown {
  if (mask === same) return value;
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map(item => maskDeep(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, KEPT.has(key) ? item : maskDeep(item, mask)]),
  );
}
