import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { incidentSentence } from '../../export/incident-words.ts';
import type { Store } from '../../ledger/index.ts';
import { ClaimLine, claimLine } from '../claim-line.ts';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { pageOf } from '../page-answer.ts';
import { reviewedClaims, reviewedReports } from '../reviewed.ts';
import { route } from '../route.ts';

export const claimsRoute = route({
  id: 'claims',
  method: 'GET',
  path: '/claims',
  summary: 'Claims that fit: who says what, the newest days first; with words, the closest match first',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(ClaimLine),
  async run({ store }, { query }) {
    const { items, next } = await store.findClaims(filterFromQuery(query), pageFromQuery(query));
    const reviewed = await reviewedClaims(store, items);
    return { items: reviewed.map(({ claim, report }) => claimLine(claim, report)), next };
  },
});

/** An incident by its id and what happened, for a link to it. */
export const IncidentName = z.object({ id: z.string(), sentence: z.string() }).readonly().meta({ id: 'IncidentName' });
export type IncidentName = z.infer<typeof IncidentName>;

/** A claim with the text that it stands in, and the incident it is about. */
export const ClaimView = z
  .object({
    line: ClaimLine,
    text: z.string(),
    incidents: z.array(IncidentName).readonly(),
  })
  .readonly()
  .meta({ id: 'ClaimView' });
export type ClaimView = z.infer<typeof ClaimView>;

export const claimRoute = route({
  id: 'claim',
  method: 'GET',
  path: '/claims/{id}',
  summary: 'One claim with the text that it stands in',
  query: z.strictObject({}),
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: ClaimView,
  async run({ store }, { params: { id } }) {
    const reportId = await reportOfClaim(store, id);
    const [told] = reportId === null ? [] : await reviewedReports(store, [reportId]);
    const claim = told?.coding.claims.find(one => one.id === id);
    if (told === undefined || claim === undefined) throw new CasusError('id-unknown', id);
    const { items } = await store.findIncidents({ report: told.report.id });
    const about = items.filter(({ links }) => links.some(({ eventId }) => eventId === claim.eventId));
    return {
      line: claimLine(claim, told.report),
      text: told.report.text,
      incidents: about.map(incident => ({ id: incident.id, sentence: incidentSentence(incident) })),
    };
  },
});

async function reportOfClaim(store: Store, id: string): Promise<string | null> {
  for await (const { reportId, claims } of store.codings()) {
    if (claims.some(claim => claim.id === id)) return reportId;
  }
  return null;
}
