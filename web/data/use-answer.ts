import { useCallback, useEffect, useState } from 'react';
import type { ShownProblem } from '../parts/problem.ts';
import type { Asked, DataSource } from './data-source.ts';
import type { AnswerOf, RouteId } from './routes.ts';
import { problemOf } from './source-error.ts';

/**
 * How far a question has come. While a new one is on its way, and when it fails, the answer before stays at hand:
 * `before` is it, or null. A view must say so when it shows it.
 */
export type Answer<T> =
  | { readonly state: 'loading'; readonly before: T | null }
  | { readonly state: 'failed'; readonly before: T | null; readonly problem: ShownProblem; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T };

/** Asks a source whenever the question changes. A question that is no longer wanted is given up. */
export function useAnswer<Id extends RouteId>(source: DataSource, id: Id, asked: Asked = {}): Answer<AnswerOf<Id>> {
  const question = JSON.stringify([id, asked.params ?? {}, asked.query ?? {}]);
  const [turn, setTurn] = useState(0);
  const [held, setHeld] = useState<Held<AnswerOf<Id>>>({ question: '', answer: null, problem: null });
  const retry = useCallback(() => setTurn(before => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for `id` and `asked`, `turn` asks again
  useEffect(() => {
    const wanted = new AbortController();
    source.ask(id, asked, wanted.signal).then(
      answer => {
        if (!wanted.signal.aborted) setHeld({ question, answer, problem: null });
      },
      thrown => {
        if (!wanted.signal.aborted) setHeld(({ answer }) => ({ question, answer, problem: problemOf(thrown) }));
      },
    );
    return () => wanted.abort();
  }, [source, question, turn]);
  return stateOf(held, question, retry);
}

interface Held<T> {
  readonly question: string;
  readonly answer: T | null;
  readonly problem: ShownProblem | null;
}

function stateOf<T>({ question, answer, problem }: Held<T>, asked: string, retry: () => void): Answer<T> {
  if (question !== asked) return { state: 'loading', before: answer };
  if (problem !== null) return { state: 'failed', before: answer, problem, retry };
  return answer === null ? { state: 'loading', before: null } : { state: 'ready', value: answer };
}
