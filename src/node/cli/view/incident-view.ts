import { claimInWords } from '../../../core/export/claim-words.ts';
import { ACT_WORDS, claimantInWords, countInWords } from '../../../core/export/words.ts';
import type { Contradiction, Incident, PublicRecord } from '../../../core/model/index.ts';
import { type Cited, citeClaims, inTextOrder, reportLetter } from './cited.ts';
import { claimsView } from './claim-view.ts';
import { eventView } from './event-view.ts';
import { incidentTitle } from './incident-title.ts';
import { hanging, type Page } from './page.ts';
import { problemView } from './problem-view.ts';
import { reportOrigin, reportTitle } from './report-view.ts';
import { tollView } from './toll-view.ts';
import { visible } from './visible.ts';

/**
 * One incident over all reports that tell of it: the reports, what happened, every account of every toll side by side,
 * what cannot all hold, and the words that each account stands on. `record` holds the incident and its reports.
 */
export function incidentView(incident: Incident, record: PublicRecord, page: Page): readonly string[] {
  const cited = citeClaims(record);
  return [
    ...hanging('', visible(incidentTitle(incident)), page, 'title'),
    ...hanging('', voices(incident), page, 'faint'),
    '',
    ...eventView(incident, 0, page),
    ...section('The reports', page, reports(record, page)),
    ...section('The toll', page, tollView(incident.tolls, cited, 2, page)),
    ...section('What cannot all hold', page, contradictions(incident.contradictions, cited, page)),
    ...section('Who says what', page, sayings(incident, record, cited, page)),
    ...section('What to doubt', page, problemView(record, page)),
    ...section('Why these reports are of one incident', page, reasons(incident, record, page)),
  ];
}

function voices(incident: Incident): string {
  const told = new Set(incident.links.map(link => link.reportId)).size;
  const reportCount = told === 1 ? 'one report' : `${told} reports`;
  const sources =
    incident.independentSources === 1 ? 'one source' : `${incident.independentSources} independent sources`;
  return `${incident.id} · told by ${reportCount}, ${sources}`;
}

function reports(record: PublicRecord, page: Page): readonly string[] {
  return record.reports.flatMap((report, i) => {
    const letter = record.reports.length > 1 ? reportLetter(i) : '';
    return [
      ...hanging(`${letter.padStart(3)} `.padStart(4), visible(reportTitle(report, page.width)), page),
      ...hanging('    ', visible(reportOrigin(report)), page, 'faint'),
    ];
  });
}

/** The reason for each link, so that it can be judged; nothing where there is one report only. */
function reasons({ links }: Incident, record: PublicRecord, page: Page): readonly string[] {
  if (record.reports.length < 2) return [];
  return record.reports.flatMap((report, i) =>
    links
      .filter(({ reportId }) => reportId === report.id)
      .flatMap(({ why }) => hanging(`${reportLetter(i).padStart(3)} `, visible(why), page, 'faint')),
  );
}

/** Each contradiction as a sentence, and under it the claims that cannot all hold, one beside the other. */
function contradictions(found: readonly Contradiction[], cited: ReadonlyMap<string, Cited>, page: Page) {
  return found.flatMap(({ field, gap, why, claimIds }) => {
    const apart = gap === null ? '' : ` (${countInWords(gap)} apart)`;
    return [
      ...hanging('  ', visible(`${field}${apart}${why === '' ? '' : `: ${why}`}`), page, 'alert'),
      ...claimIds.flatMap(id => {
        const one = cited.get(id);
        return one === undefined ? [] : hanging(`  ${`[${one.label}]`.padStart(6)} `, visible(inShort(one)), page);
      }),
    ];
  });
}

function inShort({ claim, report }: Cited): string {
  const source = report.source === null ? '' : ` in ${report.source.name}`;
  const said = `${claimantInWords(claim.claimant, report.source)} ${ACT_WORDS[claim.act]}${source}`;
  return `${said}: ${claimInWords(claim, report.text)}`;
}

function sayings(incident: Incident, record: PublicRecord, cited: ReadonlyMap<string, Cited>, page: Page) {
  const events = new Set(incident.links.map(link => link.eventId));
  return record.reports.flatMap(report => {
    const claims = record.codings.filter(coding => coding.reportId === report.id).flatMap(coding => coding.claims);
    const about = inTextOrder(claims.filter(claim => claim.eventId !== null && events.has(claim.eventId)));
    return claimsView(
      about.flatMap(claim => cited.get(claim.id) ?? []),
      page,
    );
  });
}

function section(title: string, page: Page, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...hanging('', title.toUpperCase(), page, 'label'), ...lines];
}
