import { useMemo } from 'react';
import { countInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { ViewProps } from '../app/view.ts';
import type { DataSource } from '../data/data-source.ts';
import type { AnswerOf } from '../data/routes.ts';
import { type Answer, useAnswer } from '../data/use-answer.ts';
import { Failed, Loading, NoData, Stale, Zero } from '../parts/states.tsx';
import { IncidentList } from './incident-list.tsx';
import { LossesBySide } from './losses-by-side.tsx';
import { Overall } from './overall.tsx';
import { incidentQuery, OverviewFilters, overviewQuery } from './overview-filters.tsx';
import { PlacesList } from './places-list.tsx';

/** Where, when and with which losses, over all incidents that fit the filters of the address. */
export function OverviewView({ source, route }: ViewProps) {
  const ledger = useAnswer(source, 'ledger');
  const within = useMemo(() => overviewQuery(route.query), [route.query]);
  const listed = useMemo(() => incidentQuery(route.query), [route.query]);
  const answer = useAnswer(source, 'overview', { query: within });
  const known = ledger.state === 'ready' ? ledger.value : null;
  return (
    <>
      <h1>Overview</h1>
      <OverviewFilters ledger={known} route={route} />
      {known?.size.reports === 0 ? <EmptyLedger /> : null}
      {answer.state === 'failed' ? (
        <Failed
          problem={answer.problem}
          works="The list of incidents, the claims and the other views may still work."
          onRetry={answer.retry}
        />
      ) : null}
      {answer.state === 'loading' && answer.before === null ? (
        <div className="overview-room">
          <Loading what="the incidents" />
        </div>
      ) : null}
      {answer.state !== 'ready' && answer.before !== null ? (
        <Stale>
          <p>Map and timeline still show the incidents of the filters before.</p>
        </Stale>
      ) : null}
      <Told
        answer={answer.state === 'ready' ? answer.value : answer.before}
        ledger={known}
        isEmpty={known?.size.reports === 0}
        route={route}
      />
      {known === null || known.size.reports === 0 ? null : <PlacesList source={source} route={route} query={listed} />}
      {known?.size.reports === 0 ? null : <Below source={source} query={listed} incidents={countOf(answer)} />}
    </>
  );
}

function Told({
  answer,
  ledger,
  isEmpty,
  route,
}: {
  readonly answer: AnswerOf<'overview'> | null;
  readonly ledger: AnswerOf<'ledger'> | null;
  readonly isEmpty: boolean;
  readonly route: ViewProps['route'];
}) {
  if (answer === null || isEmpty) return null;
  if (answer.columns.id.length === 0) {
    const isFiltered = Object.keys(overviewQuery(route.query)).length > 0;
    return <Zero what={isFiltered ? 'incident that fits these filters' : 'incident'} />;
  }
  return (
    <>
      {answer.total > answer.columns.id.length ? (
        <p>
          {countInWords(answer.total)} incidents fit: the newest {countInWords(answer.columns.id.length)} are drawn.
        </p>
      ) : null}
      <Overall overview={answer} ledger={ledger} route={route} />
    </>
  );
}

function Below({
  source,
  query,
  incidents,
}: {
  readonly source: DataSource;
  readonly query: Readonly<Record<string, string>>;
  readonly incidents: number | null;
}) {
  return (
    <div className="below">
      <IncidentList source={source} query={query} />
      <LossesBySide source={source} query={query} incidents={incidents} />
    </div>
  );
}

/** How many incidents the filters let through; a failure does not keep the losses from being asked for. */
function countOf(answer: Answer<AnswerOf<'overview'>>): number | null {
  if (answer.state === 'ready') return answer.value.total;
  return answer.before?.total ?? (answer.state === 'failed' ? 0 : null);
}

function EmptyLedger() {
  return (
    <NoData what="reports">
      <p>
        <a href={hashOf({ path: ['read'] })}>Read a report</a> in this browser, or add files with{' '}
        <code>casus add FILE…</code> and load this page again.
      </p>
    </NoData>
  );
}
