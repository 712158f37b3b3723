import type { MucSlot, MucValue } from './muc-slots.ts';

const STRINGS: ReadonlySet<MucSlot> = new Set([
  'instrument_id',
  'perp_individual',
  'perp_org',
  'phys_id',
  'hum_name',
  'hum_desc',
]);
const NUMBERS: ReadonlySet<MucSlot> = new Set(['phys_number', 'hum_number', 'phys_total', 'hum_total']);

/** Values of the key and the broader terms for them, which are partly right. */
const BROADER: Readonly<Record<string, readonly string[]>> = {
  'SUSPECTED OR ACCUSED BY AUTHORITIES': ['SUSPECTED OR ACCUSED'],
  'NO INJURY OR DEATH': ['NO INJURY', 'NO DEATH'],
  'NO DEATH': ['NO INJURY'],
  'SOME DAMAGE': ['DESTROYED'],
  'GOVERNMENT OFFICE OR RESIDENCE': ['POLITICAL FIGURE OFFICE OR RESIDENCE'],
  'GOVERNMENT OFFICIAL': ['POLITICAL FIGURE'],
  'FORMER GOVERNMENT OFFICIAL': ['GOVERNMENT OFFICIAL', 'POLITICAL FIGURE'],
  'FORMER ACTIVE MILITARY': ['ACTIVE MILITARY'],
  'MACHINE GUN': ['GUN'],
  MORTAR: ['GUN'],
  HANDGUN: ['GUN'],
  RIFLE: ['GUN'],
  'VEHICLE BOMB': ['BOMB', 'EXPLOSIVE'],
  DYNAMITE: ['BOMB', 'EXPLOSIVE'],
  MINE: ['BOMB', 'EXPLOSIVE'],
  'AERIAL BOMB': ['BOMB', 'EXPLOSIVE'],
  BOMB: ['EXPLOSIVE'],
  GRENADE: ['EXPLOSIVE'],
  'MOLOTOV COCKTAIL': ['EXPLOSIVE'],
  MISSILE: ['PROJECTILE'],
  ROCKET: ['PROJECTILE'],
};

const BEFORE: ReadonlySet<string> = new Set(
  'A AN THE THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME ALL FEW ANY ANOTHER OTHER CERTAIN OF'.split(
    ' ',
  ),
);
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** How far a value of the response (first) is one of the key: 1, 0.5 or 0. */
export function matchValue(slot: MucSlot, mine: MucValue, key: MucValue): number {
  if (slot === 'incident_location')
    return mine.path !== undefined && key.path !== undefined ? matchPlace(mine.path, key.path) : 0;
  const [a, b] = [mine.value ?? '', key.value ?? ''];
  if (slot === 'incident_date') return matchDate(a, b);
  if (STRINGS.has(slot)) return matchWords(a, b);
  if (NUMBERS.has(slot)) return matchNumber(a, b);
  const [one, other] = [a.trim().toUpperCase(), b.trim().toUpperCase()];
  if (one === other) return 1;
  if (slot === 'incident_type') return one === 'ATTACK' ? 0.5 : 0;
  return (BROADER[other] ?? []).includes(one) ? 0.5 : 0;
}

function wordsOf(text: string): string[] {
  const words =
    text
      .toUpperCase()
      .replaceAll("'S ", ' ')
      .match(/[A-Z0-9]+/g) ?? [];
  let first = 0;
  while (words.length - first > 1 && BEFORE.has(words[first])) first++;
  return words.slice(first);
}

function matchWords(mine: string, key: string): number {
  const [x, y] = [wordsOf(mine), wordsOf(key)];
  if (x.length === 0 || y.length === 0) return 0;
  if (x.join(' ') === y.join(' ')) return 1;
  const [mineHolds, keyHolds] = [y.every(word => x.includes(word)), x.every(word => y.includes(word))];
  const sameEnd = x.at(-1) === y.at(-1);
  if (sameEnd && mineHolds) return 1;
  if (sameEnd && keyHolds) return 0.5;
  if (keyHolds && !mineHolds && (sameEnd || x[0] === y[0])) return 0.5;
  return mineHolds && new Set(x.filter(word => y.includes(word))).size >= 2 ? 0.5 : 0;
}

/** A day as a number, and whether it names the day or only its month; null where it is none. */
function dayOf(text: string): readonly [number, boolean] | null {
  const [, day, month = '', year] = /^(?:(\d{1,2})\s+)?([A-Z]{3})[A-Z]*\s+(?:19|20)?(\d{2})$/.exec(text.trim()) ?? [];
  const at = MONTHS.indexOf(month);
  return at < 0 ? null : [Number(year) * 372 + at * 31 + Number(day ?? 0), day !== undefined];
}

/** The days that a date means: `02 FEB 90`, `- 02 FEB 90` (then or before), a range, a whole month. */
function daysOf(text: string): readonly [number | null, number] | null {
  const bare = text
    .toUpperCase()
    .replace(/[()?~]/g, '')
    .trim();
  const dash = bare.indexOf('-');
  if (dash < 0) {
    const day = dayOf(bare);
    if (day === null) return null;
    return day[1] ? [day[0], day[0]] : [day[0] + 1, day[0] + 31];
  }
  const [from, to] = [dayOf(bare.slice(0, dash)), dayOf(bare.slice(dash + 1))];
  return to === null ? null : [from === null ? null : from[0], to[0]];
}

function matchDate(mine: string, key: string): number {
  const [x, y] = [daysOf(mine), daysOf(key)];
  if (x === null || y === null) return mine.trim() === key.trim() && mine.trim() !== '' ? 1 : 0;
  const [[from, to], [keyFrom, keyTo]] = [x, y];
  if (from === keyFrom && to === keyTo) return 1;
  // An open range must end on the day of the key.
  if (from === null) return to === keyTo ? 0.5 : 0;
  const low = keyFrom ?? keyTo - 31;
  if (from === to) return low <= from && from <= keyTo ? 0.5 : 0;
  return from <= keyTo && low <= to ? 0.5 : 0;
}

function matchPlace(mine: readonly string[], key: readonly string[]): number {
  const bare = (path: readonly string[]) =>
    path
      .filter(part => part.trim() !== '')
      .map(part =>
        part
          .replace(/\([^)]*\)/g, '')
          .replace(/\s+/g, ' ')
          .trim()
          .toUpperCase(),
      );
  const [x, y] = [bare(mine), bare(key)];
  if (x.length === 0 || y.length === 0) return 0;
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((part, i) => part === b[i]);
  if (x[0] === y[0]) return isSame(x, y) ? 1 : 0.5;
  return x.length > 1 && y.length > 1 && isSame(x.slice(1), y.slice(1)) ? 0.5 : 0;
}

function matchNumber(mine: string, key: string): number {
  const [a, b] = [mine, key].map(text => text.toUpperCase().replaceAll(' ', '').trim());
  if (a === b) return 1;
  if (!/^\d+$/.test(a)) return 0;
  const range = /^(\d+)-(\d+)$/.exec(b);
  return (range !== null && (range[1] === a || range[2] === a)) || b === `~${a}` ? 0.5 : 0;
}
