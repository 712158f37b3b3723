import { CasusError } from '../base/error.ts';
import type { Anchor, Decision, Incident } from '../model/index.ts';
import { anchorOfClaim, anchorOfEvent } from './anchors.ts';
import type { LedgerState } from './state.ts';

/** What is to be decided: the act, the ids it is about or their beginnings, and for an edit `field=value`. */
export interface AskedDecision {
  readonly act: string;
  readonly ids: readonly string[];
  readonly set?: string | undefined;
}

/** A decision without who, when and why. */
export type DecisionContent = Decision extends infer One ? (One extends Decision ? Content<One> : never) : never;
type Content<One extends Decision> = Omit<One, 'id' | 'by' | 'at' | 'why'>;

/** A thing that a decision may be about. */
type Target =
  | { readonly kind: 'incident'; readonly id: string; readonly events: readonly Anchor[] }
  | { readonly kind: 'report'; readonly id: string; readonly events: readonly Anchor[] }
  | { readonly kind: 'event' | 'claim'; readonly id: string; readonly anchor: Anchor }
  | { readonly kind: 'decision'; readonly id: string };

/** The decision that was asked for, with anchors for everything it is about. Throws a `CasusError` that says what is amiss. */
export function makeDecision(
  asked: AskedDecision,
  state: LedgerState,
  incidents: readonly Incident[],
): DecisionContent {
  const targets = targetsOf(state, incidents);
  const found = asked.ids.map(id => findTarget(id, targets));
  if (asked.set !== undefined && asked.act !== 'edit') throw amiss('--set', 'it belongs to edit');
  switch (asked.act) {
    case 'merge':
      return { act: 'merge', about: atLeast(2, unique(found.flatMap(eventsOf)), 'merge takes two events or more') };
    case 'split':
      return split(found);
    case 'accept':
    case 'reject':
      return { act: asked.act, about: unique(found.flatMap(anchorsOf)) };
    case 'edit':
      return edit(found, asked.set);
    case 'withdraw':
      return withdraw(found);
    default:
      throw amiss(asked.act, 'it is one of merge, split, accept, reject, edit and withdraw');
  }
}

function split([first, ...others]: readonly Target[]): DecisionContent {
  if (first === undefined || others.length === 0)
    throw amiss('split', 'say what is to go: casus decide split INCIDENT EVENT…');
  const whole = unique([...eventsOf(first)]);
  const ids = new Set(whole.map(({ id }) => id));
  const named = unique(others.flatMap(eventsOf));
  if (first.kind !== 'incident') return { act: 'split', about: whole, from: named };
  const about = named.filter(({ id }) => ids.has(id));
  const gone = new Set(about.map(({ id }) => id));
  const from = whole.filter(({ id }) => !gone.has(id));
  if (about.length === 0) throw amiss('split', `nothing of this is of ${first.id}`);
  if (from.length === 0) throw amiss('split', `nothing would be left of ${first.id}`);
  return { act: 'split', about, from };
}

function edit(found: readonly Target[], set: string | undefined): DecisionContent {
  const [target] = found;
  const [, field, value] = /^([^=]+)=(.*)$/s.exec(set ?? '') ?? [];
  if (field === undefined || value === undefined) throw amiss('--set', 'edit needs it, as --set estimate.low=9');
  if (found.length !== 1 || target === undefined || !('anchor' in target)) {
    throw amiss('edit', 'it takes one claim or one event');
  }
  return { act: 'edit', about: [target.anchor], field: field.trim(), value: parsedValue(value) };
}

function withdraw(found: readonly Target[]): DecisionContent {
  const [target] = found;
  if (found.length !== 1 || target?.kind !== 'decision') throw amiss('withdraw', 'it takes one decision');
  return { act: 'withdraw', decision: target.id };
}

/** JSON where it is some, else the words themselves. */
function parsedValue(text: string): Extract<Decision, { act: 'edit' }>['value'] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function targetsOf(state: LedgerState, incidents: readonly Incident[]): readonly Target[] {
  const events = new Map<string, Anchor>();
  const targets: Target[] = [];
  for (const coding of state.codings.values()) {
    const own = coding.events.map(event => anchorOfEvent(event, coding));
    for (const anchor of own) events.set(anchor.id, anchor);
    targets.push(...own.map(anchor => ({ kind: 'event' as const, id: anchor.id, anchor })));
    targets.push(
      ...coding.claims.map(claim => ({ kind: 'claim' as const, id: claim.id, anchor: anchorOfClaim(claim) })),
      { kind: 'report', id: coding.reportId, events: own },
    );
  }
  for (const { id, links } of incidents) {
    const own = links.map(({ eventId }) => events.get(eventId)).filter(anchor => anchor !== undefined);
    targets.push({ kind: 'incident', id, events: own });
  }
  targets.push(...state.decisions.map(({ id }) => ({ kind: 'decision' as const, id })));
  return targets;
}

function findTarget(id: string, targets: readonly Target[]): Target {
  const exact = targets.find(target => target.id === id);
  if (exact !== undefined) return exact;
  const found = targets.filter(target => target.id.startsWith(id));
  const [only] = found;
  if (only === undefined || id === '') throw new CasusError('id-unknown', id);
  if (found.length > 1)
    throw new CasusError('id-unknown', id, { detail: `${found.length} ids begin so; write more of it` });
  return only;
}

function eventsOf(target: Target): readonly Anchor[] {
  if ('events' in target) return target.events;
  if (target.kind === 'event') return [target.anchor];
  throw amiss(target.id, `a ${target.kind} is neither an incident nor an event`);
}

function anchorsOf(target: Target): readonly Anchor[] {
  return target.kind === 'claim' ? [target.anchor] : eventsOf(target);
}

function unique(anchors: readonly Anchor[]): readonly Anchor[] {
  return [...new Map(anchors.map(anchor => [anchor.id, anchor])).values()];
}

function atLeast(count: number, anchors: readonly Anchor[], detail: string): readonly Anchor[] {
  if (anchors.length < count) throw amiss('merge', detail);
  return anchors;
}

function amiss(subject: string, detail: string): CasusError {
  return new CasusError('usage-invalid', subject, { detail });
}
