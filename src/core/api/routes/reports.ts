import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { incidentSentence } from '../../export/incident-words.ts';
import { Coding, Report } from '../../model/index.ts';
import { MarkedSpan, markedSpan } from '../claim-line.ts';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { pageOf } from '../page-answer.ts';
import { ReportLine, reportLine } from '../report-line.ts';
import { reviewedReports } from '../reviewed.ts';
import { route } from '../route.ts';
import { IncidentName } from './claims.ts';

export const reportsRoute = route({
  id: 'reports',
  method: 'GET',
  path: '/reports',
  summary: 'Reports that fit, those that appeared last first; with words, those with them in the headline first',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(ReportLine),
  async run({ store }, { query }) {
    const { items, next } = await store.findReports(filterFromQuery(query), pageFromQuery(query));
    return { items: items.map(reportLine), next };
  },
});

/** A report with its coding as reviewed, where each claim stands, and the incidents it tells of. */
export const ReportView = z
  .object({
    line: ReportLine,
    report: Report,
    coding: Coding,
    spans: z.array(MarkedSpan).readonly(),
    incidents: z.array(IncidentName).readonly(),
  })
  .readonly()
  .meta({ id: 'ReportView' });
export type ReportView = z.infer<typeof ReportView>;

export const reportRoute = route({
  id: 'report',
  method: 'GET',
  path: '/reports/{id}',
  summary: 'One report with its text, its claims and where each stands',
  query: z.strictObject({}),
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: ReportView,
  async run({ store }, { params: { id } }) {
    const [told] = await reviewedReports(store, [id]);
    if (told === undefined) throw new CasusError('id-unknown', id);
    const { report, coding } = told;
    const { items } = await store.findIncidents({ report: id });
    return {
      line: reportLine(report),
      report,
      coding,
      spans: coding.claims.map(claim => markedSpan(claim, report, claim.eventId !== null)),
      incidents: items.map(incident => ({ id: incident.id, sentence: incidentSentence(incident) })),
    };
  },
});
