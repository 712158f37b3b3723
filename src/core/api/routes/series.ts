import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { CountQuery, DIMENSIONS } from '../../ledger/filter.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { route } from '../route.ts';

const Counted = z.enum(['claims', 'incidents', 'reports'] satisfies readonly (keyof typeof DIMENSIONS)[]);

export const Series = z
  .object({
    of: Counted,
    by: z.array(z.string()).readonly(),
    /** The values stand in the order of `by`; null is what is not known, or reaches over more than one. */
    items: z
      .array(z.object({ values: z.array(z.string().nullable()).readonly(), count: z.int() }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Series' });
export type Series = z.infer<typeof Series>;

export const seriesRoute = route({
  id: 'series',
  method: 'GET',
  path: '/series',
  summary: 'How many there are by day, week, month, country, province, actor and so on',
  query: z.strictObject({
    of: Counted.default('incidents').meta({ description: 'What is counted.' }),
    by: z.string().min(1).max(100).meta({ description: 'By what, with commas between: week,admin1' }),
    ...filterParameters,
  }),
  params: z.object({}),
  answer: Series,
  async run({ store }, { query }) {
    const { of } = query;
    const asked = CountQuery.safeParse({ of, by: query.by.split(','), filter: filterFromQuery(query) });
    if (!asked.success) {
      const detail = `${of} are counted by ${DIMENSIONS[of].join(', ')}, each once, four at most`;
      throw new CasusError('usage-invalid', `by ${query.by}`, { detail });
    }
    const { by } = asked.data;
    return { of, by, items: await store.count(asked.data) };
  },
});
