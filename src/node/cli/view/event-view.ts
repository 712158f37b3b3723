import { rolesInWords } from '../../../core/export/claim-words.ts';
import {
  basisInWords,
  eventTypeInWords,
  NOT_STATED,
  placePrecisionInWords,
  whenInWords,
  whenPrecisionInWords,
} from '../../../core/export/words.ts';
import type { Event, Place, When } from '../../../core/model/index.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';

/** What happened, in lines: the kind of event, the sides, each place and the day, with what each of them stands on. */
export function eventView(event: Pick<Event, 'type' | 'roles' | 'places' | 'when'>, indent: number, page: Page) {
  const space = ' '.repeat(indent);
  const label = (word: string) => `${space}${word.padEnd(7)}`;
  const first = (i: number, word: string) => label(i === 0 ? word : '');
  const places = event.places.length === 0 ? hanging(label('where'), NOT_STATED, page) : [];
  return [
    ...hanging(label('sides'), visible(rolesInWords(event.roles, event.type)), page),
    ...places,
    ...event.places.flatMap((place, i) => [
      ...hanging(first(i, 'where'), visible(placeLine(place, page)), page),
      ...reason(label(''), place.why, page),
    ]),
    ...hanging(label('when'), visible(whenLine(event.when)), page),
    ...reason(label(''), event.when.why, page),
  ];
}

/** The kind of event as a heading: `Armed clash`. */
export function eventHeading(type: string): string {
  const words = eventTypeInWords(type);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function placeLine(place: Place, { countries }: Page): string {
  const name = place.country === null ? null : (countries.get(place.country) ?? place.country);
  const country = name === null || name === place.name ? '' : `, ${name}`;
  return `${place.name}${country} (${placePrecisionInWords(place)}; ${basisInWords(place.basis)})`;
}

function whenLine(when: When): string {
  if (when.start === null) return whenInWords(when);
  const words = when.words === null ? '' : `“${when.words}”, `;
  return `${whenInWords(when)} (${words}${whenPrecisionInWords(when) ?? ''}; ${basisInWords(when.basis)})`;
}

/** The reason for a place or day. The code of the problem that it begins with, where it does, is not for reading. */
function reason(prefix: string, why: string, page: Page): readonly string[] {
  const words = why.replace(/^[a-z]+(-[a-z]+)+: /, '');
  return words === '' ? [] : hanging(prefix, visible(words), page, 'faint');
}
