import { hashText, mixHash } from '../../base/hash.ts';
import type { FillerRole } from './roles.ts';

/** The hash under which a pair of names is remembered as one and the same. */
export function aliasHash(one: string, other: string): number {
  return one < other ? mixHash(hashText(one), hashText(other)) : mixHash(hashText(other), hashText(one));
}

const SMALL = /^(?:of|the|de|la|del|for|and|los|y)$/;
/** Roles of people, whose names may share a part and still be one. */
const PEOPLE: ReadonlySet<FillerRole> = new Set(['perpetrator', 'victim', 'nameless-victim']);

/** Whether two filler texts of one role name the same: known aliases, an acronym, one within the other, the same noun. */
export function isSameEntity(one: string, other: string, role: FillerRole, aliases: ReadonlySet<number>): boolean {
  if (aliases.has(aliasHash(one, other)) || acronym(one) === other || acronym(other) === one) return true;
  if (` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)) return true;
  const [a, b] = [one.split(' '), other.split(' ')];
  const [lastOne, lastOther] = [a.at(-1) ?? '', b.at(-1) ?? ''];
  if (lastOne.replace(/s$/, '') === lastOther.replace(/s$/, '')) return true;
  return (
    PEOPLE.has(role) &&
    a.length > 1 &&
    b.length > 1 &&
    a.filter(word => word.length > 2 && b.includes(word)).length >= 2
  );
}

function acronym(name: string): string {
  return name
    .split(' ')
    .filter(word => !SMALL.test(word))
    .map(word => word[0])
    .join('');
}
