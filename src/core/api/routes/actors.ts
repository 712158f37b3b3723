import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { foldedName } from '../../ledger/search-words.ts';
import { type Actor, ActorKind } from '../../model/index.ts';
import { filterFromQuery, filterParameters, pageParameters } from '../filter-query.ts';
import { pageOf } from '../page-answer.ts';
import { type Knowledge, route } from '../route.ts';

/** An actor of the ledger. Null: the register does not know it, and the words of the reports are all there is. */
export const ActorLine = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    kind: ActorKind.nullable(),
    country: z.string().nullable(),
    countryName: z.string().nullable(),
    incidents: z.int(),
    claims: z.int(),
  })
  .readonly()
  .meta({ id: 'ActorLine' });
export type ActorLine = z.infer<typeof ActorLine>;

export const actorsRoute = route({
  id: 'actors',
  method: 'GET',
  path: '/actors',
  summary: 'Who takes part, with how many incidents and claims, those of most incidents first; text: words of the name',
  query: z.strictObject({ ...filterParameters, ...pageParameters }),
  params: z.object({}),
  answer: pageOf(ActorLine),
  async run({ store, knowledge }, { query }) {
    const { text, ...filter } = filterFromQuery(query);
    const [incidents, claims] = await Promise.all([
      store.count({ of: 'incidents', by: ['actor'], filter }),
      store.count({ of: 'claims', by: ['actor'], filter }),
    ]);
    const known = new Map(Array.from(knowledge.actors.values(), actor => [actor.name, actor]));
    const lines = new Map<string, ActorLine>();
    for (const [field, counts] of [
      ['incidents', incidents],
      ['claims', claims],
    ] as const) {
      for (const {
        values: [name = null],
        count,
      } of counts) {
        if (name === null || !isMeant(name, text)) continue;
        const line = lines.get(name) ?? lineOf(name, known.get(name) ?? null, knowledge);
        lines.set(name, { ...line, [field]: line[field] + count });
      }
    }
    return page([...lines.values()].sort(byIncidents), query);
  },
});

function isMeant(name: string, text: string | undefined): boolean {
  return text === undefined || foldedName(name).includes(foldedName(text));
}

function lineOf(name: string, actor: Actor | null, { countries }: Knowledge): ActorLine {
  const country = actor?.country ?? null;
  const countryName = country === null ? null : (countries.get(country) ?? country);
  return { id: actor?.id ?? null, name, kind: actor?.kind ?? null, country, countryName, incidents: 0, claims: 0 };
}

function byIncidents(a: ActorLine, b: ActorLine): number {
  return b.incidents - a.incidents || b.claims - a.claims || (a.name < b.name ? -1 : 1);
}

const CURSOR = 'actors~';

/** The part of the list after the name in the cursor. */
function page(lines: readonly ActorLine[], { limit, after }: { limit: number; after?: string | undefined }) {
  const start = after === undefined ? 0 : lines.findIndex(({ name }) => `${CURSOR}${name}` === after) + 1;
  if (after !== undefined && start === 0) {
    throw new CasusError('usage-invalid', `cursor ${after}`, { detail: 'it is none of this list' });
  }
  const items = lines.slice(start, start + limit);
  const last = items.at(-1);
  return { items, next: last === undefined || start + limit >= lines.length ? null : `${CURSOR}${last.name}` };
}
