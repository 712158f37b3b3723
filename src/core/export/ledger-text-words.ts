import type { ActorRef, Claimant, Estimate, Place, Span, When } from '../model/index.ts';
import { claimantName } from '../model/index.ts';

/** How much of a report's own words the text form repeats: all, or only where they stand and how they begin. */
export interface LedgerTextOptions {
  readonly quotes: 'full' | 'short';
}

const SHORT_WORDS = 3;

/** Words of a report in quotation marks; in the short form with the span that they stand at, and cut short. */
export function quoted(words: string, span: Span | null, options: LedgerTextOptions): string {
  const at = options.quotes === 'full' || span === null ? '' : `[${span.start}, ${span.end}) `;
  return `${at}"${briefly(words, options)}"`;
}

/** Words of a report on one line; in the short form at most the first three. */
export function briefly(words: string, { quotes }: LedgerTextOptions): string {
  const all = words.trim().split(/\s+/);
  return quotes === 'full' || all.length <= SHORT_WORDS ? all.join(' ') : `${all.slice(0, SHORT_WORDS).join(' ')} …`;
}

/** A number as `12`, `12..`, `..40`, `10..12` or `?`, then its qualifier where it is not exact. */
export function countText(value: Estimate): string {
  const best =
    value.best === null || value.best === value.low || value.best === value.high ? '' : ` best ${value.best}`;
  return `${boundsText(value)}${best}${value.qualifier === 'exact' ? '' : ` ${value.qualifier}`}`;
}

/** Two bounds as `12`, `12..`, `..40`, `10..12`; `?` where neither is known. */
export function boundsText({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  if (low === null && high === null) return '?';
  return low === high ? String(low) : `${low ?? ''}..${high ?? ''}`;
}

/** An actor by its name, with the rule where no words name it; `?` where nobody is told. */
export function actorText(actor: ActorRef | null): string {
  if (actor === null) return '?';
  return actor.basis === 'implied'
    ? `${actor.name} (implied${actor.rule === null ? '' : `: ${actor.rule}`})`
    : actor.name;
}

/** Who says it: `author`, `unnamed ("a doctor")`, `Army of Chad ("the army") via "Radio Oku"`. */
export function claimantText(claimant: Claimant, options: LedgerTextOptions): string {
  const words = claimant.words === null ? '' : ` (${quoted(claimant.words, null, options)})`;
  const via = claimant.via.map(name => ` via ${quoted(name, null, options)}`).join('');
  return `${claimantName(claimant)}${words}${via}`;
}

/** A place with its country, coordinates and precision, or the note that it is not resolved. */
export function placeText(place: Place): string {
  const country = place.country === null ? '' : `, ${place.country}`;
  if (place.precision === null) return `${place.name}${country}, unresolved`;
  const at = place.lat === null || place.lon === null ? '' : ` (${place.lat.toFixed(2)}, ${place.lon.toFixed(2)})`;
  return `${place.name}${country}${at}, precision ${place.precision}, ${place.basis}`;
}

/** A day or interval with its precision, part of the day and words; `?` where no day is known. */
export function whenText(when: When, options: LedgerTextOptions): string {
  const words = when.words === null ? '' : ` ${quoted(when.words, when.span, options)}`;
  if (when.start === null) return `?${words}`;
  const days = when.start === when.end ? when.start : `${when.start}/${when.end}`;
  const part = when.partOfDay === null ? '' : `, ${when.partOfDay}`;
  return `${days}, precision ${when.precision}${part}, ${when.basis}${words}`;
}
