import type { PartOfDay } from '../../../model/when.ts';
import { lowerWord, numberIn, type Pattern, type PatternMatch, type Proposal } from '../pattern.ts';

/** Parts of the day and clock times: "at night", "overnight", "the early hours", "02:00", "11:40 a.m.", "0600 hours". */
export const partOfDayPatterns: readonly Pattern[] = [
  {
    rule: 'overnight',
    letters: /P/,
    read: match => {
      const piece = match.source.pieces[match.from];
      if (piece?.value !== 'overnight') return null;
      return { reading: { type: 'shift', unit: 'day', amount: 1, sign: -1, from: 'published' }, part: 'overnight' };
    },
  },
  { rule: 'part-of-day', letters: /(?:t?E-?|E@t|t|w)?(?<part>P)(?:V|-x)?/, read: readPart },
  {
    rule: 'early-hours',
    letters: /t?(?<edge>[E_x])P?(?<unit>V)/,
    read: match => {
      const edge = lowerWord(match.source, match.group('edge')?.first ?? null);
      if (match.group('unit')?.first.value !== 'hour' || !/^(?:early|late|small|wee)$/.test(edge)) return null;
      return { reading: { type: 'part' }, part: edge === 'late' ? 'late' : 'early' };
    },
  },
  { rule: 'clock', letters: /(?<clock>c)(?<half>g)?[hV]?/, read: readClock },
  { rule: 'clock-hour', letters: /(?<hour>d)(?<half>g)/, read: match => readHour(match, numberIn(match, 'hour')) },
  {
    rule: 'clock-of-part',
    letters: /(?<hour>[dw])@t?(?<part>P)/,
    read: match => {
      const hour = numberIn(match, 'hour');
      const part = match.group('part')?.first.value;
      const led = /^(?:at|about|around|by|until|till|before|after|since)$/.test(
        lowerWord(match.source, match.before()),
      );
      if (hour === null || hour > 12 || !led || typeof part !== 'string') return null;
      const late = part === 'afternoon' || part === 'evening' || (part === 'night' && hour > 5 && hour < 12);
      return clock(`${pad((hour % 12) + (late ? 12 : 0))}:00`);
    },
  },
  {
    rule: 'clock-military',
    letters: /(?<clock>[ny])(?<unit>[hV])/,
    read: match => {
      const unit = match.group('unit')?.first.value;
      const raw = wordOf(match);
      if (
        raw.length !== 4 ||
        Number(raw) >= 2400 ||
        Number(raw.slice(2)) > 59 ||
        (unit === 'hour' && !raw.startsWith('0') && Number(raw) % 5 !== 0)
      )
        return null;
      return unit === 'hour' || match.group('unit')?.first.letter === 'h'
        ? clock(`${raw.slice(0, 2)}:${raw.slice(2)}`)
        : null;
    },
  },
];

function readPart(match: PatternMatch): Proposal | null {
  const part = match.group('part')?.first.value;
  if (part === 'overnight' || typeof part !== 'string') return null;
  const letters = match.source.letters.slice(match.from, match.to);
  if (isName(match)) return null;
  const last = lowerWord(match.source, match.source.pieces[match.to - 1] ?? null);
  // "a night-raid" is in the night, "night-vision sights" are no time.
  if (last === 'vision') return null;
  if (letters.endsWith('-x') && last !== 'time' && last !== 'long') {
    return { reading: { type: 'part' }, part: part as PartOfDay, to: match.to - 2 };
  }
  const hours = letters.includes('V');
  if (hours && match.source.pieces[match.to - 1]?.value !== 'hour')
    return { reading: { type: 'part' }, part: part as PartOfDay, to: match.to - 1 };
  return { reading: { type: 'part' }, part: part as PartOfDay };
}

/** "Operation Red Dawn", "Midnight Hammer": a name, not a time. */
function isName(match: PatternMatch): boolean {
  const piece = match.group('part')?.first;
  if (piece === undefined || !/^\p{Lu}\p{Ll}/u.test(match.source.text.slice(piece.start, piece.end))) return false;
  return (
    match.before()?.letter === '_' ||
    (match.after()?.letter === '_' &&
      match.from === match.group('part')?.from &&
      /[\p{L}]/u.test(match.source.text[match.after()?.start ?? 0] ?? ''))
  );
}

function readClock(match: PatternMatch): Proposal | null {
  const last = match.source.pieces[match.to - 1];
  const proposal = readTime(match);
  return proposal === null || last?.letter !== 'V' || last.value === 'hour'
    ? proposal
    : { ...proposal, to: match.to - 1 };
}

function readTime(match: PatternMatch): Proposal | null {
  const [hour = 0, minute = 0] = wordOf(match).split(/[:.]/).map(Number);
  if (minute > 59 || hour > 24) return null;
  const half = match.group('half')?.first.value;
  if (half === undefined) return clock(`${pad(hour)}:${pad(minute)}`);
  return hour > 12
    ? clock(`${pad(hour)}:${pad(minute)}`)
    : clock(`${pad((hour % 12) + (half === 'pm' ? 12 : 0))}:${pad(minute)}`);
}

function readHour(match: PatternMatch, hour: number | null): Proposal | null {
  if (hour === null || hour > 12) return null;
  return clock(`${pad((hour % 12) + (match.group('half')?.first.value === 'pm' ? 12 : 0))}:00`);
}

function clock(time: string): Proposal {
  return { reading: { type: 'part' }, part: partOfHour(Number(time.slice(0, 2))), clock: time };
}

function partOfHour(hour: number): PartOfDay {
  if (hour < 5 || hour >= 21) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 14) return 'midday';
  return hour < 18 ? 'afternoon' : 'evening';
}

function wordOf(match: PatternMatch): string {
  const piece = match.group('clock')?.first;
  return piece === undefined ? '' : match.source.text.slice(piece.start, piece.end);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
