import type { Span } from '../model/span.ts';

/** What stands before a report's first sentence: "KABUL, Oct 15 (Reuters) –". */
export interface Dateline {
  /** All of it, with its closing dash, colon or full stop. */
  readonly span: Span;
  /** The words in it that give a day, null where there are none. */
  readonly date: string | null;
  /** The agency in brackets, null where none stands. */
  readonly agency: string | null;
}

const LENGTH_MAX = 120;

/** One word of a name: abbreviated ("St.", "D.I.") or whole. */
const NAME = String.raw`(?:(?:\p{Lu}\p{Ll}?\.)+|\p{Lu}[\p{L}\p{M}'’-]*)`;
/** Up to five of them, with particles of at most three small letters between ("Dar es Salaam"). */
const PLACE = new RegExp(String.raw`^${NAME}(?:[ /](?:\p{Ll}{1,3} ){0,2}${NAME}){0,4}`, 'u');
/** ", Arauca": a comma and one more name, unless that is a month with its day. */
const REGION = new RegExp(String.raw`^, *(?!\p{L}+\.? \d)${NAME}(?: ${NAME}){0,3}(?:\.(?= *[-–—(/]))?`, 'u');
const WEEKDAY = /^,? *\p{Lu}\p{L}+day(?=,? )/u;
/** "June 14", "Oct. 15, 2025": a capitalised word and a number, for calendars have many months. */
const MONTH_DAY = /^,? *\p{Lu}\p{L}{2,}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?(?![\d\p{L}:])/u;
/** "14 June 2025", "21 Rabi' al-Awwal", up to what closes a dateline. */
const DAY_MONTH =
  /^,? *\d{1,2} \p{Lu}\p{L}{2,}['’]?\.?(?:[ -][\p{L}'’-]+){0,2}?(?:,? \d{2}(?:\d{2})?)?(?= *(?:[-–—:(/.,]|$))/u;
/** "(Oct. 15, 2025)" */
const DAY_IN_BRACKETS = /^ *\((?=[^()]*\d{4}\))([\p{L}\d., ]{8,20})\)/u;
const AGENCY = /^ *(?:\((\p{Lu}[^()\n\d]{1,40})\)|\/(\p{Lu}[^/\n\d]{1,30})\/)/u;
const DASH = /^\.? *(?:[–—]|--?(?= ))/;

/**
 * The dateline at `start` of a text, if there is one. By form alone, because no list of places is complete: a name in
 * capitals, or one followed by a region, a day or an agency, then a dash, colon or full stop, then a new sentence. A
 * place and a day may also be a line of their own.
 */
export function datelineAt(text: string, start: number): Dateline | null {
  const lineEnd = text.indexOf('\n', start);
  const line = new Cursor(text.slice(start, lineEnd === -1 ? text.length : lineEnd));
  let date = line.take(MONTH_DAY);
  const place = date === null ? line.take(PLACE) : null;
  if (place !== null && /^\p{L}+day$/iu.test(place)) return null;

  const region = line.take(REGION);
  const beforeDay = line.position;
  line.take(WEEKDAY);
  date ??= line.take(MONTH_DAY) ?? line.take(DAY_MONTH);
  if (date === null) line.position = beforeDay;
  date ??= line.match(DAY_IN_BRACKETS)?.[1] ?? null;
  const [, round, slashed] = line.match(AGENCY) ?? [];
  const agency = round ?? slashed ?? null;
  if ((place === null && agency === null) || line.position > LENGTH_MAX) return null;

  const length = closing(line, {
    isLine: place !== null && date !== null,
    isMarked: date !== null || agency !== null,
    isCapitals: place !== null && isCapitals(place),
    isShouted: isCapitals(line.rest().slice(0, 60)),
    hasRegion: region !== null,
  });
  return length === null
    ? null
    : { span: { start, end: start + length }, date: date?.replace(/^,? */, '') ?? null, agency };
}

/** How sure the parts of a dateline make it. */
interface Parts {
  readonly isLine: boolean;
  readonly isMarked: boolean;
  readonly isCapitals: boolean;
  readonly hasRegion: boolean;
  /** All that follows is in capitals too, which then tell nothing. */
  readonly isShouted: boolean;
}

/** Where the dateline ends; null when what follows its parts shows that it is none. */
function closing(line: Cursor, { isLine, isMarked, isCapitals, hasRegion, isShouted }: Parts): number | null {
  if (/^ *[:.]? *$/.test(line.rest())) return isLine ? line.length() : null;
  const isNamed = isCapitals && !isShouted;
  let isClosed: boolean;
  if (line.take(DASH) !== null) {
    const firstSentence = line.rest().split(/[.!?]["”’]? /, 1)[0] ?? '';
    const isAside = isShouted || /[–—]| --? /.test(firstSentence);
    isClosed = isMarked || isNamed || (hasRegion && !isShouted) || !isAside;
  } else if (line.take(/^ *:/) !== null) isClosed = isMarked || isNamed;
  else if (line.take(/^\./) !== null) isClosed = isMarked || (hasRegion && !isShouted);
  else return null;
  if (!isClosed) return null;
  const isGlued = (isMarked || isNamed) && /^\p{Lu}\p{Ll}/u.test(line.rest());
  return isGlued || beginsSentence(line.rest()) ? line.position : null;
}

/** Whether a new sentence begins: after a space a capital, a digit, an opening mark or a letter without case. */
function beginsSentence(text: string): boolean {
  return /^\s+["“”‘’'«(¡¿[]?[\p{Lu}\p{Lo}\p{N}]/u.test(text);
}

function isCapitals(words: string): boolean {
  return /\p{Lu}{3}/u.test(words) && !/\p{Ll}{2}/u.test(words.replace(/ \p{Ll}{1,3}(?= )/gu, ''));
}

/** A place in a line that moves over what it takes. */
class Cursor {
  position = 0;
  readonly #line: string;

  constructor(line: string) {
    this.#line = line.trimEnd();
  }

  length(): number {
    return this.#line.length;
  }

  rest(): string {
    return this.#line.slice(this.position);
  }

  match(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest());
    if (found !== null) this.position += found[0].length;
    return found;
  }

  take(pattern: RegExp): string | null {
    return this.match(pattern)?.[0] ?? null;
  }
}
