import { type DeathRange, totalDeaths, totalOf } from '../model/deaths.ts';
import type { ActorRef, Claim, Incident, Place, Report } from '../model/index.ts';
import { eventRow, isRefusal, refusal } from './event-row.ts';
import type { ExportContext } from './export-context.ts';
import type { Refusal } from './table.ts';

/** A happening or a speech act in PLOVER's terms: one category, who, to whom, and the words. */
export interface PloverEvent {
  /** Our incident or claim id. */
  readonly id: string;
  readonly incidentId: string | null;
  readonly date: string;
  readonly endDate: string;
  readonly root: string;
  readonly mode: string;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: number;
  readonly actors: readonly ActorRef[];
  readonly recipients: readonly ActorRef[];
  readonly place: Place | null;
  readonly killed: DeathRange;
  readonly injured: DeathRange;
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
}

/**
 * Incidents, and what speakers do with words: threats (THREATEN), accusations (ACCUSE) and denials (REJECT), dated by the
 * day of publication. A category is given alone, never with "future" or "hypothetical" beside it (PLOVER manual, THREATEN).
 */
export function ploverEvents(context: ExportContext): { events: readonly PloverEvent[]; refusals: readonly Refusal[] } {
  const events: PloverEvent[] = [];
  const refusals: Refusal[] = [];
  for (const incident of context.record.incidents) {
    const event = incidentEvent(incident, context);
    if ('code' in event) refusals.push(event);
    else events.push(event);
  }
  return { events: [...events, ...speechEvents(context)], refusals };
}

function incidentEvent(incident: Incident, context: ExportContext): PloverEvent | Refusal {
  const row = eventRow(incident, context, { placePrecision: 7, datePrecision: 5 });
  if (isRefusal(row)) return row;
  const { type, actors, recipients, place, claims, reports } = row;
  if (type.ploverRoot === '') return refusal(incident, 'no-type', type.name);
  const injured = incident.tolls.filter(({ harm, unit }) => harm === 'injured' && unit === 'persons');
  return {
    id: incident.id,
    incidentId: incident.id,
    date: row.start,
    endDate: row.end,
    root: type.ploverRoot,
    mode: type.ploverMode,
    quad: type.cameoQuad,
    actors,
    recipients,
    place,
    killed: totalDeaths(incident.tolls),
    injured: { low: totalOf(injured, 'low'), best: totalOf(injured, 'best'), high: totalOf(injured, 'high') },
    claims,
    reports,
  };
}

const UNKNOWN: DeathRange = { low: null, best: null, high: null };

function speechEvents(context: ExportContext): readonly PloverEvent[] {
  return context.record.codings.flatMap(coding => {
    const report = context.reports.get(coding.reportId);
    const day = report?.publishedAt ?? null;
    if (report === undefined || day === null) return [];
    return coding.claims.flatMap(claim => {
      const speech = speechOf(claim);
      const speaker = claim.claimant.actor;
      if (speech === null || speaker === null) return [];
      const { root, mode, target } = speech;
      const common = { id: claim.id, incidentId: null, date: day, endDate: day, quad: 3, place: null };
      const recipients = target === null ? [] : [target];
      const counts = { killed: UNKNOWN, injured: UNKNOWN };
      return [{ ...common, root, mode, actors: [speaker], recipients, ...counts, claims: [claim], reports: [report] }];
    });
  });
}

function speechOf(claim: Claim): { root: string; mode: string; target: ActorRef | null } | null {
  if (claim.kind === 'warning') return { root: 'THREATEN', mode: 'violence', target: claim.target };
  if (claim.kind === 'denial') return { root: 'REJECT', mode: '', target: claim.rejects?.side ?? null };
  if (claim.act !== 'accuse') return null;
  if (claim.kind === 'responsibility') return { root: 'ACCUSE', mode: 'allege', target: claim.actor };
  if (claim.kind !== 'event') return null;
  return { root: 'ACCUSE', mode: 'allege', target: claim.roles.find(({ role }) => role === 'actor')?.actor ?? null };
}

const SECTORS: Readonly<Record<string, string>> = {
  government: 'GOV',
  office: 'GOV',
  military: 'MIL',
  police: 'COP',
  'armed-group': 'REB',
  militia: 'PRM',
  civilians: 'CVL',
  party: 'PTY',
  media: 'JRN',
};

/** PLOVER sector of an actor; UNK where our kind does not tell one. */
export function ploverSector({ kind }: ActorRef): string {
  return kind === null ? 'UNK' : (SECTORS[kind] ?? 'UNK');
}

const SCORES: Readonly<Record<string, number>> = { ASSAULT: -9, COERCE: -7, THREATEN: -3.5, AGREE: 2.5, AID: 10 };

/** PLOVER's conflict–cooperation score of a category, where its manual's table was at hand; else null. */
export function ploverScore(root: string): number | null {
  return SCORES[root] ?? null;
}
