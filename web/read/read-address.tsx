import { type FormEvent, useState } from 'react';
import { problemOf } from '../data/source-error.ts';
import type { ShownProblem } from '../parts/problem.ts';
import { Failed } from '../parts/states.tsx';
import { fetchArticle } from './fetch-article.ts';
import { type FileText, textOf } from './read-file.ts';

/** The page of an address, fetched by the server: its article fills the form, and is read only when the reader says so. */
export function ReadAddress({ onFound }: { readonly onFound: (found: FileText) => void }) {
  const [url, setUrl] = useState('');
  const [token, setToken] = useState('');
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFetching(true);
    setProblem(null);
    try {
      onFound(textOf(await fetchArticle(url, token)));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setFetching(false);
    }
  };
  return (
    <details>
      <summary>From an address</summary>
      <form className="filters" onSubmit={event => void submit(event)}>
        <label>
          Address of the report
          <input type="url" required value={url} onChange={event => setUrl(event.target.value)} />
        </label>
        <label>
          Token for fetching
          <input
            type="password"
            autoComplete="off"
            required
            value={token}
            onChange={event => setToken(event.target.value)}
          />
        </label>
        <button type="submit" disabled={isFetching}>
          {isFetching ? 'Fetching …' : 'Fetch it'}
        </button>
      </form>
      <p className="muted">
        The server fetches the page, from the public internet only, and keeps nothing of it. A token with the scope
        “write” may ask it to.
      </p>
      {problem === null ? null : <Failed problem={problem} works="The form is as it was." />}
    </details>
  );
}
