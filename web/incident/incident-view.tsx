import { useCallback, useRef } from 'react';
import { whenInWords, whenPrecisionInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import { replaceQuery } from '../app/use-route.ts';
import type { ViewProps } from '../app/view.ts';
import type { DataSource } from '../data/data-source.ts';
import type { AnswerOf } from '../data/routes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { PlacePrecision } from '../parts/place-precision.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { Accounts } from './accounts.tsx';
import { Contradictions } from './contradictions.tsx';
import { Links, Revisions } from './figures-moved.tsx';
import { ReportWords } from './report-words.tsx';
import { Sources } from './sources.tsx';
import { LeftOut, Tolls } from './tolls.tsx';

type Incident = AnswerOf<'incident'>;

/** One incident: who says what about it, and where accounts part. `claim` in the address is the one whose words are shown. */
export function IncidentView({ source, route }: ViewProps) {
  const [, id] = route.path;
  if (id === undefined) {
    return (
      <>
        <h1>Incident</h1>
        <p>
          The address names no incident. <a href={hashOf({ path: ['overview'] })}>The overview lists them</a>.
        </p>
      </>
    );
  }
  return <OneIncident key={id} id={id} source={source} route={route} />;
}

function OneIncident({ id, source, route }: ViewProps & { readonly id: string }) {
  const answer = useAnswer(source, 'incident', { params: { id } });
  const { claim = null } = route.query;
  const words = useRef<HTMLElement>(null);
  const chosenBy = useRef<Element | null>(null);
  const choose = useCallback(
    (claimId: string) => {
      chosenBy.current = document.activeElement;
      replaceQuery(route, { ...route.query, claim: claimId });
      if (isBeside()) return;
      // On a narrow screen the words stand below: go there, and remember the way back.
      window.requestAnimationFrame(() => words.current?.focus());
    },
    [route],
  );
  const back = useCallback(() => {
    if (chosenBy.current instanceof HTMLElement) chosenBy.current.focus();
  }, []);
  if (answer.state === 'loading') return <Loading what="the incident" />;
  if (answer.state === 'failed') {
    return (
      <>
        <h1>Incident</h1>
        <Failed problem={answer.problem} works="The overview and the claims still work." onRetry={answer.retry} />
      </>
    );
  }
  const view = answer.value;
  return (
    <div className="incident">
      <div className="incident-facts">
        <Head view={view} />
        <Tolls tolls={view.tolls} current={claim} onChoose={choose} />
        <LeftOut marks={view.leftOut} onChoose={choose} />
        <Contradictions contradictions={view.contradictions} onChoose={choose} />
        <Accounts accounts={view.accounts} current={claim} onChoose={choose} />
        <Revisions revisions={view.revisions} tolls={view.tolls} onChoose={choose} />
        <Sources sources={view.sources} />
        <Links links={view.links} reports={view.reports} />
        <Downloads source={source} id={view.incident.id} />
      </div>
      <ReportWords
        ref={words}
        reports={view.reports}
        claims={view.claims}
        current={claim}
        onChoose={choose}
        onBack={back}
      />
    </div>
  );
}

function isBeside(): boolean {
  return window.matchMedia('(min-width: 68rem)').matches;
}

function Head({ view: { incident } }: { readonly view: Incident }) {
  const { sentence, places, when, independentSources, reports, contradictions } = incident;
  const precision = whenPrecisionInWords(when);
  return (
    <>
      <p className="above">
        <a href={hashOf({ path: ['overview'] })}>Overview</a> · Incident <code>{incident.id.slice(0, 12)}</code>
      </p>
      <h1>{sentence}</h1>
      <dl className="facts">
        <div>
          <dt>Where</dt>
          <dd>
            {places.length === 0 ? (
              <Unknown />
            ) : (
              places.map(place => (
                <div key={`${place.name}${place.id ?? ''}`}>
                  <PlacePrecision place={place} />
                </div>
              ))
            )}
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            {when.start === null && when.words === null ? <Unknown /> : whenInWords(when)}
            {precision === null ? null : <span className="muted">; known to {precision}</span>}
          </dd>
        </div>
        <div>
          <dt>Told by</dt>
          <dd>
            {reports} {reports === 1 ? 'report' : 'reports'}, {independentSources} independent{' '}
            {independentSources === 1 ? 'voice' : 'voices'}
            {contradictions === 0 ? '; no contradiction found between them' : null}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Downloads({ source, id }: { readonly source: DataSource; readonly id: string }) {
  const csv = source.exportUrl('claims', { incident: id });
  return (
    <p className="screen-only">
      <a href={hashOf({ path: ['claims'], query: { incident: id } })}>All claims of this incident as a table</a>
      {csv === null ? null : (
        <>
          {' '}
          · <a href={csv}>Download the claims of its reports (CSV)</a>
        </>
      )}
    </p>
  );
}
