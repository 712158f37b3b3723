import type { ActorRef } from '../../model/actor.ts';
import { totalDeaths } from '../../model/deaths.ts';
import type { Incident } from '../../model/incident.ts';
import { actorKey } from './actor-row.ts';
import { boundColumns } from './claim-row.ts';
import { cleanOrNull, cleanText } from './clean-text.ts';
import { dayColumns } from './day-columns.ts';
import { placeColumns } from './place-columns.ts';

/** The columns of an incident by which it is found. */
export type IncidentRow = ReturnType<typeof incidentRow>;

export function incidentRow(incident: Incident, position: number, key: number) {
  const deaths = totalDeaths(incident.tolls);
  return {
    key,
    id: incident.id,
    position,
    type: incident.type,
    ...placeColumns(incident.places),
    ...dayColumns(incident.when),
    reports: new Set(incident.links.map(({ reportId }) => reportId)).size,
    independent_sources: incident.independentSources,
    contradictions: incident.contradictions.length,
    deaths_low: deaths.low,
    deaths_high: deaths.high,
    body: JSON.stringify(incident),
  };
}

export type IncidentActorRow = ReturnType<typeof incidentActorRows>[number];

/** Who takes part in an incident, or is a side of its tolls, each once. */
export function incidentActorRows(incident: Incident, key: number) {
  const all = incidentActors(incident);
  const days = dayColumns(incident.when);
  const byKey = new Map(all.map(one => [actorKey(one.actor), one]));
  return Array.from(
    byKey,
    ([
      actor,
      {
        actor: { name },
      },
    ]) => ({
      incident_key: key,
      actor_key: actor,
      actor_name: cleanText(name),
      roles: [...new Set(all.flatMap(one => (actorKey(one.actor) === actor ? [one.role] : [])))].join(','),
      day_key: days.day_key,
      is_long: days.is_long,
    }),
  );
}

/** The actors of an incident, each with what they are in it. */
export function incidentActors({ roles, tolls }: Incident): readonly { role: string; actor: ActorRef }[] {
  const sides = tolls.flatMap(({ side }) => (side === null ? [] : [{ role: 'side', actor: side }]));
  return [...roles, ...sides];
}

export type IncidentLinkRow = ReturnType<typeof incidentLinkRows>[number];

export function incidentLinkRows({ links }: Incident, key: number) {
  return links.map(({ reportId, eventId, score }) => ({
    incident_key: key,
    report_id: reportId,
    event_id: eventId,
    score,
  }));
}

export type TollRow = ReturnType<typeof tollRows>[number];

export function tollRows({ tolls }: Incident, key: number) {
  return tolls.map((toll, position) => ({
    incident_key: key,
    position,
    harm: toll.harm,
    side_id: toll.side?.id ?? null,
    side_name: cleanOrNull(toll.side?.name ?? null),
    status: toll.status,
    unit: toll.unit,
    ...boundColumns(toll),
    policy: toll.policy,
  }));
}

export type ContradictionRow = ReturnType<typeof contradictionRows>[number];

export function contradictionRows({ contradictions }: Incident, key: number) {
  return contradictions.map(({ field, gap }, position) => ({
    incident_key: key,
    position,
    field: cleanText(field),
    gap,
  }));
}
