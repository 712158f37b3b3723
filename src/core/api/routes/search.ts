import { z } from 'zod';
import type { Filter } from '../../ledger/filter.ts';
import { ClaimLine, claimLine } from '../claim-line.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { IncidentSummary, incidentSummary } from '../incident-summary.ts';
import { ReportLine, reportLine } from '../report-line.ts';
import { reviewedClaims } from '../reviewed.ts';
import { route } from '../route.ts';

/** What has the words that were looked for: a few of each, and whether there are more. */
export const Found = z
  .object({
    claims: z.array(ClaimLine).readonly(),
    reports: z.array(ReportLine).readonly(),
    incidents: z.array(IncidentSummary).readonly(),
    more: z.object({ claims: z.boolean(), reports: z.boolean(), incidents: z.boolean() }).readonly(),
  })
  .readonly()
  .meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;

const { text, ...filtersButText } = filterParameters;

export const searchRoute = route({
  id: 'search',
  method: 'GET',
  path: '/search',
  summary: 'Claims, reports and incidents that have these words, a few of each, the closest match first',
  query: z.strictObject({
    text: text.unwrap().meta({ description: 'Words that must all occur.' }),
    ...filtersButText,
    limit: z.coerce.number<string | number>().int().min(1).max(50).default(10),
  }),
  params: z.object({}),
  answer: Found,
  async run({ store }, { query }) {
    const { limit, ...asked } = query;
    const filter: Filter = filterFromQuery(asked);
    const [claims, reports, incidents] = await Promise.all([
      store.findClaims(filter, { limit }),
      store.findReports(filter, { limit }),
      store.findIncidents(filter, { limit }),
    ]);
    return {
      claims: (await reviewedClaims(store, claims.items)).map(({ claim, report }) => claimLine(claim, report)),
      reports: reports.items.map(reportLine),
      incidents: incidents.items.map(incidentSummary),
      more: { claims: claims.next !== null, reports: reports.next !== null, incidents: incidents.next !== null },
    };
  },
});
