import { z } from 'zod';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { incidentById } from '../find-incident.ts';
import { IncidentSummary, incidentSummary } from '../incident-summary.ts';
import { IncidentView, incidentView } from '../incident-view.ts';
import { pageOf } from '../page-answer.ts';
import { reviewedReports } from '../reviewed.ts';
import { route } from '../route.ts';

export const incidentsRoute = route({
  id: 'incidents',
  method: 'GET',
  path: '/incidents',
  summary: 'Incidents that fit, the newest days first',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(IncidentSummary),
  async run({ store }, { query }) {
    const { items, next } = await store.findIncidents(filterFromQuery(query), pageFromQuery(query));
    return { items: items.map(incidentSummary), next };
  },
});

export const incidentRoute = route({
  id: 'incident',
  method: 'GET',
  path: '/incidents/{id}',
  summary: 'One incident: figures with every account on them, accounts side by side, the words of the reports',
  query: z.strictObject({}),
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: IncidentView,
  async run({ store }, { params }) {
    const incident = await incidentById(store, params.id);
    const told = await reviewedReports(
      store,
      incident.links.map(({ reportId }) => reportId),
    );
    return incidentView(incident, told);
  },
});
