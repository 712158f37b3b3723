import { canonicalJson } from '../base/canonical-json.ts';
import type { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import { anchorOfClaim, findAnchor } from './anchors.ts';

/** A field that two codings give differently, by its path; undefined where one has no such field. */
export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A claim that stands in two codings, by its words, with what differs. */
export interface ChangedClaim {
  readonly before: Claim;
  readonly after: Claim;
  readonly fields: readonly ChangedField[];
}

/** What one coding of a report says that the other does not. */
export interface CodingDiff {
  readonly reportId: string;
  readonly coders: readonly [before: string, after: string];
  readonly added: readonly Claim[];
  readonly gone: readonly Claim[];
  readonly changed: readonly ChangedClaim[];
}

/** Fields that only name other things of the coding; they change with any claim beside it. */
const REFERENCES: ReadonlySet<string> = new Set([
  'id',
  'eventId',
  'about',
  'supersedes',
  'victims.partOf',
  'victims.addsTo',
]);

/** What two codings of one report say differently; null where they say the same. A claim is found again by its words. */
export function diffCodings(before: Coding, after: Coding): CodingDiff | null {
  const left = new Map(after.claims.map(claim => [claim.id, claim]));
  const gone: Claim[] = [];
  const changed: ChangedClaim[] = [];
  // Claims that kept their ids first, so that no other takes their place.
  const ordered = [...before.claims].sort((a, b) => Number(left.has(b.id)) - Number(left.has(a.id)));
  for (const claim of ordered) {
    const id = findAnchor(anchorOfClaim(claim), { ...after, claims: [...left.values()] });
    const found = id === null ? undefined : left.get(id);
    if (found === undefined) {
      gone.push(claim);
      continue;
    }
    left.delete(found.id);
    const fields = changedFields(claim, found);
    if (fields.length > 0) changed.push({ before: claim, after: found, fields });
  }
  if (gone.length + changed.length + left.size === 0) return null;
  const coders = [before.coder, after.coder] as const;
  return { reportId: before.reportId, coders, added: [...left.values()], gone: inOrder(gone), changed };
}

function changedFields(before: unknown, after: unknown, path = ''): readonly ChangedField[] {
  if (canonicalJson(before) === canonicalJson(after) || REFERENCES.has(path)) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ field: path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap(key => changedFields(before[key], after[key], path === '' ? key : `${path}.${key}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort((a, b) => a.evidence.span.start - b.evidence.span.start);
}
