import { useCallback, useEffect, useState } from 'react';
import type { ShownProblem } from '../parts/problem.ts';
import type { DataSource } from './data-source.ts';
import type { AnswerOf, RouteId } from './routes.ts';
import { problemOf } from './source-error.ts';

/** The routes that answer part by part. */
export type PagedId = { [Id in RouteId]: AnswerOf<Id> extends PageOf<unknown> ? Id : never }[RouteId];
export type ItemOf<Id extends PagedId> = AnswerOf<Id> extends PageOf<infer Item> ? Item : never;

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that grows part by part. What was loaded stays when the next part fails. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly problem: ShownProblem | null;
  readonly more: () => void;
  readonly retry: () => void;
}

interface Held<Item> {
  readonly question: string;
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly problem: ShownProblem | null;
  readonly isWhole: boolean;
}

/** Loads a list part by part, from its beginning whenever the question changes. */
export function usePages<Id extends PagedId>(
  source: DataSource,
  id: Id,
  query: Readonly<Record<string, string>>,
  limit: number,
): Pages<ItemOf<Id>> {
  const question = JSON.stringify([id, query]);
  const [held, setHeld] = useState<Held<ItemOf<Id>>>(nothing(question));
  // Which part is wanted: the cursor it comes after, and how often it was asked for.
  const [wanted, setWanted] = useState<{ question: string; after: string | null; turn: number }>({
    question,
    after: null,
    turn: 0,
  });
  const after = wanted.question === question ? wanted.after : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for `id` and `query`, the turn asks again
  useEffect(() => {
    const needed = new AbortController();
    source.ask(id, { query: { ...query, limit: String(limit), after: after ?? undefined } }, needed.signal).then(
      answer => {
        if (needed.signal.aborted) return;
        // Only ids of routes that answer part by part come in here, which the compiler cannot follow.
        const { items, next } = answer as PageOf<ItemOf<Id>>;
        setHeld(before => {
          const known = after === null || before.question !== question ? [] : before.items;
          return { question, items: [...known, ...items], next, problem: null, isWhole: true };
        });
      },
      thrown => {
        if (needed.signal.aborted) return;
        setHeld(before => ({
          ...(before.question === question ? before : nothing(question)),
          problem: problemOf(thrown),
          isWhole: true,
        }));
      },
    );
    return () => needed.abort();
  }, [source, question, after, wanted.turn, limit]);
  const current = held.question === question ? held : nothing<ItemOf<Id>>(question);
  const more = useCallback(() => {
    if (held.question !== question || held.next === null) return;
    setWanted(({ turn }) => ({ question, after: held.next, turn }));
    setHeld(before => ({ ...before, isWhole: false }));
  }, [held, question]);
  const retry = useCallback(() => {
    setHeld(before => ({ ...before, problem: null, isWhole: false }));
    setWanted(before => ({
      question,
      after: before.question === question ? before.after : null,
      turn: before.turn + 1,
    }));
  }, [question]);
  return {
    items: current.items,
    hasMore: current.next !== null,
    isLoading: !current.isWhole,
    problem: current.problem,
    more,
    retry,
  };
}

function nothing<Item>(question: string): Held<Item> {
  return { question, items: [], next: null, problem: null, isWhole: false };
}
