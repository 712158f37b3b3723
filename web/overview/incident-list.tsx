import { useMemo, useRef } from 'react';
import { countInWords, whenPrecisionInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { DataSource } from '../data/data-source.ts';
import { type ItemOf, usePages } from '../data/use-pages.ts';
import { ContradictionCount } from '../parts/contradiction-mark.tsx';
import { Failed, Loading, Zero } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { useWindow } from './use-window.ts';

type Summary = ItemOf<'incidents'>;

const PART = 100;
/** Height of a line of the list, in rem: all are alike, so that a list of very many can be scrolled. */
const LINE_REM = 8;

/** The incidents that fit, the newest first; further ones are loaded as the reader comes to them. */
export function IncidentList({
  source,
  query,
}: {
  readonly source: DataSource;
  readonly query: Readonly<Record<string, string>>;
}) {
  const incidents = usePages(source, 'incidents', query, PART);
  const { items, hasMore, isLoading, problem, more, retry } = incidents;
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">Incidents</h2>
      {items.length > 0 ? <Lines items={items} hasMore={hasMore} onEnd={more} /> : null}
      {problem === null ? null : (
        <Failed problem={problem} works="What was loaded before can still be read." onRetry={retry} />
      )}
      {isLoading && items.length === 0 ? <Loading what="the list" /> : null}
      {!isLoading && items.length === 0 && problem === null ? <Zero what="incident that fits these filters" /> : null}
      {items.length > 0 ? (
        <p className="muted">
          {countInWords(items.length)} loaded{hasMore ? '; more come as you scroll' : ': these are all'}
        </p>
      ) : null}
    </section>
  );
}

function Lines({
  items,
  hasMore,
  onEnd,
}: {
  readonly items: readonly Summary[];
  readonly hasMore: boolean;
  readonly onEnd: () => void;
}) {
  const frame = useRef<HTMLOListElement>(null);
  const { first, last, lineHeight } = useWindow(frame, items.length, LINE_REM, hasMore ? onEnd : null);
  const shown = useMemo(() => items.slice(first, last), [items, first, last]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached by the keyboard to be scrolled
    <ol className="incident-list" ref={frame} tabIndex={0} aria-labelledby="incidents">
      <li className="list-room" aria-hidden="true" style={{ height: `${first * lineHeight}px` }} />
      {shown.map((summary, i) => (
        <Line key={summary.id} summary={summary} place={first + i + 1} size={hasMore ? -1 : items.length} />
      ))}
      <li className="list-room" aria-hidden="true" style={{ height: `${(items.length - last) * lineHeight}px` }} />
    </ol>
  );
}

function Line({ summary, place, size }: { readonly summary: Summary; readonly place: number; readonly size: number }) {
  const { id, sentence, when, losses, contradictions, independentSources, places } = summary;
  const [first] = places;
  const time = when.start === null ? 'day not known' : whenPrecisionInWords(when);
  return (
    <li className="incident-line" aria-setsize={size} aria-posinset={place}>
      <p className="line-title">
        <a href={hashOf({ path: ['incidents', id] })}>{sentence}</a>
      </p>
      <p className="line-losses">{losses === '' ? <Unknown words="losses not stated" /> : <bdi>{losses}</bdi>}</p>
      <p className="line-more">
        {first === undefined || first.precision === null ? 'not placed' : `placed to ${precision(first.precision)}`};{' '}
        {time}; {independentSources} {independentSources === 1 ? 'voice' : 'voices'}{' '}
        <ContradictionCount count={contradictions} />
      </p>
    </li>
  );
}

function precision(value: number): string {
  return ['the spot', '25 km', 'a district', 'a province', 'an area', 'a country', 'sea or air'][value - 1] ?? '';
}
