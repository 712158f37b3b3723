export { type ActorRow, actorKey, actorRow, isMeant } from './actor-row.ts';
export {
  type ClaimActorRow,
  type ClaimRow,
  claimActorRows,
  claimActors,
  claimKeys,
  claimRow,
} from './claim-row.ts';
export { LONG_DAYS, weekOf } from './day-columns.ts';
export {
  type ContradictionRow,
  contradictionRows,
  type IncidentActorRow,
  type IncidentLinkRow,
  type IncidentRow,
  incidentActorRows,
  incidentActors,
  incidentLinkRows,
  incidentRow,
  type TollRow,
  tollRows,
} from './incident-row.ts';
export { leastProduct, unitVector } from './place-columns.ts';
export { type CodingRow, codingRow, type ReportRow, reportRow } from './report-row.ts';
