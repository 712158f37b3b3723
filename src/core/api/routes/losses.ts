import { z } from 'zod';
import { sideLosses } from '../../export/side-losses.ts';
import { victimsInWords } from '../../export/words.ts';
import { ActorRef, Harm, type Incident, VictimStatus } from '../../model/index.ts';
import { everyItem } from '../every-page.ts';
import { filterFromQuery, filterParameters } from '../filter-query.ts';
import { route } from '../route.ts';
import { OVERVIEW_MAX } from './overview.ts';

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
  async run({ store }, { query }) {
    const filter = filterFromQuery(query);
    const incidents = await everyItem(page => store.findIncidents(filter, page), onlyTolls, OVERVIEW_MAX);
    const items = sideLosses(incidents).map(({ side, status, harm, low, high, incidents: count }) => {
      return { side, status, harm, victims: victimsInWords(side, status), low, high, incidents: count };
    });
    return { incidents: incidents.length, items: items.toSorted(byName) };
  },
});

/** Of very many incidents the ranges only, without the accounts behind them. */
function onlyTolls({ id, tolls }: Incident): Pick<Incident, 'id' | 'tolls'> {
  return { id, tolls: tolls.map(toll => ({ ...toll, why: '', entries: [] })) };
}

/** By name: no order of losses, which would rank the sides. What has no side comes last. */
function byName(a: LossesOfSide, b: LossesOfSide): number {
  if ((a.side === null) !== (b.side === null)) return a.side === null ? 1 : -1;
  const [left, right] = [`${a.victims} ${a.harm}`, `${b.victims} ${b.harm}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
