import { z } from 'zod';
import { CasusError } from '../../base/error.ts';
import { incidentSentence } from '../../export/incident-words.ts';
import type { Store } from '../../ledger/index.ts';
import {
  type Actor,
  ActorKind,
  ActorRef,
  Harm,
  type Incident,
  IsoDay,
  Polarity,
  type Relation,
  Span,
  type Toll,
  VictimStatus,
} from '../../model/index.ts';
import { everyPage } from '../every-page.ts';
import { Range } from '../incident-summary.ts';
import { ReportLine, reportLine } from '../report-line.ts';
import { type ReviewedClaim, reviewedClaims } from '../reviewed.ts';
import { type ApiContext, route } from '../route.ts';

/** Relations and losses beyond these, the oldest, are not told of; counts are of all. */
const RELATIONS_MAX = 1_000;
const INCIDENTS_MAX = 1_000;

/** A tie to another actor that the register knows, with the days between which it held. */
export const AffiliationLine = z
  .object({
    to: z.string(),
    name: z.string(),
    kind: z.string(),
    from: IsoDay.nullable(),
    until: IsoDay.nullable(),
  })
  .readonly()
  .meta({ id: 'AffiliationLine' });
export type AffiliationLine = z.infer<typeof AffiliationLine>;

/** How two actors stand to each other, drawn from claims: every one of them stands beside it. */
export const RelationLine = z
  .object({
    type: z.enum(['sponsors', 'supports', 'allied', 'hostile', 'splinter', 'part-of', 'dominates']),
    from: ActorRef,
    to: ActorRef,
    valid: z.enum(['past', 'present', 'unknown']),
    polarity: Polarity,
    evidence: z
      .array(
        z
          .object({ claimId: z.string(), claimant: z.string(), quote: z.string(), span: Span, report: ReportLine })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'RelationLine' });
export type RelationLine = z.infer<typeof RelationLine>;

/** Losses of an actor in one incident: as it admits them, and as others claim them. Null: nobody of these says anything. */
export const LossLine = z
  .object({
    incidentId: z.string(),
    sentence: z.string(),
    from: IsoDay.nullable(),
    to: IsoDay.nullable(),
    harm: Harm,
    status: VictimStatus,
    admitted: Range.nullable(),
    claimed: Range.nullable(),
  })
  .readonly()
  .meta({ id: 'LossLine' });
export type LossLine = z.infer<typeof LossLine>;

/** What is known of an actor, and what the ledger tells of it. */
export const ActorProfile = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    kind: ActorKind.nullable(),
    country: z.string().nullable(),
    countryName: z.string().nullable(),
    /** Whether the register has it: aliases and affiliations come from there. */
    isRegistered: z.boolean(),
    aliases: z.array(z.string()).readonly(),
    affiliations: z.array(AffiliationLine).readonly(),
    relations: z.array(RelationLine).readonly(),
    losses: z.array(LossLine).readonly(),
    /** By month, the earliest first; null where no one month is known. */
    months: z.array(z.object({ month: z.string().nullable(), incidents: z.int() }).readonly()).readonly(),
    incidents: z.int(),
    claims: z.int(),
    /** How many claims it makes itself. */
    said: z.int(),
  })
  .readonly()
  .meta({ id: 'ActorProfile' });
export type ActorProfile = z.infer<typeof ActorProfile>;

export const actorRoute = route({
  id: 'actor',
  method: 'GET',
  path: '/actors/{id}',
  summary: 'One actor, by id or name: names and ties, relations from claims, losses claimed against losses admitted',
  query: z.strictObject({}),
  params: z.object({ id: z.string().min(1).max(200) }),
  answer: ActorProfile,
  async run(context, { params: { id } }) {
    const { store, knowledge } = context;
    const actor = knowledge.actors.get(id) ?? Array.from(knowledge.actors.values()).find(({ name }) => name === id);
    const filter = { actor: actor?.id ?? id };
    const [incidents, months, kinds, relations, said] = await Promise.all([
      everyPage(page => store.findIncidents(filter, page), INCIDENTS_MAX),
      store.count({ of: 'incidents', by: ['month'], filter }),
      store.count({ of: 'claims', by: ['kind'], filter }),
      relationsOf(store, filter.actor),
      store.count({ of: 'claims', by: ['kind'], filter: { claimant: actor?.name ?? id } }),
    ]);
    const claims = sum(kinds);
    if (actor === undefined && incidents.length === 0 && claims === 0 && sum(said) === 0) {
      throw new CasusError('id-unknown', id);
    }
    const named = actor ?? mentioned(id, incidents, relations);
    return {
      ...headOf(named, id, context),
      isRegistered: actor !== undefined,
      aliases: actor?.aliases ?? [],
      affiliations: (actor?.affiliations ?? []).map(({ to, kind, from, until }) => {
        return { to, name: knowledge.actors.get(to)?.name ?? to, kind, from, until };
      }),
      relations,
      losses: incidents.flatMap(incident => lossesOf(incident, { id: named?.id ?? null, name: named?.name ?? id })),
      months: months
        .map(({ values: [month = null], count }) => ({ month, incidents: count }))
        .sort((a, b) => ((a.month ?? '~') < (b.month ?? '~') ? -1 : 1)),
      incidents: sum(months),
      claims,
      said: sum(said),
    };
  },
});

type Named = Pick<ActorRef, 'id' | 'name' | 'kind' | 'country'>;

function headOf(named: Named | Actor | null, id: string, { knowledge }: ApiContext) {
  const country = named?.country ?? null;
  const countryName = country === null ? null : (knowledge.countries.get(country) ?? country);
  return { id: named?.id ?? null, name: named?.name ?? id, kind: named?.kind ?? null, country, countryName };
}

/** The actor as reports name it, where the register has none. */
function mentioned(id: string, incidents: readonly Incident[], relations: readonly RelationLine[]): Named | null {
  const refs = [
    ...incidents.flatMap(({ roles, tolls }) => [
      ...roles.map(({ actor }) => actor),
      ...tolls.flatMap(({ side }) => side ?? []),
    ]),
    ...relations.flatMap(({ from, to }) => [from, to]),
  ];
  return refs.find(ref => isThis(ref, { id, name: id })) ?? null;
}

function isThis(ref: Pick<ActorRef, 'id' | 'name'>, actor: { id: string | null; name: string }): boolean {
  if (ref.id !== null && actor.id !== null && ref.id === actor.id) return true;
  return ref.name.toLowerCase() === actor.name.toLowerCase();
}

async function relationsOf(store: Store, actor: string): Promise<readonly RelationLine[]> {
  const found = await everyPage(page => store.findClaims({ actor, kind: 'relation' }, page), RELATIONS_MAX);
  const lines = new Map<string, { relation: Relation; told: ReviewedClaim[] }>();
  for (const one of await reviewedClaims(store, found)) {
    if (one.claim.kind !== 'relation') continue;
    const { type, from, to, valid, polarity } = one.claim;
    const key = [type, from.id ?? from.name, to.id ?? to.name, valid, polarity].join('|');
    const line = lines.get(key) ?? { relation: one.claim, told: [] };
    lines.set(key, line);
    line.told.push(one);
  }
  return Array.from(lines.values(), ({ relation: { type, from, to, valid, polarity }, told }) => ({
    type,
    from,
    to,
    valid,
    polarity,
    evidence: told.map(({ claim, report }) => ({
      claimId: claim.id,
      claimant: claim.claimant.actor?.name ?? claim.claimant.words ?? claim.claimant.kind,
      quote: claim.evidence.quote,
      span: claim.evidence.span,
      report: reportLine(report),
    })),
  }));
}

function lossesOf(incident: Incident, actor: { id: string | null; name: string }): readonly LossLine[] {
  const { start, end } = incident.when;
  return incident.tolls
    .filter(({ side, unit }) => side !== null && unit === 'persons' && isThis(side, actor))
    .map(({ harm, status, entries }) => {
      const standing = entries.filter(({ supersededBy }) => supersededBy === null);
      const isOwn = ({ claimant }: Toll['entries'][number]) => claimant.toLowerCase() === actor.name.toLowerCase();
      return {
        incidentId: incident.id,
        sentence: incidentSentence(incident),
        from: start,
        to: end,
        harm,
        status,
        admitted: rangeOver(standing.filter(isOwn)),
        claimed: rangeOver(standing.filter(entry => !isOwn(entry))),
      };
    });
}

/** The range over some accounts: open where the one with the largest bound is. Null without any. */
function rangeOver(entries: Toll['entries']): Range | null {
  const [only] = entries;
  if (only === undefined) return null;
  const lows = entries.flatMap(({ low }) => low ?? []);
  const tops = entries.map(({ low, high }) => ({ bound: high ?? low ?? 0, isOpen: high === null }));
  const top = Math.max(...tops.map(({ bound }) => bound));
  const isOpen = tops.some(({ bound, isOpen: open }) => open && bound === top);
  const best = entries.every(entry => entry.best === only.best) ? only.best : null;
  return { low: lows.length === 0 ? null : Math.min(...lows), best, high: isOpen ? null : top };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}
