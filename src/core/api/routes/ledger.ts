import { z } from 'zod';
import { VERSION } from '../../base/version.ts';
import { ResourceVersions } from '../../ledger/resource-versions.ts';
import { IsoDay } from '../../model/index.ts';
import { route } from '../route.ts';

export const LedgerView = z
  .object({
    name: z.string(),
    size: z
      .object({
        entries: z.int(),
        reports: z.int(),
        claims: z.int(),
        incidents: z.int(),
        /** Number of the last entry that the incidents follow from. */
        incidentsAsOf: z.int(),
      })
      .readonly(),
    /** Whether entries came after those that the incidents follow from: they are out of date. */
    isStale: z.boolean(),
    /** With what the ledger was coded and reconciled, as its entries say; null where none does. */
    versions: ResourceVersions.nullable(),
    /** The version that answers. */
    casus: z.string(),
    /** The policy by which tolls were made; null where there is none yet. */
    policy: z.string().nullable(),
    /** The first and the last day on which an incident lies; null where no day of any is known. */
    days: z.object({ first: IsoDay, last: IsoDay }).readonly().nullable(),
    countries: z.array(z.object({ code: z.string(), name: z.string(), incidents: z.int() }).readonly()).readonly(),
    /** Kinds of happenings that there are, with how many. */
    types: z.array(z.object({ type: z.string(), incidents: z.int() }).readonly()).readonly(),
  })
  .readonly()
  .meta({ id: 'LedgerView' });
export type LedgerView = z.infer<typeof LedgerView>;

export const ledgerRoute = route({
  id: 'ledger',
  method: 'GET',
  path: '/ledger',
  summary: 'What the ledger holds, how far it reaches, and whether its incidents are up to date',
  query: z.strictObject({}),
  params: z.object({}),
  answer: LedgerView,
  async run({ store, knowledge }) {
    const [size, { resources }, byDay, byCountry, byType, newest] = await Promise.all([
      store.size(),
      store.about(),
      store.count({ of: 'incidents', by: ['day'] }),
      store.count({ of: 'incidents', by: ['country'] }),
      store.count({ of: 'incidents', by: ['type'] }),
      store.findTolls({}, { limit: 1 }),
    ]);
    const days = byDay.flatMap(({ values: [day = null] }) => day ?? []).sort();
    const [first, last] = [days[0], days.at(-1)];
    return {
      name: shownName(store.name),
      size,
      isStale: size.incidentsAsOf < size.entries,
      versions: resources,
      casus: VERSION,
      policy: newest.items[0]?.toll.policy ?? resources?.policy ?? null,
      days: first === undefined || last === undefined ? null : { first, last },
      countries: byCountry
        .flatMap(({ values: [code = null], count }) =>
          code === null ? [] : [{ code, name: knowledge.countries.get(code) ?? code, incidents: count }],
        )
        .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1)),
      types: byType
        .flatMap(({ values: [type = null], count }) => (type === null ? [] : [{ type, incidents: count }]))
        .sort((a, b) => b.incidents - a.incidents || (a.type < b.type ? -1 : 1)),
    };
  },
});

/** The last part of where it is: who reads need not know the folders or the server it lies on. */
function shownName(name: string): string {
  const [place = ''] = name.split('?');
  return place.split(/[\\/]/).findLast(part => part !== '') ?? 'ledger';
}
