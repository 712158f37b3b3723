import type { Coding } from '../model/coding.ts';
import type { Incident } from '../model/incident.ts';
import { anchorOfEvent, findAnchor } from './anchors.ts';
import { type CodingDiff, diffCodings } from './diff-codings.ts';

/** A ledger as it reads once reviewed: codings by report id, and the incidents. */
export interface LedgerReading {
  readonly codings: ReadonlyMap<string, Coding>;
  readonly incidents: readonly Incident[];
}

/** Incidents of one side that are one, or more, of the other. */
export interface Regrouped {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What two ledgers, or two states of one, say differently. */
export interface LedgerDiff {
  /** Reports that only one has. */
  readonly reports: { readonly added: readonly string[]; readonly gone: readonly string[] };
  /** Codings of reports that both have. */
  readonly codings: readonly CodingDiff[];
  readonly incidents: {
    /** Several before, one after. */
    readonly merged: readonly Regrouped[];
    /** One before, several after. */
    readonly split: readonly Regrouped[];
    readonly added: readonly string[];
    readonly gone: readonly string[];
  };
}

/** Compares two readings. Claims and events are found again by their words, so other ids alone make no difference. */
export function diffLedgers(before: LedgerReading, after: LedgerReading): LedgerDiff {
  const codings: CodingDiff[] = [];
  for (const [reportId, coding] of before.codings) {
    const other = after.codings.get(reportId);
    const diff = other === undefined ? null : diffCodings(coding, other);
    if (diff !== null) codings.push(diff);
  }
  return {
    reports: { added: keysBeside(after.codings, before.codings), gone: keysBeside(before.codings, after.codings) },
    codings,
    incidents: diffIncidents(before, after),
  };
}

function keysBeside(own: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] {
  return [...own.keys()].filter(key => !other.has(key));
}

function diffIncidents(before: LedgerReading, after: LedgerReading): LedgerDiff['incidents'] {
  const later = new Map(after.incidents.flatMap(({ id, links }) => links.map(({ eventId }) => [eventId, id] as const)));
  const becomes = new Map<string, Set<string>>(before.incidents.map(({ id }) => [id, new Set()]));
  const comes = new Map<string, Set<string>>(after.incidents.map(({ id }) => [id, new Set()]));
  for (const { id, links } of before.incidents) {
    for (const { reportId, eventId } of links) {
      const now = eventNow(reportId, eventId, before, after);
      const other = now === null ? undefined : later.get(now);
      if (other === undefined) continue;
      becomes.get(id)?.add(other);
      comes.get(other)?.add(id);
    }
  }
  return {
    merged: several(comes).map(([id, from]) => ({ before: [...from], after: [id] })),
    split: several(becomes).map(([id, into]) => ({ before: [id], after: [...into] })),
    added: none(comes),
    gone: none(becomes),
  };
}

function eventNow(reportId: string, eventId: string, before: LedgerReading, after: LedgerReading): string | null {
  const [old, now] = [before.codings.get(reportId), after.codings.get(reportId)];
  const event = old?.events.find(({ id }) => id === eventId);
  return old === undefined || now === undefined || event === undefined
    ? null
    : findAnchor(anchorOfEvent(event, old), now);
}

function several(groups: ReadonlyMap<string, ReadonlySet<string>>) {
  return [...groups].filter(([, others]) => others.size > 1);
}

function none(groups: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...groups].filter(([, others]) => others.size === 0).map(([id]) => id);
}
