import { lowerWord } from './pattern.ts';
import type { Pieces } from './pieces.ts';
import type { Candidate, Reading } from './reading.ts';

/**
 * Refiners: they take candidates in text order without overlaps and join those that are one expression
 * ("early" + "Wednesday", "the night of" + "7 October", "02:00" + "on 4 July", "1 May" – "5 June").
 */
export type Refiner = (candidates: readonly Candidate[], source: Pieces) => readonly Candidate[];

/** Of overlapping candidates the longest stays; of equals the one whose pattern stands first. */
export function dropOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates
    .map((candidate, order) => ({ candidate, order }))
    .sort((a, b) => a.candidate.from - b.candidate.from || b.candidate.to - a.candidate.to || a.order - b.order);
  const kept: Candidate[] = [];
  for (const { candidate } of sorted) {
    const last = kept.at(-1);
    if (last === undefined || candidate.from >= last.to) kept.push(candidate);
    else if (candidate.to - candidate.from > last.to - last.from) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/** "early Wednesday", "mid-July", "the end of 1944", "late on Friday": the edge before a date joins it. */
export function joinEdges(candidates: readonly Candidate[], source: Pieces): readonly Candidate[] {
  return candidates.map((candidate, i) => {
    if (candidate.edge !== null || !hasEdges(candidate.reading)) return candidate;
    const before = source.letters.slice(Math.max(candidates[i - 1]?.to ?? 0, candidate.from - 4), candidate.from);
    const lead = /t?(?:E(?:-|@t?|ot?)?|[FB]@)$/.exec(before)?.[0];
    if (lead === undefined) return candidate;
    const from = candidate.from - lead.length;
    const piece = source.pieces[from + (lead.startsWith('t') ? 1 : 0)];
    if (piece === undefined) return candidate;
    if (piece.letter !== 'E')
      return takesLater(candidate, lowerWord(source, piece)) ? { ...candidate, from } : candidate;
    const edge = piece.value;
    // "beginning on 12 August", "to end by August": the nouns are edges only with "of".
    if (!/^(?:early|mid|late)$/.test(lowerWord(source, piece)) && !lead.includes('o')) return candidate;
    if (edge !== 'early' && edge !== 'mid' && edge !== 'late') return candidate;
    // "the start of Wednesday" is odd, and "early" before a day is a part of the day.
    if (isDay(candidate.reading)) {
      return edge === 'mid' || candidate.part !== null ? candidate : { ...candidate, from, part: edge };
    }
    return { ...candidate, from, edge };
  });
}

/** "later in 1792", "earlier in the summer". */
function takesLater({ reading, edge }: Candidate, word: string): boolean {
  const coarse = (reading.type === 'calendar' && reading.month === null) || reading.type === 'season';
  return coarse && edge === null && (word === 'later' || word === 'earlier');
}

/** "more than three years", "at least a week", "around March 1981": words that make an amount or a date rough join it. */
export function joinApproximations(candidates: readonly Candidate[], source: Pieces): readonly Candidate[] {
  return candidates.map((candidate, i) => {
    const from = Math.max(candidates[i - 1]?.to ?? 0, candidate.from - 4);
    const start = source.pieces[from]?.start;
    const stop = source.pieces[candidate.from]?.start;
    if (start === undefined || stop === undefined || !isRough(candidate, source)) return candidate;
    const words = source.text.slice(start, stop).toLowerCase();
    const patterns = candidate.reading.type === 'calendar' ? ABOUT_DATE : ABOUT_AMOUNT;
    const lead = patterns.map(pattern => pattern.exec(words)?.[0]).find(found => found !== undefined);
    return lead === undefined ? candidate : { ...candidate, from: candidate.from - lead.trim().split(/\s+/).length };
  });
}

const ABOUT_AMOUNT: readonly RegExp[] = [
  /\b(?:a little |slightly |just |well |no )?(?:more|less|fewer) than\s$/,
  /\bat (?:least|most)\s$/,
  /\b(?:under|close to|up to)\s$/,
  // "for over a month", but not "over a month", which may mean in its course.
  /(?<=\b(?:for|took|just|in|after) )over\s$/,
];
const ABOUT_DATE: readonly RegExp[] = [/\b(?:around|about|circa)\s$/];

function isRough({ reading, from }: Candidate, source: Pieces): boolean {
  if (reading.type === 'calendar') return reading.day === null;
  const counted = reading.type === 'length' || reading.type === 'shift' || reading.type === 'stretch';
  return counted && /^[dny#wqa]$/.test(source.letters[from] ?? '');
}

/** "the night of 7 October", "in the early hours of Friday", "Friday night", "02:00 on 4 July", "July 4 at 2 a.m.". */
export function joinParts(candidates: readonly Candidate[], source: Pieces): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const candidate of candidates) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : source.letters.slice(last.to, candidate.from);
    if (last !== undefined && isPart(last) && takesPart(candidate) && PART_FIRST.test(gap)) {
      out[out.length - 1] = merge(candidate, last, last.from, candidate.to);
    } else if (
      last !== undefined &&
      candidate.reading.type === 'part' &&
      takesPart(last) &&
      (candidate.clock === null ? /^$/ : CLOCK_SECOND).test(gap)
    ) {
      out[out.length - 1] = merge(last, candidate, last.from, candidate.to);
    } else out.push(candidate);
  }
  return out;
}

/** "overnight" alone is a night of its own, before a day it is a part of that. */
function isPart({ reading, part }: Candidate): boolean {
  return reading.type === 'part' || (reading.type === 'shift' && part === 'overnight');
}

const PART_FIRST = /^(?:_{0,2}|x)?,?(?:o|@|f)?t?$/;
const CLOCK_SECOND = /^,?@?~?$/;

function merge(date: Candidate, part: Candidate, from: number, to: number): Candidate {
  return { ...date, from, to, part: part.part ?? date.part, clock: part.clock ?? date.clock };
}

function takesPart(candidate: Candidate): boolean {
  if (candidate.reading.type === 'range') return candidate.part === null;
  return (
    isDay(candidate.reading) &&
    candidate.clock === null &&
    (candidate.part === null || candidate.part === 'early' || candidate.part === 'late')
  );
}

/** "yesterday Tuesday", "today, 15 October": two names of one day; a written date says more than "today". */
export function joinAppositions(candidates: readonly Candidate[], source: Pieces): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const candidate of candidates) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : source.letters.slice(last.to, candidate.from);
    if (last === undefined || (gap !== '' && gap !== ',') || !isDeictic(last) || !namesDay(candidate))
      out.push(candidate);
    else {
      const reading = candidate.reading.type === 'calendar' ? candidate.reading : last.reading;
      const [part, clock] = [candidate.part ?? last.part, candidate.clock ?? last.clock];
      out[out.length - 1] = { ...last, to: candidate.to, reading, part, clock };
    }
  }
  return out;
}

function isDeictic({ reading, rule }: Candidate): boolean {
  return rule === 'yesterday' && reading.type === 'shift';
}

function namesDay({ reading }: Candidate): boolean {
  return (
    (reading.type === 'weekday' && reading.weeks === null) || (reading.type === 'calendar' && reading.day !== null)
  );
}

/** "from 1 May to 5 June", "between Monday and Wednesday", "1915–1918", "Sunday to Monday". */
export function joinRanges(candidates: readonly Candidate[], source: Pieces): readonly Candidate[] {
  const out: Candidate[] = [];
  for (const candidate of candidates) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : source.letters.slice(last.to, candidate.from);
    const lead = last === undefined ? '' : source.letters.slice(Math.max(0, last.from - 2), last.from);
    if (last !== undefined && canRange(last, candidate) && connects(lead, gap)) {
      out[out.length - 1] = {
        from: last.from,
        to: candidate.to,
        rule: 'range',
        reading: { type: 'range', from: inherit(last, candidate), to: candidate },
        part: last.part ?? null,
        clock: null,
        edge: null,
      };
    } else out.push(candidate);
  }
  return out;
}

function connects(lead: string, gap: string): boolean {
  if (gap === '-' || gap === '>' || gap === '>t') return true;
  return (gap === '&' || gap === '&t') && /bt?$/.test(lead);
}

function canRange(a: Candidate, b: Candidate): boolean {
  const [x, y] = [a.reading, b.reading];
  if (x.type === 'range' || y.type === 'range') return false;
  if (x.type === 'calendar' && y.type === 'calendar')
    return (x.day === null) === (y.day === null) && (x.month === null) === (y.month === null);
  if (x.type === 'part' && y.type === 'part') return a.clock !== null && b.clock !== null;
  return x.type === y.type && (x.type === 'weekday' || x.type === 'season');
}

/** "1 May to 5 June 2023": the first end takes the year of the second. */
function inherit(a: Candidate, b: Candidate): Candidate {
  if (a.reading.type !== 'calendar' || b.reading.type !== 'calendar' || a.reading.year !== null) return a;
  return { ...a, reading: { ...a.reading, year: b.reading.year } };
}

function hasEdges(reading: Reading): boolean {
  switch (reading.type) {
    case 'calendar':
    case 'weekday':
    case 'season':
    case 'decade':
    case 'century':
      return true;
    case 'shift':
      return (
        reading.unit !== 'hour' && reading.unit !== 'minute' && (reading.unit !== 'day' || (reading.amount ?? 9) <= 1)
      );
    default:
      return false;
  }
}

/** Whether the words name one day. */
export function isDay(reading: Reading): boolean {
  if (reading.type === 'calendar') return reading.day !== null;
  return (
    reading.type === 'weekday' ||
    (reading.type === 'shift' && reading.unit === 'day') ||
    (reading.type === 'named' && reading.feast !== undefined)
  );
}
