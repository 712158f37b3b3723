import { placePrecisionInWords } from '../../src/core/export/words.ts';
import type { MapPlace, MapSymbol } from './symbols.ts';

/** What the signs of the map mean, and what the one pointed at stands for. */
export function MapKey({
  symbol,
  places,
}: {
  readonly symbol: MapSymbol | null;
  readonly places: readonly MapPlace[];
}) {
  return (
    <div className="map-key">
      <p>
        <span className="key-area" aria-hidden="true" /> area: somewhere within it
        <span className="key-dot" aria-hidden="true" /> dot: place known closely
      </p>
      <p className="map-pointed">{symbol === null ? ' ' : wordsOf(symbol, places)}</p>
    </div>
  );
}

function wordsOf({ count, places: held }: MapSymbol, places: readonly MapPlace[]): string {
  const incidents = `${count} ${count === 1 ? 'incident' : 'incidents'}`;
  const place = places[held[0] ?? -1];
  if (place === undefined) return incidents;
  if (held.length > 1) return `${incidents} at ${held.length} places close together: choose to look closer`;
  return `${incidents}: ${placePrecisionInWords(place)}, give or take ${Math.max(1, Math.round(place.radiusKm))} km`;
}
