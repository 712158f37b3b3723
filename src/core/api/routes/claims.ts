import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { incidentSentence } from '../../export/incident-words.ts';
import { ClaimLine, claimLine } from '../claim-line.ts';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { pageOf } from '../page-answer.ts';
import { reviewedClaims } from '../reviewed.ts';
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
    const found = [
      ...(await store.findClaims({ claim: id }, { limit: 1 })).items,
      ...(await store.findClaims({ claim: id, review: 'rejected' }, { limit: 1 })).items,
    ];
    const [told] = await reviewedClaims(store, found);
    if (told === undefined) throw new CasusError('id-unknown', id);
    const { claim, report } = told;
    const { items } = await store.findIncidents({ report: report.id });
    const about = items.filter(({ links }) => links.some(({ eventId }) => eventId === claim.eventId));
    return {
      line: claimLine(claim, report),
      text: report.text,
      incidents: about.map(incident => ({ id: incident.id, sentence: incidentSentence(incident) })),
    };
  },
});
