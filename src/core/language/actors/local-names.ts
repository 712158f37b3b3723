import type { Draft, Target } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import { acronymBehind } from './group-finder.ts';
import { longest, type Scan } from './scan.ts';

/**
 * Reads the names that a text itself makes and gives each later use what the text means by it, whatever the register knows
 * under these letters: acronyms in brackets, "Chinland Defense Force (CDF)", and short forms with a capital, "Borno State
 * Police Command … the Command". `publisher` is a longer name of `voice` that the text need not repeat.
 */
export function nameLocally(
  scan: Scan,
  drafts: readonly Draft[],
  publisher: string | null,
  voice: Target | null,
): readonly Draft[] {
  const acronyms = acronymsOf(scan, drafts);
  const shorts = shortsOf(scan, drafts, publisher, voice);
  if (acronyms.size === 0 && shorts.size === 0) return drafts;
  const starts = new Map(drafts.map(draft => [draft.from, draft]));
  const found: Draft[] = [];
  let end = 0;
  for (let at = 0; at < scan.atoms.length; at++) {
    if (at < end) continue;
    const known = starts.get(at);
    const draft = acronymAt(scan, at, known, acronyms) ?? shortAt(scan, at, known, shorts) ?? known;
    if (draft === undefined) continue;
    found.push(draft);
    end = draft.to;
  }
  return found;
}

function acronymAt(
  scan: Scan,
  at: number,
  known: Draft | undefined,
  acronyms: ReadonlyMap<string, Target>,
): Draft | null {
  const target = acronyms.get(scan.atoms[at]?.raw.replace(/s$/, '') ?? '');
  if (target === undefined) return null;
  if (known === undefined) return { from: at, to: at + 1, form: 'acronym', target };
  return { ...known, form: known.form === 'office' || known.person !== undefined ? known.form : 'acronym', target };
}

/** "the Command": a word with a capital in the middle of a sentence, or at its start behind "The". */
function shortAt(scan: Scan, at: number, known: Draft | undefined, shorts: ReadonlyMap<string, Short>): Draft | null {
  const atom = scan.atoms[at];
  const short = atom === undefined || scan.atoms[at - 1]?.key !== 'the' ? undefined : shorts.get(atom.raw);
  if (short === undefined || short.since >= at) return null;
  const own = known === undefined || known.target.type === 'implied' || known.target.type === 'own';
  if (!own || (known !== undefined && known.to > at + 1 && known.form === 'unknown-group')) return null;
  return { form: 'alias', from: at, ...known, to: known?.to ?? at + 1, target: short.target };
}

/** The acronyms defined right behind a name. An actor that the register has stays that actor. */
function acronymsOf(scan: Scan, drafts: readonly Draft[]): ReadonlyMap<string, Target> {
  const defined = new Map<string, Target>();
  for (const draft of drafts) {
    if (draft.person !== undefined || draft.form === 'office') continue;
    const acronym = acronymBehind(scan, draft);
    if (acronym !== null && !defined.has(acronym)) defined.set(acronym, named(scan, draft));
  }
  return defined;
}

interface Short {
  readonly target: Target;
  /** The atom from which on it is known. */
  readonly since: number;
}

/** The last words of longer names, where they are words that name bodies: Command, Front, Monitor, Ministry, Mission. */
function shortsOf(
  scan: Scan,
  drafts: readonly Draft[],
  publisher: string | null,
  voice: Target | null,
): ReadonlyMap<string, Short> {
  const shorts = new Map<string, Short>();
  if (voice !== null) {
    for (const word of publisher?.split(/[\s,()]+/) ?? [])
      if (isCapital(word)) shorts.set(word, { target: voice, since: -1 });
  }
  for (const draft of drafts) {
    const last = scan.atoms[draft.to - 1];
    if (draft.to - draft.from < 2 || last === undefined || !isCapital(last.raw) || draft.person !== undefined) continue;
    if (draft.form !== 'unknown-group' && draft.form !== 'name' && draft.form !== 'alias') continue;
    if (longest(scan, draft.to - 1, 'group') === null || shorts.has(last.raw)) continue;
    shorts.set(last.raw, { target: named(scan, draft), since: draft.to });
  }
  return shorts;
}

/** What a full name means, for use under its short form: an unknown one keeps its full words. */
function named(scan: Scan, { from, to, target }: Draft): Target {
  if (target.type === 'own') {
    return { ...target, name: scan.text.slice(scan.atoms[from]?.start ?? 0, scan.atoms[to - 1]?.end ?? 0) };
  }
  if (target.type !== 'actors' || target.candidates.length !== 1) return target;
  return { type: 'actors', candidates: target.candidates.map(candidate => ({ ...candidate, contested: false })) };
}
