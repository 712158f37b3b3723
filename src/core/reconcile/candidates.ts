import { foldName } from '../base/fold-name.ts';
import { byText } from './order.ts';
import { placesOf } from './place-shape.ts';
import type { Profile } from './profile.ts';

const KM_PER_DEGREE = 111;
/** A shape larger than this covers too many cells to look for by cell; its parties and words find it. */
const CELL_RADIUS_KM = 150;
/** A time longer than this is as good as none. */
const DAYS_MAX = 120;
/** So many of its heaviest words find an account whose place and sides are not known. */
const KEY_WORDS = 5;

/**
 * Finds the accounts that could tell of the same happening without comparing all with all: those that share a week and
 * beside it a place cell, a place name, a party or one of the words that set the text apart. An account without a day
 * stands in every week that its publication allows; one without both is compared whatever the week.
 */
export class CandidateIndex {
  readonly #drawers = new Map<string, Profile[]>();

  add(profile: Profile): void {
    const weeks = weeksOf(profile);
    for (const key of keysOf(profile)) {
      this.#drawer(`any ${key}`).push(profile);
      for (const week of weeks.length === 0 ? ['undated'] : weeks) this.#drawer(`${week} ${key}`).push(profile);
    }
  }

  /** The candidates for an account, each once, in the order in which they were added. */
  of(profile: Profile): readonly Profile[] {
    const found = new Set<Profile>();
    const weeks = weeksOf(profile);
    for (const key of keysOf(profile)) {
      const drawers = weeks.length === 0 ? [`any ${key}`] : [...weeks, 'undated'].map(week => `${week} ${key}`);
      for (const drawer of drawers) for (const other of this.#drawers.get(drawer) ?? []) found.add(other);
    }
    found.delete(profile);
    return [...found];
  }

  #drawer(key: string): Profile[] {
    const drawer = this.#drawers.get(key) ?? [];
    this.#drawers.set(key, drawer);
    return drawer;
  }
}

/** Numbers of the weeks in which it may have been, with a day to either side; none where nothing bounds it closely. */
function weeksOf({ time, bound }: Profile): readonly string[] {
  const span = time ?? bound;
  if (span === null || span.last - span.first > DAYS_MAX) return [];
  const weeks: string[] = [];
  for (let week = Math.floor((span.first - 1) / 7); week <= Math.floor((span.last + 1) / 7); week++) {
    weeks.push(String(week));
  }
  return weeks;
}

function keysOf(profile: Profile): readonly string[] {
  const keys = new Set<string>();
  for (const { lat, lon, radiusKm } of profile.discs) {
    if (radiusKm > CELL_RADIUS_KM) continue;
    const reach = (radiusKm + 20) / KM_PER_DEGREE;
    const reachLon = reach / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
    for (let row = Math.floor(lat - reach); row <= Math.floor(lat + reach); row++) {
      for (let column = Math.floor(lon - reachLon); column <= Math.floor(lon + reachLon); column++) {
        keys.add(`cell ${row} ${((column + 540) % 360) - 180}`);
      }
    }
  }
  for (const { name } of placesOf(profile.account)) keys.add(`place ${foldName(name)}`);
  for (const { id, name, kind, country } of profile.parties) {
    const state = (kind === 'government' || kind === 'military' || kind === 'police') && country !== null;
    keys.add(state ? `state ${country}` : `party ${id ?? foldName(name)}`);
    keys.add(`name ${foldName(name)}`);
  }
  const heaviest = [...profile.words].sort(([a, x], [b, y]) => y - x || byText(a, b)).slice(0, KEY_WORDS);
  for (const [term] of heaviest) keys.add(`word ${term}`);
  return [...keys];
}
