import type { Draft } from './actor-mention.ts';
import { isAcronym, isCapital } from './atoms.ts';
import { findName } from './name-finder.ts';
import { findNationality } from './nationality-finder.ts';
import { follows, longest, type Scan, wordEnd } from './scan.ts';
import type { Body } from './sense.ts';

const LONGEST_NAME = 9;

/**
 * A name that the register does not have but whose own words say what it is: "Army of Liberation of Congo", "Levant Brigades",
 * "Hema militia". It keeps its words, and is never forced into a group that is known.
 */
export function findUnknownGroup(scan: Scan, at: number): Draft | null {
  const numbered = findNumberedUnit(scan, at);
  if (numbered !== null) return numbered;
  const first = scan.atoms[at];
  if (first === undefined || !isCapital(first.raw) || /^\d/.test(first.raw) || wordEnd(scan, at, 'function') > 0)
    return null;
  const writing = scan.writing[scan.sentenceOf[at] ?? 0];
  if (writing === 'capitals' || writing === 'title' || longest(scan, at, 'person') !== null) return null;
  const known = longest(scan, at, 'actor', ({ contested }) => !contested);
  if (known !== null && known.to > at + 1) return null;
  const end = capitalsEnd(scan, at);
  if (unitWithin(scan, at + 1, end)) {
    return { from: at, to: end, form: 'unknown-group', target: { type: 'implied', body: 'military' } };
  }
  const capital = headOf(scan, at, end);
  if (capital !== null) return capital;
  const last = bandEnd(scan, end);
  if (last < 0) return null;
  return {
    from: at,
    to: last,
    form: 'unknown-group',
    named: true,
    target: { type: 'own', kind: 'armed-group', country: null },
  };
}

/** A numbered unit of an army: "Eighteenth Brigade", "79th Air Assault Brigade". It is the military of the report's state. */
export function findNumberedUnit(scan: Scan, at: number): Draft | null {
  const first = scan.atoms[at];
  if (first === undefined || !isCapital(first.raw)) return null;
  const counts = /^\d+$/.test(first.key) && (scan.hits[at + 1] ?? []).some(({ sense }) => sense.type !== 'word');
  if (counts || (!/^\d+(?:st|nd|rd|th)?$/.test(first.key) && wordEnd(scan, at, 'ordinal') < 0)) return null;
  for (let i = at + 1; i < at + 5 && follows(scan, i); i++) {
    const atom = scan.atoms[i];
    if (atom === undefined || !isCapital(atom.raw)) return null;
    if (wordEnd(scan, i, 'unit') > 0) {
      return { from: at, to: i + 1, form: 'unknown-group', target: { type: 'implied', body: 'military' } };
    }
  }
  return null;
}

/** The end of the run of capitalised words from here; small linking words count where a capital follows them. */
function capitalsEnd(scan: Scan, at: number): number {
  let end = at + 1;
  let linked = false;
  for (let i = at + 1; i < at + LONGEST_NAME && follows(scan, i); i++) {
    const atom = scan.atoms[i];
    if (atom === undefined || scan.atoms[i - 1]?.possessive) break;
    const number = /^\d/.test(atom.raw);
    if (number && end < i) break;
    if (isAcronym(atom.raw) && longest(scan, i - 1, 'group') !== null) break;
    if (isCapital(atom.raw)) end = i + 1;
    else if (wordEnd(scan, i, 'link') < 0 || (!linked && (atom.key === 'and' || atom.key === 'the'))) break;
    linked ||= atom.key === 'of' || atom.key === 'for';
  }
  return end;
}

/** A group whose head noun is capitalised too: its last such word, or one before "of" and "for". */
function headOf(scan: Scan, at: number, end: number): Draft | null {
  for (let i = at + 1; i < end; i++) {
    const army = scan.atoms[i]?.key === 'of' && longest(scan, i - 1, 'group') !== null ? armyBehind(scan, i + 1) : null;
    if (army !== null) return { ...army, from: at, form: 'unknown-group' };
  }
  for (let head = end - 1; head >= at; head--) {
    const group = longest(scan, head, 'group');
    if (group === null || !isCapital(scan.atoms[head]?.raw ?? '')) continue;
    const linked = /^(?:of|for)$/.test(scan.atoms[group.to]?.key ?? '') && group.to < end;
    if (head === at && !linked) continue;
    if (isMember(scan, at, head)) return null;
    const to = linked ? end : Math.min(group.to, end);
    const organ = organWithin(scan, at, to);
    if (organ !== null) return { from: at, to, form: 'unknown-group', target: { type: 'implied', body: organ } };
    const kind = group.sense.kind;
    return { from: at, to, form: 'unknown-group', named: true, target: { type: 'own', kind, country: null } };
  }
  return null;
}

/** "Rosy Sow of the National Defence Network": a person's name before "of", which is no part of the body's. */
function isMember(scan: Scan, at: number, head: number): boolean {
  for (let i = at + 2; i < head; i++) {
    if (scan.atoms[i]?.key !== 'of') continue;
    for (let j = at; j < i; j++) if ((scan.hits[j] ?? []).length > 0) return false;
    return true;
  }
  return false;
}

/** The army of a state behind "of": "Artillery Brigade of the Malian Army" is of that army. */
function armyBehind(scan: Scan, at: number): Draft | null {
  const start = scan.atoms[at]?.key === 'the' ? at + 1 : at;
  const draft = findNationality(scan, start) ?? findName(scan, start);
  if (draft?.target.type === 'state') return draft.form === 'metonym' ? null : draft;
  const [only] = draft?.target.type === 'actors' ? draft.target.candidates : [];
  return draft !== null && only !== undefined && scan.index.actor(only.id)?.kind === 'military' ? draft : null;
}

/** The organ of a state that a name says it is: "Borno State Police Command", "Ministry of Water". An army may be anybody's. */
function organWithin(scan: Scan, from: number, to: number): Body | null {
  for (let i = from; i < to; i++) {
    const organ = longest(scan, i, 'force', ({ use, body }) => use === 'force' && body !== 'military');
    if (organ !== null) return organ.sense.body;
  }
  return null;
}

/** Whether a numbered unit stands inside of a name: "Command of the Eighteenth Brigade". */
function unitWithin(scan: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (findNumberedUnit(scan, i) !== null) return true;
  return false;
}

/** The end of a small-letter head behind the capitals: "Zaïre self-defence group", "Mehsud faction"; -1 where none is. */
function bandEnd(scan: Scan, at: number): number {
  let start = at;
  for (let words = 0; words < 3 && follows(scan, start); words++) {
    if (scan.atoms[start - 1]?.possessive) return -1;
    const head = wordEnd(scan, start, 'band');
    if (head > 0) return head;
    const next = Math.max(wordEnd(scan, start, 'side'), wordEnd(scan, start, 'modifier'));
    if (next < 0) return -1;
    start = next;
  }
  return -1;
}

/** An acronym right behind a name, at the atom after it: "Chinland Defense Force (CDF)", or bare where it spells the name. */
export function acronymBehind(scan: Scan, { from, to }: Draft): string | null {
  const atom = scan.atoms[to];
  if (atom === undefined || !isAcronym(atom.raw) || scan.writing[scan.sentenceOf[to] ?? 0] === 'small') return null;
  const initials = scan.atoms.slice(from, to).map(({ key }) => key[0] ?? '');
  if (atom.opened) {
    const closed = /^\s*[)\]]/.test(scan.text.slice(atom.end, atom.end + 2));
    return closed && initials.includes(atom.key[0] ?? '') ? atom.raw : null;
  }
  return follows(scan, to) && atom.raw.length > 2 && spells(atom.key, initials) ? atom.raw : null;
}

/** Whether the letters of an acronym are first letters of the words, in their order, and none of the main words is left out. */
function spells(letters: string, initials: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    while (at < initials.length && initials[at] !== letter) at++;
    if (at === initials.length) return false;
    at++;
  }
  return letters.length >= initials.length - 2;
}
