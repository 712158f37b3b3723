import type { Draft } from './actor-mention.ts';
import type { Scan } from './scan.ts';

/**
 * Gives persons the group that an "of" says they belong to: "six members of the ELN", "servicemen of the AFU", "a field
 * commander of the Giants Brigades". Civilians stay civilians, of whatever they are.
 */
export function attachMembers(scan: Scan, drafts: readonly Draft[]): readonly Draft[] {
  const byStart = new Map(drafts.map(draft => [draft.from, draft]));
  return drafts.map(draft => {
    if (!takesGroup(draft)) return draft;
    const group = byStart.get(groupStart(scan, draft.to));
    if (group === undefined || group.person !== undefined || group.form === 'office' || group.form === 'metonym')
      return draft;
    const { type } = group.target;
    return type === 'actors' || type === 'state' || type === 'implied' || type === 'own'
      ? { ...draft, target: group.target }
      : draft;
  });
}

function takesGroup({ person, target, form }: Draft): boolean {
  if (target.type !== 'implied' && target.type !== 'own') return false;
  return form === 'office' || (person !== undefined && person.status !== 'civilian');
}

/** The atom behind "of", "from" or "belonging to" and an article, -1 where no such word follows. */
function groupStart(scan: Scan, at: number): number {
  const key = scan.atoms[at]?.key;
  const end = key === 'of' || key === 'from' ? at + 1 : key === 'belonging' ? at + 2 : -1;
  if (end < 0 || !scan.atoms[at]?.joined) return -1;
  return scan.atoms[end]?.key === 'the' ? end + 1 : end;
}
