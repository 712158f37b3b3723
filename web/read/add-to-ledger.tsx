import { type FormEvent, useState } from 'react';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import { tellOfChange } from '../app/ledger-change.ts';
import { hashOf } from '../app/route.ts';
import type { DataSource } from '../data/data-source.ts';
import { problemOf } from '../data/source-error.ts';
import type { ShownProblem } from '../parts/problem.ts';
import { Failed } from '../parts/states.tsx';
import { type Added, addReport } from './add-report.ts';

type Adding =
  | { readonly state: 'idle' | 'adding' }
  | { readonly state: 'added'; readonly added: Added }
  | { readonly state: 'failed'; readonly problem: ShownProblem };

const CHANGES: Readonly<Record<Added['change'], string>> = {
  added: 'The report is in the ledger now.',
  corrected: 'The ledger held this report; what more is known of it was added.',
  recoded: 'The ledger held this report; it was coded anew.',
  unchanged: 'The ledger holds this report already: nothing was added.',
};

/** Adds what was read to the ledger of the server, which codes it again: a page's word alone never enters a ledger. */
export function AddToLedger({ source, input }: { readonly source: DataSource; readonly input: ReportInput }) {
  const [token, setToken] = useState('');
  const [adding, setAdding] = useState<Adding>({ state: 'idle' });
  if (!source.abilities.add) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAdding({ state: 'adding' });
    try {
      setAdding({ state: 'added', added: await addReport(input, token) });
      tellOfChange();
    } catch (thrown) {
      setAdding({ state: 'failed', problem: problemOf(thrown) });
    }
  };
  return (
    <section aria-labelledby="add">
      <h3 id="add">Add it to the ledger</h3>
      {adding.state === 'added' ? (
        <div role="status">
          <p>{CHANGES[adding.added.change]}</p>
          {adding.added.failed === null ? null : <p>It could not be coded: {adding.added.failed}</p>}
          <ul>
            {adding.added.incidents.map(id => (
              <li key={id}>
                <a href={hashOf({ path: ['incidents', id] })}>An incident that it tells of</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <form className="filters" onSubmit={event => void submit(event)}>
          <label>
            Token that may write
            <input
              type="password"
              autoComplete="off"
              required
              value={token}
              onChange={event => setToken(event.target.value)}
            />
          </label>
          <button type="submit" disabled={adding.state === 'adding'}>
            {adding.state === 'adding' ? 'Adding …' : 'Add to the ledger'}
          </button>
        </form>
      )}
      <p className="muted">
        The server reads the text again and appends it; nothing is overwritten. The token is kept nowhere by this page.
      </p>
      {adding.state === 'failed' ? (
        <Failed problem={adding.problem} works="Nothing was added. What was read above stays." />
      ) : null}
    </section>
  );
}
