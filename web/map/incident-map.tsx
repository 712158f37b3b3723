import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { MapKey } from './map-key.tsx';
import { type MapSize, type MapView, viewOfPoints, within, zoomed } from './projection.ts';
import { type MapPlace, type MapSymbol, symbolAt, symbolsOf } from './symbols.ts';
import { useMapPointer } from './use-map-pointer.ts';
import { useMapSize } from './use-map-size.ts';
import { useOutlines } from './use-outlines.ts';
import { usePicture } from './use-picture.ts';

interface MapProps {
  readonly places: readonly MapPlace[];
  /** How many incidents there are at each place, as filtered. */
  readonly counts: ArrayLike<number>;
  /** Number of the place that is chosen; null where none is. */
  readonly chosen: number | null;
  readonly onChoose: (place: number | null) => void;
}

/** A key moves the map by this many pixels. */
const STEP = 80;

/** Where incidents happened, as areas and dots on outlines of the countries. Nothing is fetched from anywhere else. */
export function IncidentMap({ places, counts, chosen, onChoose }: MapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useMapSize(frame);
  const [view, setView] = useMapView(places, size);
  const [pointed, setPointed] = useState<MapSymbol | null>(null);
  const { outlines, isMissing } = useOutlines(view, size);
  const symbols = useMemo(() => symbolsOf(places, counts, view, size), [places, counts, view, size]);
  const current = pointed ?? symbols.find(symbol => chosen !== null && symbol.places.includes(chosen)) ?? null;
  usePicture(canvas, { view, size, outlines, symbols, current });
  const choose = (symbol: MapSymbol | null) => {
    const first = symbol?.places[0];
    if (symbol === null) onChoose(null);
    else if (symbol.places.length > 1 && areApart(places, symbol)) setView(zoomed(view, size, 3, symbol));
    else if (first !== undefined) onChoose(first);
  };
  useMapPointer(canvas, view, size, {
    onView: setView,
    onPoint: at => setPointed(at === null ? null : symbolAt(symbols, at)),
    onChoose: at => choose(symbolAt(symbols, at)),
  });
  const middle = { x: size.width / 2, y: size.height / 2 };
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = viewByKey(event.key, view, size);
    if (moved === null) return;
    event.preventDefault();
    setView(moved);
  };
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        className="map-frame"
        ref={frame}
        role="group"
        aria-label="Map"
        aria-describedby="map-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} role="img" aria-label={wordsOf(symbols)} />
        <div className="map-buttons screen-only">
          <button type="button" aria-label="Enlarge" onClick={() => setView(zoomed(view, size, 2, middle))}>
            +
          </button>
          <button type="button" aria-label="Make smaller" onClick={() => setView(zoomed(view, size, 0.5, middle))}>
            −
          </button>
          <button type="button" onClick={() => setView(wholeView(places, size))}>
            All
          </button>
        </div>
      </div>
      <figcaption>
        <MapKey symbol={current} places={places} />
        {isMissing ? (
          <p className="muted">The outlines of the countries could not be loaded; places are right without them.</p>
        ) : null}
        <p className="spoken" id="map-help">
          Arrow keys move the map, plus and minus enlarge it and make it smaller, 0 shows everything. The same places
          stand in a list below.
        </p>
      </figcaption>
    </figure>
  );
}

/** The view, at first of all places there are; what the reader chose stays while filters change. */
function useMapView(places: readonly MapPlace[], size: MapSize) {
  const [chosen, setChosen] = useState<MapView | null>(null);
  const whole = useMemo(() => wholeView(places, size), [places, size]);
  return [chosen === null ? whole : within(chosen, size), setChosen] as const;
}

function wholeView(places: readonly MapPlace[], size: MapSize): MapView {
  return viewOfPoints(
    places.map(({ flat }) => flat),
    size,
  );
}

function viewByKey(key: string, view: MapView, size: MapSize): MapView | null {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const moved = (right: number, down: number) =>
    within(
      {
        ...view,
        middle: { x: view.middle.x + (right * STEP) / view.scale, y: view.middle.y + (down * STEP) / view.scale },
      },
      size,
    );
  switch (key) {
    case 'ArrowLeft':
      return moved(-1, 0);
    case 'ArrowRight':
      return moved(1, 0);
    case 'ArrowUp':
      return moved(0, -1);
    case 'ArrowDown':
      return moved(0, 1);
    case '+':
    case '=':
      return zoomed(view, size, 1.5, middle);
    case '-':
      return zoomed(view, size, 1 / 1.5, middle);
    case '0':
      return within({ middle: { x: 0.5, y: 0.42 }, scale: 0 }, size);
    default:
      return null;
  }
}

/** Whether the places of a symbol lie at different points, so that a closer look tells them apart. */
function areApart(places: readonly MapPlace[], symbol: MapSymbol): boolean {
  const [first, ...others] = symbol.places.flatMap(index => places[index] ?? []);
  return others.some(({ lon, lat }) => lon !== first?.lon || lat !== first.lat);
}

function wordsOf(symbols: readonly MapSymbol[]): string {
  const count = symbols.reduce((sum, symbol) => sum + symbol.count, 0);
  const areas = symbols.filter(({ kind }) => kind === 'area').length;
  return `Map with ${count} incidents in sight: ${areas} areas within which something happened, ${symbols.length - areas} dots for places known closely`;
}
