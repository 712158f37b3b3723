import { HARM_WORDS, NOT_STATED, rangeInWords, STATUS_WORDS } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { type Bounds, scaleTop } from '../parts/range-layout.ts';
import { Bar } from '../parts/range-with-marks.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { Zero } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';

type Loss = AnswerOf<'actor'>['losses'][number];

/** What an actor says of its own losses, beside what others say of them: two columns that are never added up. */
export function ActorLosses({ losses }: { readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return <Zero what="figure for losses of this actor" />;
  const top = scaleTop(losses.flatMap(({ admitted, claimed }) => [admitted, claimed].filter(one => one !== null)));
  return (
    <Scrolling label="Losses claimed and admitted">
      <table className="losses">
        <caption className="spoken">Losses of this actor by incident: as it says itself, and as others say</caption>
        <thead>
          <tr>
            <th scope="col">Harm</th>
            <th scope="col">It says itself</th>
            <th scope="col">Others say</th>
          </tr>
        </thead>
        {byIncident(losses).map(([incidentId, told]) => (
          <tbody key={incidentId}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                <a href={hashOf({ path: ['incidents', incidentId] })} dir="auto">
                  {told[0]?.sentence}
                </a>
              </th>
            </tr>
            {told.map(({ harm, status, admitted, claimed }) => (
              <tr key={`${harm}|${status}`}>
                <th scope="row">
                  {HARM_WORDS[harm]}
                  <span className="muted">, {STATUS_WORDS[status]}</span>
                </th>
                <td>
                  <Said range={admitted} top={top} />
                </td>
                <td>
                  <Said range={claimed} top={top} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scrolling>
  );
}

/** The losses of each incident together, in the order in which they come. */
function byIncident(losses: readonly Loss[]): readonly (readonly [string, readonly Loss[]])[] {
  const told = new Map<string, Loss[]>();
  for (const loss of losses) told.set(loss.incidentId, [...(told.get(loss.incidentId) ?? []), loss]);
  return [...told];
}

function Said({ range, top }: { readonly range: Bounds | null; readonly top: number }) {
  if (range === null) return <Unknown words="nothing said" />;
  const words = rangeInWords(range);
  return (
    <>
      {words === NOT_STATED ? <Unknown /> : <span className="number">{words}</span>}
      <span className="loss-bar" aria-hidden="true">
        <Bar range={range} top={top} />
      </span>
    </>
  );
}
