import { ACT_WORDS, HARM_WORDS, rangeInWords } from '../../src/core/export/words.ts';
import type { AnswerOf } from '../data/routes.ts';
import type { RangeMark } from '../parts/range-layout.ts';
import { RangeWithMarks } from '../parts/range-with-marks.tsx';
import { Unknown } from '../parts/unknown.tsx';

type Toll = AnswerOf<'incident'>['tolls'][number];
type Mark = Toll['marks'][number];

interface Choosing {
  readonly onChoose: (claimId: string) => void;
}

/** The losses row by row, every claimant's figure as a mark on the range. Rows overlap, and are never added up. */
export function Tolls({
  tolls,
  current,
  onChoose,
}: { readonly tolls: readonly Toll[]; readonly current: string | null } & Choosing) {
  return (
    <section aria-labelledby="tolls">
      <h2 id="tolls">Losses, and who gives which figure</h2>
      {tolls.length === 0 ? (
        <p>No report gives a figure: losses are not known, which does not mean that there were none.</p>
      ) : null}
      {tolls.length > 1 ? (
        <p className="muted">Rows may overlap: a row without a side is often the total. They are never added up.</p>
      ) : null}
      {tolls.map(toll => (
        <TollRow
          key={`${toll.toll.harm} ${toll.victims} ${toll.toll.unit}`}
          toll={toll}
          current={current}
          onChoose={onChoose}
        />
      ))}
    </section>
  );
}

function TollRow({
  toll: { toll, victims, why, marks },
  current,
  onChoose,
}: { readonly toll: Toll; readonly current: string | null } & Choosing) {
  const harm = HARM_WORDS[toll.harm];
  return (
    <section className="toll">
      <h3>
        {harm.charAt(0).toUpperCase()}
        {harm.slice(1)}: <bdi>{victims}</bdi>
        {toll.unit === 'families' ? ' (families)' : ''}
      </h3>
      <p className="toll-range">
        <span className="number range-words">{rangeInWords(toll)}</span>{' '}
        {toll.best === null ? (
          <Unknown words="no account is preferred" />
        ) : (
          <span className="muted">
            best by policy {toll.policy}: <span className="number">{toll.best}</span>
          </span>
        )}
      </p>
      <RangeWithMarks
        range={toll}
        marks={marks.map(shownMark)}
        current={current}
        onChoose={({ id }) => onChoose(id)}
        describe={({ id }) => <MarkWords mark={marks.find(({ claimId }) => claimId === id)} />}
      />
      <p className="muted why">{why}</p>
    </section>
  );
}

/** How it is said, where, and why it does not count where it does not. */
function MarkWords({ mark }: { readonly mark: Mark | undefined }) {
  if (mark === undefined) return null;
  const { act, certainty, publisher, publishedAt, why } = mark;
  const sure = certainty === 'certain' ? '' : `, as ${certainty}`;
  const where = [publisher, publishedAt].filter(part => part !== null).join(', ');
  return (
    <>
      {ACT_WORDS[act]}
      {sure}
      {where === '' ? '' : `; ${where}`}
      {why === null ? '' : `; ${why}`}
    </>
  );
}

/** Figures about the incident that stand on no row. */
export function LeftOut({ marks, onChoose }: { readonly marks: readonly Mark[] } & Choosing) {
  if (marks.length === 0) return null;
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">Figures that count for no row</h2>
      <ul>
        {marks.map(mark => (
          <li key={mark.claimId}>
            <bdi>{mark.speaker}</bdi>:{' '}
            <button type="button" className="figure" onClick={() => onChoose(mark.claimId)}>
              {mark.figure}
            </button>{' '}
            <span className="muted">{mark.why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shownMark({ claimId, speaker, standing, estimate: { low, best, high } }: Mark): RangeMark {
  return { id: claimId, claimant: speaker, status: standing, low, best, high };
}
