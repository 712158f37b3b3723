import { listInWords, whenInWords } from '../../../core/export/words.ts';
import type { Incident } from '../../../core/model/index.ts';
import { eventHeading } from './event-view.ts';

/** Kind, place and day of an incident in one line. */
export function incidentTitle({ type, places, when }: Incident): string {
  const where = places.length === 0 ? '' : `, ${listInWords(places.map(place => place.name))}`;
  return `${eventHeading(type)}${where}, ${when.words === null && when.start === null ? 'no date' : whenInWords(when)}`;
}
