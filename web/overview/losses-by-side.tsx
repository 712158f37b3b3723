import { useState } from 'react';
import { countInWords, HARM_WORDS, rangeInWords } from '../../src/core/export/words.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { scaleTop } from '../parts/range-layout.ts';
import { Bar } from '../parts/range-with-marks.tsx';
import { Scrolls } from '../parts/scrolls.tsx';
import { Failed, Loading, Zero } from '../parts/states.tsx';

/** Of more incidents than these, losses are added up only when the reader asks: the server reads every one for it. */
const UNASKED_MAX = 20_000;

interface LossesProps {
  readonly source: DataSource;
  readonly query: Readonly<Record<string, string>>;
  /** How many incidents fit; null while that is not known. */
  readonly incidents: number | null;
}

/** The losses of every side as ranges, by the names of the sides: an order of numbers would rank them. */
export function LossesBySide({ source, query, incidents }: LossesProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section aria-labelledby="losses">
      <h2 id="losses">Losses by side</h2>
      {incidents === null ? (
        <Loading what="the losses" />
      ) : incidents > UNASKED_MAX && !isAsked ? (
        <p>
          <button type="button" onClick={() => setAsked(true)}>
            Add up the losses of {countInWords(incidents)} incidents
          </button>{' '}
          <span className="muted">This can take a minute.</span>
        </p>
      ) : (
        <Losses source={source} query={query} />
      )}
    </section>
  );
}

function Losses({ source, query }: Pick<LossesProps, 'source' | 'query'>) {
  const answer = useAnswer(source, 'losses', { query });
  const told = answer.state === 'ready' ? answer.value : answer.before;
  return (
    <>
      {answer.state === 'failed' ? (
        <Failed problem={answer.problem} works="The list of incidents still works." onRetry={answer.retry} />
      ) : null}
      {answer.state === 'loading' && answer.before === null ? <Loading what="the losses" /> : null}
      {told === null ? null : told.incidents === 0 ? (
        <Zero what="incident that fits these filters" />
      ) : (
        <Rows items={told.items} isBusy={answer.state === 'loading'} />
      )}
    </>
  );
}

type Item = {
  readonly victims: string;
  readonly harm: keyof typeof HARM_WORDS;
  readonly low: number | null;
  readonly high: number | null;
  readonly incidents: number;
};

function Rows({ items, isBusy }: { readonly items: readonly Item[]; readonly isBusy: boolean }) {
  if (items.length === 0) {
    return <p>No report gives a figure: losses are not known, which does not mean that there were none.</p>;
  }
  return (
    <>
      <p className="muted">
        From the lowest to the highest account of every incident, added over incidents. Rows overlap: one without a side
        may be the total of others.
      </p>
      <Scrolls label="Losses">
        <table className="losses" aria-busy={isBusy}>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Harm</th>
              <th scope="col">Range</th>
              <th scope="col">Incidents with a figure</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <Row key={`${item.victims} ${item.harm}`} item={item} top={topOf(items, item.harm)} />
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}

function Row({ item: { victims, harm, low, high, incidents }, top }: { readonly item: Item; readonly top: number }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{victims}</bdi>
      </th>
      <td>{HARM_WORDS[harm]}</td>
      <td>
        <span className="number">{rangeInWords({ low, high })}</span>
        <span className="small-range" aria-hidden="true">
          <Bar range={{ low, best: null, high }} top={top} />
        </span>
      </td>
      <td className="number">{countInWords(incidents)}</td>
    </tr>
  );
}

/** Rows of one harm share a scale. */
function topOf(items: readonly Item[], harm: Item['harm']): number {
  return scaleTop(items.filter(item => item.harm === harm).map(({ low, high }) => ({ low, best: null, high })));
}
