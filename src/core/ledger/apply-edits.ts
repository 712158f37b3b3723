import { verify } from '../coding/index.ts';
import { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import type { Decision } from '../model/decision.ts';
import { Event } from '../model/event.ts';
import type { Report } from '../model/report.ts';

type Edit = Extract<Decision, { act: 'edit' }>;

/** A coding with one field of a claim or event set by a person, or why it cannot be set; then nothing is changed. */
export type Edited = { readonly coding: Coding } | { readonly fault: string };

/** What a person must not set: what a thing is, and who made it. */
const FIXED: ReadonlySet<string> = new Set(['id', 'kind', 'rule', 'reportId', 'claimIds', 'eventId']);

/**
 * Sets a field of the claim or event `id`. A person's claim is held against the report like any other coder's, and is
 * kept under `person:<name>` as its rule.
 */
export function applyEdit(coding: Coding, report: Report, id: string, edit: Edit): Edited {
  const path = edit.field.split('.');
  if (FIXED.has(path[0] ?? '')) return { fault: `${edit.field} may not be set` };
  const claim = coding.claims.find(one => one.id === id);
  const event = coding.events.find(one => one.id === id);
  if (claim !== undefined) return editClaim(coding, report, claim, path, edit);
  return event === undefined ? { fault: `there is no ${id}` } : editEvent(coding, event, path, edit);
}

function editClaim(coding: Coding, report: Report, claim: Claim, path: readonly string[], edit: Edit): Edited {
  const set = withField(claim, path, edit.value);
  if (set === null) return { fault: `a ${claim.kind} claim has no field ${edit.field}` };
  const scoped = set['scope'] === 'incident' ? set : { ...set, eventId: null };
  const parsed = Claim.safeParse({ ...scoped, rule: `person:${edit.by}` });
  if (!parsed.success) return { fault: parsed.error.issues[0]?.message ?? 'it breaks the model' };
  const one = verify({ ...coding, claims: [parsed.data], events: [], problems: [] }, report);
  const [kept] = one.value.claims;
  if (kept === undefined) return { fault: one.problems[0]?.message ?? 'it breaks the model' };
  return { coding: withClaim(coding, kept) };
}

function editEvent(coding: Coding, event: Event, path: readonly string[], edit: Edit): Edited {
  const set = withField(event, path, edit.value);
  if (set === null) return { fault: `an event has no field ${edit.field}` };
  const parsed = Event.safeParse(set);
  if (!parsed.success) return { fault: parsed.error.issues[0]?.message ?? 'it breaks the model' };
  return { coding: { ...coding, events: coding.events.map(one => (one.id === event.id ? parsed.data : one)) } };
}

/** The coding with a claim changed; one that is no longer about an event leaves it. */
function withClaim(coding: Coding, claim: Claim): Coding {
  const claims = coding.claims.map(one => (one.id === claim.id ? claim : one));
  if (claim.eventId !== null) return { ...coding, claims };
  const left = coding.events.map(event => ({ ...event, claimIds: event.claimIds.filter(id => id !== claim.id) }));
  return { ...coding, claims, events: left.filter(({ claimIds }) => claimIds.length > 0) };
}

/** A copy with the value at the end of the path, null where the path leads nowhere. */
function withField(whole: unknown, path: readonly string[], value: unknown): Record<string, unknown> | null {
  const [key = '', ...rest] = path;
  if (!isRecord(whole) || !Object.hasOwn(whole, key)) return null;
  if (rest.length === 0) return { ...whole, [key]: value };
  const inner = withField(whole[key], rest, value);
  return inner === null ? null : { ...whole, [key]: inner };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
