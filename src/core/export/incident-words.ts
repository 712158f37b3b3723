import type { Incident } from '../model/index.ts';
import { rolesInWords } from './claim-words.ts';
import { eventTypeInWords, listInWords, whenInWords } from './words.ts';

/** An incident in one line: `Raid: A against B, Makalondi, Tuesday 13 October 2026`. */
export function incidentSentence({
  type,
  roles,
  places,
  when,
}: Pick<Incident, 'type' | 'roles' | 'places' | 'when'>): string {
  const name = eventTypeInWords(type);
  const who = roles.length === 0 ? '' : `: ${rolesInWords(roles, type)}`;
  const where = places.length === 0 ? '' : `, ${listInWords(places.map(place => place.name))}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${who}${where}, ${whenInWords(when)}`;
}
