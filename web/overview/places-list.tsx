import { useState } from 'react';
import { countInWords } from '../../src/core/export/words.ts';
import { hashOf, type Route } from '../app/route.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { PlacePrecision } from '../parts/place-precision.tsx';
import { Failed, Loading } from '../parts/states.tsx';

/** What the map shows, in words: for whoever cannot see or point at it. Asked for when it is opened. */
export function PlacesList({
  source,
  route,
  query,
}: {
  readonly source: DataSource;
  readonly route: Route;
  readonly query: Readonly<Record<string, string>>;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="places" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>The places of the map as a list</summary>
      {isOpen ? <Places source={source} route={route} query={query} /> : null}
    </details>
  );
}

function Places({
  source,
  route,
  query,
}: {
  readonly source: DataSource;
  readonly route: Route;
  readonly query: Readonly<Record<string, string>>;
}) {
  const answer = useAnswer(source, 'places', { query });
  if (answer.state === 'loading') return <Loading what="the places" />;
  if (answer.state === 'failed') {
    return (
      <Failed problem={answer.problem} works="The map and the list of incidents still work." onRetry={answer.retry} />
    );
  }
  const { places } = answer.value;
  return (
    <ul className="places-list">
      {places.map(place => {
        const { lat, lon, incidents } = place;
        const near = lat === null || lon === null ? undefined : `${lat},${lon},1`;
        return (
          <li key={`${place.id ?? place.name} ${place.admin1} ${place.country}`}>
            <PlacePrecision place={place} />:{' '}
            {near === undefined ? (
              incidentsInWords(incidents)
            ) : (
              <a href={hashOf({ path: ['overview'], query: { ...route.query, near } })}>
                {incidentsInWords(incidents)}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function incidentsInWords(count: number): string {
  return `${countInWords(count)} ${count === 1 ? 'incident' : 'incidents'}`;
}
