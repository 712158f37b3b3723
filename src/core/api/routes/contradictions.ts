import { z } from 'zod';
import { incidentSentence } from '../../export/incident-words.ts';
import { victimsInWords } from '../../export/words.ts';
import { Contradiction, IsoDay, Toll } from '../../model/index.ts';
import { filterFromQuery, filterParameters, pageFromQuery, pageParameters } from '../filter-query.ts';
import { incidentsById } from '../find-incident.ts';
import { pageOf } from '../page-answer.ts';
import { route } from '../route.ts';

const incident = {
  incidentId: z.string(),
  /** What happened, in one line. */
  sentence: z.string(),
  from: IsoDay.nullable(),
  to: IsoDay.nullable(),
} as const;

export const ContradictionLine = z
  .object({ ...incident, contradiction: Contradiction })
  .readonly()
  .meta({ id: 'ContradictionLine' });
export type ContradictionLine = z.infer<typeof ContradictionLine>;

export const contradictionsRoute = route({
  id: 'contradictions',
  method: 'GET',
  path: '/contradictions',
  summary: 'What accounts contradict each other on, in the incidents that fit',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(ContradictionLine),
  async run({ store }, { query }) {
    const { items, next } = await store.findContradictions(filterFromQuery(query), pageFromQuery(query));
    const incidents = await incidentsById(
      store,
      items.map(({ incidentId }) => incidentId),
    );
    return {
      items: items.flatMap(({ incidentId, contradiction }) => {
        const found = incidents.get(incidentId);
        if (found === undefined) return [];
        const { start, end } = found.when;
        return [{ incidentId, sentence: incidentSentence(found), from: start, to: end, contradiction }];
      }),
      next,
    };
  },
});

export const TollOfIncident = z
  .object({
    ...incident,
    toll: Toll,
    /** Whom it counts, in words. */
    victims: z.string(),
  })
  .readonly()
  .meta({ id: 'TollOfIncident' });
export type TollOfIncident = z.infer<typeof TollOfIncident>;

export const tollsRoute = route({
  id: 'tolls',
  method: 'GET',
  path: '/tolls',
  summary: 'Losses of the incidents that fit, row by row; rows of one incident overlap and are never added up',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(TollOfIncident),
  async run({ store }, { query }) {
    const { items, next } = await store.findTolls(filterFromQuery(query), pageFromQuery(query));
    const incidents = await incidentsById(
      store,
      items.map(({ incidentId }) => incidentId),
    );
    return {
      items: items.flatMap(({ incidentId, toll }) => {
        const found = incidents.get(incidentId);
        if (found === undefined) return [];
        const { start, end } = found.when;
        const victims = victimsInWords(toll.side, toll.status);
        return [{ incidentId, sentence: incidentSentence(found), from: start, to: end, toll, victims }];
      }),
      next,
    };
  },
});
