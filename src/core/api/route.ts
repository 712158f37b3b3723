import type { z } from 'zod';
import { CasusError } from '../base/error.ts';
import type { Store } from '../ledger/index.ts';
import type { Actor } from '../model/index.ts';

/** What answering needs to know beside the ledger: plain data, which whoever asks has loaded. */
export interface Knowledge {
  /** Names of countries by ISO 3166-1 alpha-3. */
  readonly countries: ReadonlyMap<string, string>;
  /** The register of actors, by id. */
  readonly actors: ReadonlyMap<string, Actor>;
}

/** For hosts that know no register: ids and codes stand for themselves. */
export const NO_KNOWLEDGE: Knowledge = { countries: new Map(), actors: new Map() };

/** What every route is answered from. */
export interface ApiContext {
  readonly store: Store;
  readonly knowledge: Knowledge;
}

type Shape = z.ZodType<unknown>;

/**
 * A question that can be asked of a ledger, and how it is answered. It holds no state and does no I/O of its own, so a
 * server, a page without one and a test run the same function.
 */
export interface Route<
  Id extends string = string,
  Query extends Shape = Shape,
  Params extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  readonly id: Id;
  readonly method: 'GET';
  /** Under `API_PREFIX`; what is in braces is a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly query: Query;
  readonly params: Params;
  readonly answer: Answer;
  run(
    context: ApiContext,
    asked: { readonly query: z.output<Query>; readonly params: z.output<Params> },
  ): Promise<z.output<Answer>>;
}

export const API_PREFIX = '/api/v1';

/** Makes a route: only to let its types be inferred. */
export function route<const Id extends string, Query extends Shape, Params extends Shape, Answer extends Shape>(
  made: Route<Id, Query, Params, Answer>,
): Route<Id, Query, Params, Answer> {
  return made;
}

/** What is asked for in words: parameters as they stand in an address. */
export interface Asked {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly params?: Readonly<Record<string, string>>;
}

/** Reads the parameters and runs the route. Throws `usage-invalid` with the name of a parameter that is not understood. */
export async function ask<Query extends Shape, Params extends Shape, Answer extends Shape>(
  { query, params, run }: Pick<Route<string, Query, Params, Answer>, 'query' | 'params' | 'answer' | 'run'>,
  context: ApiContext,
  asked: Asked = {},
): Promise<z.output<Answer>> {
  const given = Object.fromEntries(Object.entries(asked.query ?? {}).filter(([, value]) => value !== undefined));
  return run(context, { query: parsed(query, given), params: parsed(params, asked.params ?? {}) });
}

function parsed<S extends Shape>(shape: S, given: unknown): z.output<S> {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0] ?? 'query');
  throw new CasusError('usage-invalid', name, issue === undefined ? {} : { detail: issue.message });
}
