import type { ActorRef } from '../../model/actor.ts';
import type { Claim } from '../../model/claim.ts';
import { claimantName } from '../../model/claimant.ts';
import type { Place } from '../../model/place.ts';
import type { When } from '../../model/when.ts';
import type { ReviewedClaim } from '../reviewed-claims.ts';
import { foldedName, indexedWords } from '../search-words.ts';
import { actorKey } from './actor-row.ts';
import { cleanOrNull, cleanText } from './clean-text.ts';
import { dayColumns } from './day-columns.ts';
import { placeColumns } from './place-columns.ts';

/** More than a report has claims: a claim's key is the number of its report's entry and its position. */
const CLAIMS_MAX = 1_048_576;

/** The columns of a claim by which it is found. */
export type ClaimRow = ReturnType<typeof claimRow>;

/**
 * The columns of a claim as reviewed. A claim that names no place or day of its own is found under those of the event it
 * is about. `edited` is the claim where a person set a field of it: else it stands in the entry of its coding. `reportSeq` is
 * the number of the entry that brought the report.
 */
export function claimRow({ claim, position, review, coding }: ReviewedClaim, reportSeq: number) {
  const event = coding.events.find(({ id }) => id === claim.eventId);
  const { claimant, evidence } = claim;
  return {
    key: reportSeq * CLAIMS_MAX + position,
    report_id: coding.reportId,
    id: claim.id,
    position,
    kind: claim.kind,
    scope: claim.scope,
    act: claim.act,
    certainty: claim.certainty,
    polarity: claim.polarity,
    claimant_kind: claimant.kind,
    claimant_id: claimant.actor?.id ?? null,
    claimant_name: cleanText(claimantName(claimant)),
    claimant_folded: [claimantName(claimant), claimant.words ?? '', ...claimant.via].map(foldedName).join(' | '),
    rule: claim.rule,
    review,
    edited: review === 'edited' ? JSON.stringify(claim) : null,
    span_start: evidence.span.start,
    span_end: evidence.span.end,
    quote: cleanText(evidence.quote),
    words: indexedWords(evidence.quote).join(' '),
    event_id: claim.eventId,
    event_type: claim.kind === 'event' ? claim.type : (event?.type ?? null),
    ...figureColumns(claim),
    ...placeColumns([...ownPlaces(claim), ...(event?.places ?? [])]),
    ...dayColumns(ownDays(claim) ?? event?.when ?? null),
  };
}

/** The least and the greatest key that a claim of the report can have which an entry brought. */
export function claimKeys(reportSeq: number): readonly [number, number] {
  return [reportSeq * CLAIMS_MAX, (reportSeq + 1) * CLAIMS_MAX - 1];
}

export type ClaimActorRow = ReturnType<typeof claimActorRows>[number];

/** Who takes part in a claim, each once, with all that they are in it. Who says it stands in the claim itself. */
export function claimActorRows(claim: Claim, row: ClaimRow) {
  const roles = new Map<string, { actor: ActorRef; roles: Set<string> }>();
  for (const [role, actor] of claimActors(claim)) {
    const known = roles.get(actorKey(actor));
    if (known === undefined) roles.set(actorKey(actor), { actor, roles: new Set([role]) });
    else known.roles.add(role);
  }
  return Array.from(roles, ([key, one]) => ({
    claim_key: row.key,
    actor_key: key,
    actor_name: cleanText(one.actor.name),
    roles: [...one.roles].join(','),
    day_key: row.day_key,
    is_long: row.is_long,
  }));
}

/** The actors of a claim, each with what they are in it. */
export function claimActors(claim: Claim): readonly (readonly [role: string, ActorRef])[] {
  const one = (role: string, actor: ActorRef | null) => (actor === null ? [] : [[role, actor] as const]);
  switch (claim.kind) {
    case 'casualty':
      return one('side', claim.victims.side);
    case 'event':
      return claim.roles.map(({ role, actor }) => [role, actor] as const);
    case 'responsibility':
      return one('accused', claim.actor);
    case 'denial':
      return one('side', claim.rejects?.side ?? null);
    case 'strength':
      return one('owner', claim.owner);
    case 'relation':
      return [...one('from', claim.from), ...one('to', claim.to)];
    case 'warning':
      return one('target', claim.target);
    case 'ceasefire':
      return claim.parties.map(party => ['party', party] as const);
    default:
      return [];
  }
}

function figureColumns(claim: Claim) {
  const estimate = claim.kind === 'casualty' || claim.kind === 'strength' ? claim.estimate : null;
  const casualty = claim.kind === 'casualty' ? claim : null;
  return {
    harm: casualty?.harm ?? null,
    side_id: casualty?.victims.side?.id ?? null,
    side_name: cleanOrNull(casualty?.victims.side?.name ?? null),
    status: casualty?.victims.status ?? null,
    unit: casualty?.unit ?? null,
    ...boundColumns(estimate),
    qualifier: estimate?.qualifier ?? null,
  };
}

/** Bounds of a figure, with the least and the greatest that is known: null where no number is. */
export function boundColumns(
  bounds: { readonly low: number | null; readonly best: number | null; readonly high: number | null } | null,
) {
  const { low = null, best = null, high = null } = bounds ?? {};
  return { low, best, high, figure_min: low ?? best ?? high, figure_max: high ?? best ?? low };
}

function ownPlaces(claim: Claim): readonly Place[] {
  if (claim.kind === 'casualty') return claim.place === null ? [] : [claim.place];
  return claim.kind === 'event' ? claim.places : [];
}

function ownDays(claim: Claim): When | null {
  const when =
    claim.kind === 'casualty' ? claim.period : claim.kind === 'event' || claim.kind === 'ceasefire' ? claim.when : null;
  return when === null || when.start === null ? null : when;
}
