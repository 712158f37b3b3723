import type { Filter } from '../ledger/index.ts';
import { dayInWords } from './words.ts';

/** What a filter asks for, a part in words each. */
export function filterInWords(filter: Filter): readonly string[] {
  const {
    from,
    to,
    country,
    admin1,
    near,
    box: inBox,
    actor,
    type,
    harm,
    atLeast,
    source,
    text,
    contradicted,
  } = filter;
  const part = (value: string | number | undefined, words: string) =>
    value === undefined ? [] : [`${words} ${value}`];
  return [
    ...part(from === undefined ? from : dayInWords(from), 'from'),
    ...part(to === undefined ? to : dayInWords(to), 'until'),
    ...part(country, 'country'),
    ...part(admin1, 'province'),
    ...(near === undefined ? [] : [`within ${near.km} km of ${near.lat}, ${near.lon}`]),
    ...(inBox === undefined ? [] : [`between ${inBox.west}, ${inBox.south} and ${inBox.east}, ${inBox.north}`]),
    ...part(actor, 'actor'),
    ...part(type, 'type'),
    ...part(harm, 'harm'),
    ...part(atLeast, 'figures from'),
    ...part(source, 'publisher'),
    ...part(text, 'words'),
    ...(contradicted === true ? ['contradicted'] : []),
  ];
}
