import type { Draft, Target } from './actor-mention.ts';
import { acronymBehind } from './group-finder.ts';
import type { Scan } from './scan.ts';

/**
 * Reads the acronyms that a text itself defines, "Chinland Defense Force (CDF)", and makes every other use of one mean what
 * the text says, whatever the register knows under these letters.
 */
export function nameLocally(scan: Scan, drafts: readonly Draft[]): readonly Draft[] {
  const defined = definitionsOf(scan, drafts);
  if (defined.size === 0) return drafts;
  const taken = new Map<number, Draft>(drafts.map(draft => [draft.from, draft]));
  const covered = new Set<number>();
  const found: Draft[] = [];
  for (let at = 0; at < scan.atoms.length; at++) {
    const draft = taken.get(at);
    const definition = defined.get(scan.atoms[at]?.raw.replace(/s$/, '') ?? '');
    if (definition === undefined) {
      if (draft !== undefined && !covered.has(at)) found.push(draft);
      if (draft !== undefined) cover(covered, draft);
      continue;
    }
    if (covered.has(at)) continue;
    const whole = draft ?? { from: at, to: at + 1, form: 'acronym' as const, target: definition };
    const local = localDraft(whole, definition);
    found.push(local);
    cover(covered, local);
  }
  return found;
}

/** The acronyms defined right behind a name. An actor that the register has stays that actor. */
function definitionsOf(scan: Scan, drafts: readonly Draft[]): ReadonlyMap<string, Target> {
  const defined = new Map<string, Target>();
  for (const draft of drafts) {
    const acronym = acronymBehind(scan, draft.to);
    if (acronym === null || defined.has(acronym) || draft.person !== undefined || draft.form === 'office') continue;
    if (!spells(acronym, scan, draft)) continue;
    const span = { start: scan.atoms[draft.from]?.start ?? 0, end: scan.atoms[draft.to - 1]?.end ?? 0 };
    const own =
      draft.target.type === 'own' ? { ...draft.target, name: scan.text.slice(span.start, span.end) } : draft.target;
    defined.set(acronym, certain(own));
  }
  return defined;
}

/** Whether the first letters of a name can be those of an acronym: its first letter opens the name. */
function spells(acronym: string, scan: Scan, draft: Draft): boolean {
  const initials = scan.atoms.slice(draft.from, draft.to).map(({ key }) => key[0] ?? '');
  return initials.includes(acronym[0]?.toLowerCase() ?? '');
}

function certain(target: Target): Target {
  if (target.type !== 'actors' || target.candidates.length !== 1) return target;
  return { type: 'actors', candidates: target.candidates.map(candidate => ({ ...candidate, contested: false })) };
}

function localDraft(draft: Draft, target: Target): Draft {
  const form = draft.form === 'office' || draft.person !== undefined ? draft.form : 'acronym';
  return { ...draft, form, target };
}

function cover(covered: Set<number>, { from, to }: Draft): void {
  for (let i = from; i < to; i++) covered.add(i);
}
