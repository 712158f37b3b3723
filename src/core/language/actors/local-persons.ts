import type { Draft, Target } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import { type Scan, wordEnd } from './scan.ts';

const LONGEST_NAME = 5;

/**
 * Reads the persons whom a text introduces with their office, "Defence Minister Ana Lomu", "Ana Lomu, the army's
 * spokeswoman", and lets their last name alone speak for the same body later.
 */
export function namePersons(scan: Scan, drafts: readonly Draft[]): readonly Draft[] {
  const widened = drafts.map(draft =>
    isOffice(draft) ? ofHolder({ ...draft, to: nameEnd(scan, draft.to) }, draft, drafts) : draft,
  );
  const persons = new Map<string, Person | null>();
  for (const [i, draft] of widened.entries()) {
    const last = isOffice(draft) ? lastName(scan, draft, drafts[i] ?? draft, drafts[i - 1]) : null;
    if (last === null) continue;
    const known = persons.get(last);
    if (known === undefined) persons.set(last, { target: draft.target, since: draft.to });
    else if (known !== null && !sameTarget(known.target, draft.target)) persons.set(last, null);
  }
  return withLastNames(scan, widened, persons);
}

/** "President Ana Lomu": where the name itself is known, it says for whom the office speaks. */
function ofHolder(widened: Draft, { to }: Draft, drafts: readonly Draft[]): Draft {
  const holder = drafts.find(
    ({ from, target }) =>
      from >= to && from < widened.to && target.type === 'actors' && target.candidates[0]?.rule === 'office-holder',
  );
  return holder === undefined ? widened : { ...widened, to: Math.max(widened.to, holder.to), target: holder.target };
}

interface Person {
  readonly target: Target;
  /** The atom from which on the name is known. */
  readonly since: number;
}

/** An office that speaks for somebody; who speaks for nobody ("a resident") is not followed by name. */
function isOffice({ form, target, anonymous = false }: Draft): boolean {
  const speaks = target.type === 'actors' || target.type === 'state' || target.type === 'implied';
  return form === 'office' && speaks && !anonymous;
}

/** The last name right behind an office, or before it behind a comma; null where there is no name. */
function lastName(scan: Scan, draft: Draft, bare: Draft, before: Draft | undefined): string | null {
  if (draft.to > bare.to) return nameAt(scan, draft.to - 1);
  let end = draft.from;
  while (end > 0 && wordEnd(scan, end - 1, 'function') === end && end > draft.from - 2) end--;
  const comma = scan.text.slice(scan.atoms[end - 1]?.end ?? 0, scan.atoms[end]?.start ?? 0).trim() === ',';
  const first = scan.atoms[end - 2];
  if (!comma || first === undefined || !isNamePart(scan, end - 2) || (before?.to ?? 0) >= end) return null;
  return scan.atoms[end - 1]?.joined && isNamePart(scan, end - 1) ? nameAt(scan, end - 1) : null;
}

function nameAt(scan: Scan, at: number): string | null {
  const raw = scan.atoms[at]?.raw ?? '';
  return raw.length > 2 ? raw : null;
}

/** The end of the personal name that starts at an atom, ranks and their full stops included; the atom itself where none does. */
function nameEnd(scan: Scan, at: number): number {
  let end = at;
  for (let i = at; i < at + LONGEST_NAME && i < scan.atoms.length; i++) {
    const gap = scan.text.slice(scan.atoms[i - 1]?.end ?? 0, scan.atoms[i]?.start ?? 0);
    const abbreviated = gap === '. ' && i > at && (scan.atoms[i - 1]?.raw.length ?? 9) < 5;
    if (scan.sentenceOf[i] !== scan.sentenceOf[at - 1] || !(gap === ' ' || gap === '-' || abbreviated)) break;
    const rank = wordEnd(scan, i, 'rank') === i + 1;
    if (!rank && !isNamePart(scan, i)) break;
    if (!rank) end = i + 1;
  }
  return end;
}

/** A word with a capital that is neither an acronym, nor a small word, nor anything that the register knows as a name. */
function isNamePart(scan: Scan, at: number): boolean {
  const raw = scan.atoms[at]?.raw ?? '';
  if (!isCapital(raw) || !/^\p{Lu}\p{Ll}/u.test(raw) || wordEnd(scan, at, 'function') > 0) return false;
  return !(scan.hits[at] ?? []).some(({ sense }) => sense.type === 'actor' || sense.type === 'country');
}

/** Adds a draft for each later last name that stands alone, and drops what a widened office covers. */
function withLastNames(
  scan: Scan,
  drafts: readonly Draft[],
  persons: ReadonlyMap<string, Person | null>,
): readonly Draft[] {
  const found: Draft[] = [];
  const starts = new Map(drafts.map(draft => [draft.from, draft]));
  for (let at = 0; at < scan.atoms.length; ) {
    const known = starts.get(at);
    const draft =
      known === undefined || known.form === 'person-noun' ? (lastNameAt(scan, at, known, persons) ?? known) : known;
    if (draft !== undefined) found.push(draft);
    at = Math.max(draft?.to ?? 0, at + 1);
  }
  return found;
}

/** A last name that stands alone behind the atom from which on it is known. */
function lastNameAt(
  scan: Scan,
  at: number,
  known: Draft | undefined,
  persons: ReadonlyMap<string, Person | null>,
): Draft | null {
  const person = persons.get(scan.atoms[at]?.raw ?? '') ?? null;
  if (person === null || at < person.since || (known !== undefined && known.to > at + 1)) return null;
  const next = scan.atoms[at + 1];
  const longer = next?.joined && isCapital(next.raw) && scan.sentenceOf[at + 1] === scan.sentenceOf[at];
  return longer ? null : { from: at, to: at + 1, form: 'office', target: person.target };
}

function sameTarget(a: Target, b: Target): boolean {
  if (a.type === 'actors' && b.type === 'actors') return a.candidates[0]?.id === b.candidates[0]?.id;
  if (a.type === 'state' && b.type === 'state') return a.country === b.country && a.body === b.body;
  return a.type === 'implied' && b.type === 'implied' && a.body === b.body;
}
