import { z } from 'zod';
import { sideLosses } from '../../export/side-losses.ts';
import { victimsInWords } from '../../export/words.ts';
import type { TollOutline } from '../../ledger/index.ts';
import { ActorRef, Harm, type Incident, type Toll, VictimStatus } from '../../model/index.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { type Knowledge, route } from '../route.ts';

/** Losses of one side, status and harm over the incidents that fit. Null is what nobody says. */
export const LossesOfSide = z
  .object({
    side: ActorRef.nullable(),
    status: VictimStatus,
    harm: Harm,
    /** Whom it counts, in words. */
    victims: z.string(),
    low: z.int().min(0).nullable(),
    high: z.int().min(0).nullable(),
    /** In how many incidents somebody gives a figure. */
    incidents: z.int().min(1),
  })
  .readonly()
  .meta({ id: 'LossesOfSide' });
export type LossesOfSide = z.infer<typeof LossesOfSide>;

/** Rows overlap, as those of an incident do: one whose side is not told may be the total of others. Never add them up. */
export const Losses = z
  .object({ incidents: z.int(), items: z.array(LossesOfSide).readonly() })
  .readonly()
  .meta({ id: 'Losses' });
export type Losses = z.infer<typeof Losses>;

export const lossesRoute = route({
  id: 'losses',
  method: 'GET',
  path: '/losses',
  summary: 'Losses by side as ranges over the incidents that fit, in the order of the names of the sides',
  query: z.strictObject(filterParameters),
  params: z.object({}),
  answer: Losses,
  async run({ store, knowledge }, { query }) {
    const filter = filterFromQuery(query);
    const [tolls, { total }] = await Promise.all([store.outlineTolls(filter), store.outline(filter, 1)]);
    const incidents = incidentsOf(tolls, knowledge);
    const items = sideLosses(incidents).map(({ side, status, harm, low, high, incidents: count }) => {
      return { side, status, harm, victims: victimsInWords(side, status), low, high, incidents: count };
    });
    return { incidents: total, items: items.toSorted(byName) };
  },
});

/** The tolls of very many incidents, as ranges without the accounts behind them. */
function incidentsOf(rows: TollOutline, { actors }: Knowledge): readonly Pick<Incident, 'id' | 'tolls'>[] {
  const incidents = new Map<string, Toll[]>();
  const sides = new Map<string, ActorRef>();
  const sideOf = (name: string | null, id: string | null): ActorRef | null => {
    if (name === null) return null;
    const key = `${id}|${name}`;
    const { kind = null, country = null } = actors.get(id ?? '') ?? {};
    const side = sides.get(key) ?? { id, name, kind, country, span: null, basis: 'stated', rule: null };
    sides.set(key, side);
    return side;
  };
  for (const [i, id] of rows.incidentId.entries()) {
    const tolls = incidents.get(id) ?? [];
    incidents.set(id, tolls);
    tolls.push({
      harm: Harm.parse(rows.harm[i]),
      status: VictimStatus.parse(rows.status[i]),
      unit: rows.unit[i] === 'families' ? 'families' : 'persons',
      side: sideOf(rows.sideName[i] ?? null, rows.sideId[i] ?? null),
      low: rows.low[i] ?? null,
      best: null,
      high: rows.high[i] ?? null,
      policy: 'none',
      why: '',
      entries: [],
    });
  }
  return Array.from(incidents, ([id, tolls]) => ({ id, tolls }));
}

/** By name: no order of losses, which would rank the sides. What has no side comes last. */
function byName(a: LossesOfSide, b: LossesOfSide): number {
  if ((a.side === null) !== (b.side === null)) return a.side === null ? 1 : -1;
  const [left, right] = [`${a.victims} ${a.harm}`, `${b.victims} ${b.harm}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
