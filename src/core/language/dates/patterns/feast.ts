import { lowerWord, numberIn, type Pattern, type PatternMatch, type Proposal } from '../pattern.ts';
import type { Feast } from '../reading.ts';

/** Feasts and months of the Islamic year: "during Ramadan", "Eid al-Adha", "21 Rabi' al-Awwal", "Christmas Eve". */
export const feastPatterns: readonly Pattern[] = [
  { rule: 'feast', letters: /(?<day>[dO])?(?<feast>H)/, read: readFeast },
  {
    rule: 'new-year',
    letters: /_U'_/,
    read: match => {
      const words = match.source.text.slice(
        match.source.pieces[match.from]?.start,
        match.source.pieces[match.to - 1]?.end,
      );
      const kind = /^New Year['’]s (Eve|Day)$/.exec(words)?.[1];
      if (kind === undefined) return null;
      return {
        reading: { type: 'named', name: "New Year's", year: null, feast: kind === 'Eve' ? 'new-year-eve' : 'new-year' },
      };
    },
  },
];

interface Tail {
  readonly pattern: RegExp;
  readonly month: number;
  readonly day: number | null;
  readonly length: number | null;
}

/** What may follow the first word of a name, by that word. Each is tried at its end only, and is a few words long. */
const TAILS: Readonly<Record<string, readonly Tail[]>> = {
  '3': [
    { pattern: /^['’]?[ -]a[lw][- ]?aw+al\b/i, month: 3, day: null, length: null },
    { pattern: /^['’]?[ -](?:al|ath|as|us|uth)[- ]?(?:thani|sani|akhir)\b/i, month: 4, day: null, length: null },
  ],
  '5': [
    { pattern: /^[ -](?:al[- ]?)?(?:awwal|ula)\b/i, month: 5, day: null, length: null },
    { pattern: /^[ -](?:al|ath|as)?[- ]?(?:thani|thaniya|akhir|akhira)\b/i, month: 6, day: null, length: null },
  ],
  '11': [
    { pattern: /^[ -]?(?:al|ul)[- ]?qi?['’]?a?dah?\b/i, month: 11, day: null, length: null },
    { pattern: /^[ -]?(?:al|ul)[- ]?hijj?ah?\b/i, month: 12, day: null, length: null },
  ],
  eid: [
    { pattern: /^[ -](?:al|ul)[- ]?fitr\b/i, month: 10, day: 1, length: 3 },
    { pattern: /^[ -](?:al|ul)[- ]?(?:adha|azha)\b/i, month: 12, day: 10, length: 4 },
  ],
};

function readFeast(match: PatternMatch): Proposal | null {
  const feast = match.group('feast')?.first;
  if (feast === undefined || typeof feast.value !== 'string') return null;
  if (/^(?:operation|white|operations)$/.test(lowerWord(match.source, match.before()))) return null;
  const from = match.group('feast')?.from ?? match.from;
  const rest = match.source.text.slice(feast.end, feast.end + 40);
  const gregorian = readGregorian(match, feast.value, rest);
  if (gregorian !== null) return gregorian;
  const tails = TAILS[feast.value];
  const tail = tails?.find(({ pattern }) => pattern.test(rest));
  const stop = tail === undefined ? feast.end : feast.end + (tail.pattern.exec(rest)?.[0].length ?? 0);
  const day = numberIn(match, 'day');
  const year = /^,? (1[34]\d\d)\b(?: AH\b)?/.exec(match.source.text.slice(stop, stop + 12));
  const to = pieceAfter(match, stop + (year?.[0].length ?? 0));
  const hijriYear = year === null ? null : Number(year[1]);
  if (tail !== undefined) {
    const given = tail.day === null ? day : tail.day;
    const reading = { type: 'hijri', year: hijriYear, month: tail.month, day: given, length: tail.length } as const;
    return { reading, from: tail.day === null ? match.from : from, to };
  }
  if (feast.value === 'eid') return { reading: { type: 'named', name: 'Eid', year: null }, from };
  if (feast.value === 'ashura') return { reading: { type: 'hijri', year: null, month: 1, day: 10, length: 1 }, from };
  if (tails !== undefined) return null;
  // "Safar" is also a name of persons: without a day it is not taken for the month.
  if (feast.value === '2' && day === null) return null;
  return { reading: { type: 'hijri', year: hijriYear, month: Number(feast.value), day, length: null }, to };
}

function readGregorian(match: PatternMatch, name: string, rest: string): Proposal | null {
  if (name !== 'christmas' && name !== 'easter' && name !== 'nowruz') return null;
  const tail = /^ (?:Eve|Day|Sunday|night)\b/.exec(rest)?.[0] ?? '';
  const year = /^,? (?:of |in )?(\d{4})\b/.exec(rest.slice(tail.length));
  const stop = (match.group('feast')?.first.end ?? 0) + tail.length + (year?.[0].length ?? 0);
  const feast: Feast = name === 'christmas' && tail === ' Eve' ? 'christmas-eve' : name;
  const proposal = {
    reading: { type: 'named', name, year: year === null ? null : Number(year[1]), feast },
    to: pieceAfter(match, stop),
  } as const;
  const start = match.group('feast')?.from ?? match.from;
  return tail === ' night' ? { ...proposal, from: start, part: 'night' } : { ...proposal, from: start };
}

/** Index of the first piece that starts at or after an offset. */
function pieceAfter(match: PatternMatch, offset: number): number {
  let at = match.from;
  while ((match.source.pieces[at]?.start ?? Number.POSITIVE_INFINITY) < offset) at += 1;
  return at;
}
