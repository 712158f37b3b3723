import type { Answer, RouteId } from '../../src/core/api/index.ts';

export type { RouteId };
/** What a route answers: the types follow from the schemas that the server checks by. */
export type AnswerOf<Id extends RouteId> = Answer<Id>;

/** The paths of the routes that views ask, by id. `routes.test.ts` holds them equal to those of `src/core/api`. */
export const PATHS = {
  ledger: '/ledger',
  overview: '/overview',
  incidents: '/incidents',
  incident: '/incidents/{id}',
  claims: '/claims',
  claim: '/claims/{id}',
  reports: '/reports',
  report: '/reports/{id}',
  actors: '/actors',
  actor: '/actors/{id}',
  places: '/places',
  contradictions: '/contradictions',
  tolls: '/tolls',
  losses: '/losses',
  series: '/series',
  search: '/search',
  warnings: '/warnings',
  formats: '/formats',
} as const satisfies Record<RouteId, string>;

/** The address of a question below a base: parameters in the path, the rest as query. Empty values are left out. */
export function addressOf(
  path: string,
  {
    params = {},
    query = {},
  }: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | undefined>>;
  },
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const words = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  ).toString();
  return words === '' ? filled : `${filled}?${words}`;
}
