import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { formatIsoDay, parseIsoDay } from '../../src/core/base/iso-day.ts';
import { countInWords } from '../../src/core/export/words.ts';
import type { Route } from '../app/route.ts';
import { replaceQuery } from '../app/use-route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { Loading } from '../parts/states.tsx';
import { binsOf } from './bins.ts';
import { countByPlace, countWithin, type DaySpan, type Prepared, prepare, type Surroundings } from './prepared.ts';
import { Timeline } from './timeline.tsx';

const IncidentMap = lazy(async () => ({ default: (await import('../map/incident-map.tsx')).IncidentMap }));

/** Around a chosen point, so that rounding never loses it. */
const NEAR_KM = 1;
/** Of countries without any closer place, those of most incidents are named. */
const COUNTRIES_MAX = 10;

/** Map and timeline over one set of incidents: days chosen on the one narrow the other down at once. */
export function Overall({
  overview,
  ledger,
  route,
}: {
  readonly overview: AnswerOf<'overview'>;
  readonly ledger: AnswerOf<'ledger'> | null;
  readonly route: Route;
}) {
  const prepared = useMemo(() => prepare(overview), [overview]);
  const { from, to, near } = route.query;
  const [brushed, setBrushed] = useState<DaySpan | null>(null);
  const span = useMemo(() => brushed ?? spanOf(from, to), [brushed, from, to]);
  const around = useMemo(() => surroundingsOf(near), [near]);
  const counts = useMemo(() => countByPlace(prepared, span), [prepared, span]);
  const { unit, bins } = useMemo(() => binsOf(prepared, around), [prepared, around]);
  const names = useMemo(() => new Map((ledger?.countries ?? []).map(({ code, name }) => [code, name])), [ledger]);
  const commit = useCallback(
    (chosen: DaySpan) => {
      setBrushed(null);
      replaceQuery(route, { ...route.query, from: dayOf(chosen.from), to: dayOf(chosen.to) });
    },
    [route],
  );
  const choosePlace = useCallback(
    (place: number | null) => {
      const at = place === null ? undefined : prepared.places[place];
      replaceQuery(route, { ...route.query, near: at === undefined ? undefined : `${at.lat},${at.lon},${NEAR_KM}` });
    },
    [prepared, route],
  );
  return (
    <>
      <Summary prepared={prepared} span={span} around={around} />
      <Suspense
        fallback={
          <div className="map-frame">
            <Loading what="the map" />
          </div>
        }
      >
        <IncidentMap
          places={prepared.places}
          counts={counts}
          chosen={chosenPlace(prepared, around)}
          onChoose={choosePlace}
        />
      </Suspense>
      <OffTheMap prepared={prepared} names={names} />
      <Timeline bins={bins} unit={unit} span={span} undated={prepared.undated} onBrush={setBrushed} onCommit={commit} />
    </>
  );
}

function Summary({
  prepared,
  span,
  around,
}: {
  readonly prepared: Prepared;
  readonly span: DaySpan;
  readonly around: Surroundings | null;
}) {
  const count = useMemo(() => countWithin(prepared, span, around), [prepared, span, around]);
  const isAll = count === prepared.size;
  return (
    <p role="status">
      <strong className="number">{countInWords(count)}</strong> {count === 1 ? 'incident' : 'incidents'}
      {isAll ? '' : ` of ${countInWords(prepared.size)}`}
    </p>
  );
}

/** What the map cannot show, so that nobody takes an empty map for a quiet country. */
function OffTheMap({
  prepared: { unplaced, countryOnly },
  names,
}: {
  readonly prepared: Prepared;
  readonly names: ReadonlyMap<string, string>;
}) {
  const most = [...countryOnly].toSorted((a, b) => b[1] - a[1]);
  const countries = most
    .slice(0, COUNTRIES_MAX)
    .map(([code, count]) => `${code === '' ? 'at sea or not told' : (names.get(code) ?? code)} ${countInWords(count)}`);
  if (most.length > countries.length) countries.push(`${most.length - countries.length} more countries`);
  if (unplaced === 0 && countries.length === 0) return null;
  return (
    <p className="muted">
      Not on the map:{' '}
      {[
        unplaced === 0 ? '' : `${countInWords(unplaced)} without a place that could be found`,
        countries.length === 0 ? '' : `known by country only: ${countries.join(', ')}`,
      ]
        .filter(words => words !== '')
        .join('; ')}
      .
    </p>
  );
}

function spanOf(from: string | undefined, to: string | undefined): DaySpan {
  return { from: from === undefined ? null : parseIsoDay(from), to: to === undefined ? null : parseIsoDay(to) };
}

function dayOf(day: number | null): string | undefined {
  return day === null ? undefined : (formatIsoDay(day) ?? undefined);
}

function surroundingsOf(near: string | undefined): Surroundings | null {
  const [lat, lon, km] = (near ?? '').split(',').map(Number);
  if (lat === undefined || lon === undefined || km === undefined) return null;
  return [lat, lon, km].every(Number.isFinite) ? { lat, lon, km } : null;
}

function chosenPlace({ places }: Prepared, around: Surroundings | null): number | null {
  if (around === null) return null;
  const found = places.findIndex(({ lat, lon }) => lat === around.lat && lon === around.lon);
  return found === -1 ? null : found;
}
