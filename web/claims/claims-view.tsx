import { useMemo, useState } from 'react';
import { countInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { ViewProps } from '../app/view.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { usePages } from '../data/use-pages.ts';
import { Failed, Loading, NoData, Zero } from '../parts/states.tsx';
import { ClaimFilters, claimQuery } from './claim-filters.tsx';
import { ClaimTable } from './claim-table.tsx';
import { OneClaim } from './one-claim.tsx';
import { type SortedBy, sortedClaims } from './sort-claims.ts';

const PART = 100;

/** Who says what about whom, with which certainty: a table to filter, to sort and to take away. */
export function ClaimsView({ source, route }: ViewProps) {
  const [, id] = route.path;
  const query = useMemo(() => claimQuery(route.query), [route.query]);
  const claims = usePages(source, 'claims', query, PART);
  const [sortedBy, setSortedBy] = useState<SortedBy>({ column: null, isDescending: false });
  const sorted = useMemo(() => sortedClaims(claims.items, sortedBy), [claims.items, sortedBy]);
  const { problem } = claims;
  return (
    <>
      <h1>Claims</h1>
      <p className="muted">Every line is what somebody says, in the words of a report: not what is known to be true.</p>
      {id === undefined ? null : (
        <OneClaim source={source} id={id} back={hashOf({ path: ['claims'], query: route.query })} />
      )}
      <ClaimFilters source={source} route={route} />
      {problem === null ? null : (
        <Failed
          problem={problem}
          works={claims.items.length === 0 ? 'The other views still work.' : 'The claims loaded so far are below.'}
          onRetry={claims.retry}
        />
      )}
      {claims.items.length > 0 ? (
        <>
          <p className="claims-count">
            <span role="status">
              {countInWords(claims.items.length)} {claims.items.length === 1 ? 'claim' : 'claims'}
              {claims.hasMore ? ' loaded, there are more' : ''}
              {sortedBy.column !== null && claims.hasMore ? '; sorted among those loaded' : ''}
            </span>
            <Exports source={source} query={query} />
          </p>
          <ClaimTable claims={sorted} sortedBy={sortedBy} onSort={setSortedBy} query={route.query} />
          {claims.hasMore ? (
            <button type="button" onClick={claims.more} disabled={claims.isLoading}>
              {claims.isLoading ? 'Loading …' : `Load ${PART} more`}
            </button>
          ) : null}
        </>
      ) : claims.isLoading ? (
        <Loading what="claims" />
      ) : problem === null ? (
        <NoClaims source={source} isFiltered={Object.keys(query).length > 0} />
      ) : null}
    </>
  );
}

/** None that fit, and none at all, are two things. */
function NoClaims({ source, isFiltered }: { readonly source: DataSource; readonly isFiltered: boolean }) {
  const ledger = useAnswer(source, 'ledger');
  if (isFiltered || ledger.state !== 'ready' || ledger.value.size.reports > 0) {
    return <Zero what={isFiltered ? 'claim that fits these filters' : 'claim'} />;
  }
  return (
    <NoData what="reports">
      <p>
        <a href={hashOf({ path: ['read'] })}>Read a report</a>, or add files with <code>casus add FILE…</code>
      </p>
    </NoData>
  );
}

/** A file as `casus export claims` writes it: whole incidents, so that no figure loses its context. */
function Exports({ source, query }: { readonly source: DataSource; readonly query: Readonly<Record<string, string>> }) {
  const claims = source.exportUrl('claims', query);
  if (claims === null) return null;
  return (
    <span className="screen-only">
      <a href={claims}>Download all claims of the incidents that fit (CSV)</a>
    </span>
  );
}
