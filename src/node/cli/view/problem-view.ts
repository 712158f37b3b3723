import { holds, type Incident, type Problem, type PublicRecord, type Report } from '../../../core/model/index.ts';
import { type Cited, citeClaims, reportLetter } from './cited.ts';
import { incidentTitle } from './incident-title.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';
import { shortened } from './width.ts';

const WORDS_WIDTH = 60;

/**
 * What the reader should doubt, in lines: each difficulty once, with the words that it was met at and the numbers of the
 * claims they belong to. Of several reports, the letter says which.
 */
export function problemView(record: Omit<PublicRecord, 'format' | 'formatVersion'>, page: Page) {
  const cited = [...citeClaims(record).values()];
  const places = new Map<string, string[]>();
  for (const { message } of record.problems) places.set(withoutIds(message, record.incidents), []);
  for (const [i, report] of record.reports.entries()) {
    const letter = record.reports.length > 1 ? `[${reportLetter(i)}]` : '';
    for (const problem of problemsOf(report, record)) {
      const at = where(problem, report, cited) ?? letter;
      const found = places.get(problem.message) ?? [];
      places.set(problem.message, at === '' || found.includes(at) ? found : [...found, at]);
    }
  }
  return Array.from(places, ([message, at]) =>
    hanging('  · ', visible([message, at.join(', ')].join(' ').trim()), page, 'alert'),
  ).flat();
}

/** A message without the ids of incidents, which say nothing to a reader: by its title, where there are several. */
function withoutIds(message: string, incidents: readonly Incident[]): string {
  const [only, ...others] = incidents;
  if (only !== undefined && others.length === 0) return message.replace(` in ${only.id}`, '');
  return incidents.reduce((words, incident) => words.replace(incident.id, `“${incidentTitle(incident)}”`), message);
}

function problemsOf(report: Report, record: Pick<PublicRecord, 'codings'>): readonly Problem[] {
  return record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.problems);
}

/** `“22” [A4]`: the words that a difficulty was met at, and the claim that they belong to. Null for a whole report. */
function where({ span }: Problem, report: Report, cited: readonly Cited[]): string | null {
  if (span === null) return null;
  const words = `“${shortened(visible(report.text.slice(span.start, span.end)), WORDS_WIDTH)}”`;
  const claim = cited.find(one => one.report.id === report.id && holds(one.claim.evidence.span, span));
  return claim === undefined ? words : `${words} [${claim.label}]`;
}
