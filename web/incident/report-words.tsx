import { type Ref, useEffect, useState } from 'react';
import { ACT_WORDS, dayInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { QuoteInPlace } from '../parts/quote-in-place.tsx';

type ReportText = AnswerOf<'incident'>['reports'][number];
type ClaimLine = AnswerOf<'incident'>['claims'][number];

/** The reports as they were written, with the words of every claim marked in place. */
export function ReportWords({
  ref,
  reports,
  claims,
  current,
  onChoose,
  onBack,
}: {
  readonly ref: Ref<HTMLElement>;
  readonly reports: readonly ReportText[];
  readonly claims: readonly ClaimLine[];
  readonly current: string | null;
  readonly onChoose: (claimId: string) => void;
  readonly onBack: () => void;
}) {
  const holding = reports.findIndex(({ spans }) => spans.some(({ claimId }) => claimId === current));
  const [shown, setShown] = useState(Math.max(0, holding));
  useEffect(() => {
    if (holding !== -1) setShown(holding);
  }, [holding]);
  const report = reports[shown] ?? reports[0];
  if (report === undefined) return null;
  const claim = claims.find(one => one.claim.id === current) ?? null;
  return (
    <section className="incident-words" aria-labelledby="words" ref={ref} tabIndex={-1}>
      <h2 id="words">In the words of the reports</h2>
      <label className="field screen-only">
        Report
        <select value={shown} onChange={event => setShown(Number(event.target.value))}>
          {reports.map(one => (
            <option key={one.report.id} value={reports.indexOf(one)}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <p className="muted">
        {report.report.publishedAt === null ? 'undated' : dayInWords(report.report.publishedAt)} ·{' '}
        <a href={hashOf({ path: ['claims'], query: { report: report.report.id } })}>all claims of this report</a>
      </p>
      <div aria-live="polite">
        {claim === null ? (
          <p className="muted">Choose a figure, or marked words, to see who says what with them.</p>
        ) : (
          <Chosen line={claim} onBack={onBack} />
        )}
      </div>
      <QuoteInPlace
        key={report.report.id}
        text={report.text}
        spans={report.spans
          .filter(({ isOfIncident }) => isOfIncident)
          .map(({ claimId, start, end }) => ({ id: claimId, start, end }))}
        current={current}
        onChoose={onChoose}
      />
    </section>
  );
}

function Chosen({ line: { claim, speaker, says }, onBack }: { readonly line: ClaimLine; readonly onBack: () => void }) {
  const hedges = claim.hedges.map(({ quote }) => `“${quote}”`).join(', ');
  return (
    <div className="chosen">
      <p>
        <strong>
          <bdi>{speaker}</bdi>
        </strong>{' '}
        {ACT_WORDS[claim.act]}: {says}
      </p>
      <p className="muted">
        Sounds {claim.certainty}
        {hedges === '' ? '' : `, hedged by ${hedges}`}; coded by rule <code>{claim.rule}</code>
      </p>
      <button type="button" className="narrow-only" onClick={onBack}>
        Back to the figure
      </button>
    </div>
  );
}

function nameOf({ report: { publisher, publishedAt, headline, opening } }: ReportText): string {
  return `${publisher ?? 'publisher not known'}, ${publishedAt ?? 'undated'}: ${headline ?? opening}`;
}
