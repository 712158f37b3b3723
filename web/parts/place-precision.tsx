import { placePrecisionInWords } from '../../src/core/export/words.ts';
import type { Place } from '../../src/core/model/index.ts';
import { Unknown } from './unknown.tsx';

type Shown = Pick<Place, 'name' | 'precision' | 'radiusKm' | 'admin1' | 'country'>;

/** A place with how exactly it is known: its name is never shown without. */
export function PlacePrecision({ place }: { readonly place: Shown }) {
  const within = [place.admin1, place.country].filter(part => part !== null && part !== place.name).join(', ');
  return (
    <span className="place">
      <span dir="auto">{place.name}</span>
      {within === '' ? null : <span className="within">, {within}</span>}{' '}
      <span className="precision">
        {place.precision === null ? <Unknown words="not placed on the map" /> : precisionOf(place)}
      </span>
    </span>
  );
}

function precisionOf(place: Shown): string {
  const words = placePrecisionInWords(place);
  return place.radiusKm === null ? words : `${words}, give or take ${kilometres(place.radiusKm)} km`;
}

function kilometres(km: number): string {
  return km < 10 ? String(Math.round(km * 10) / 10) : String(Math.round(km));
}
