export { Actor, ActorKind, ActorRef, Affiliation, sameActor } from './actor.ts';
export { Anchor } from './anchor.ts';
export { Basis } from './basis.ts';
export { Casualty, Harm, VictimStatus, Victims } from './casualty.ts';
export {
  Ceasefire,
  Claim,
  type ClaimKind,
  Denial,
  EventClaim,
  Opinion,
  Relation,
  Responsibility,
  Risk,
  Strength,
  Warning,
} from './claim.ts';
export { Certainty, Polarity, Scope, SpeechAct } from './claim-base.ts';
export { AUTHOR, Claimant, claimantName } from './claimant.ts';
export { CoderName, Coding } from './coding.ts';
export { Contradiction } from './contradiction.ts';
export { Decision } from './decision.ts';
export { compatible, Estimate, estimate, exactly, Qualifier } from './estimate.ts';
export { ActorRole, Event, EventType } from './event.ts';
export { Evidence, evidenceHolds, evidenceOf } from './evidence.ts';
export { Incident, IncidentLink } from './incident.ts';
export type { Outcome } from './outcome.ts';
export { geoPrecision, Place, PlacePrecision } from './place.ts';
export { PROBLEMS, Problem, type ProblemCode, problem } from './problem.ts';
export { Provenance } from './provenance.ts';
export { PublicRecord } from './record.ts';
export { IsoDay, PublishedBasis, Report } from './report.ts';
export { Source, SourceKind } from './source.ts';
export { compareSpans, holds, overlaps, Span } from './span.ts';
export { Toll, TollEntry } from './toll.ts';
export { PartOfDay, unknownWhen, When } from './when.ts';
